package org.epochreel.render;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How long each stage of a render took; for people to read, in no file that must not depend on the time. */
final class StageTimes {

    enum Stage {
        TRAINING,
        DRAWING,
        ENCODING,
        FILES
    }

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private final long started = System.nanoTime();

    /** Adds the time since {@code from} (of {@link System#nanoTime}) to a stage and returns the present. */
    long add(Stage stage, long from) {
        long now = System.nanoTime();
        nanos.merge(stage, now - from, Long::sum);
        return now;
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
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
