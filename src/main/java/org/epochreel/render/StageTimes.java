package org.epochreel.render;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How long each stage of a render took; for people to read, in no file that must not depend on the time. */
final class StageTimes {

    enum Stage {
        TRAINING,
        PREPARING,
        /** Of the parameters that pictures show, from memory or by training again. */
        REPLAY,
        DRAWING,
        ENCODING,
        FILES
    }

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private final long started = System.nanoTime();
    private long until = started;

    /** Adds to a stage the time since the last call, or since the beginning: so that all stages together are the whole. */
    void add(Stage stage) {
        long now = System.nanoTime();
        nanos.merge(stage, now - until, Long::sum);
        until = now;
    }

    /** From the beginning to the end of the last stage. */
    double seconds() {
        return (until - started) / 1e9;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        nanos.forEach((stage, spent) -> text.append(text.isEmpty() ? "" : ", ")
                .append(stage.name().toLowerCase(Locale.ROOT))
                .append(String.format(Locale.ROOT, " %.3f s", spent / 1e9)));
        return text.append(String.format(Locale.ROOT, "; %.3f s in all", seconds())).toString();
    }
}
