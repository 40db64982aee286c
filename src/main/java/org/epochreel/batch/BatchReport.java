package org.epochreel.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.render.ToolVersion;
import org.epochreel.text.JsonText;

/** The file {@code batch.json}: every scene of a batch in its order, with state, times, error and log. */
final class BatchReport {

    private final Path file;
    private final Path output;
    private final Shard shard;
    private final Clock clock;
    private final Instant started;

    /** @param output the directory that paths in the report are relative to */
    BatchReport(Path file, Path output, Shard shard, Clock clock) {
        this.file = file;
        this.output = output.toAbsolutePath().normalize();
        this.shard = shard;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Writes the report anew. */
    void write(List<Entry> entries, boolean ended) throws OutputException {
        JsonText json = new JsonText().beginObject();
        json.key("tool_version").value(ToolVersion.current());
        json.key("shard").value(shard.toString());
        json.key("started").value(time(started));
        json.key("ended");
        optional(json, ended ? Optional.of(time(clock.instant())) : Optional.empty());
        json.key("totals").beginObject();
        for (State state : State.values()) {
            json.key(state.word()).value(entries.stream().filter(entry -> entry.state() == state).count());
        }
        json.endObject();
        json.key("scenes").beginArray();
        entries.forEach(entry -> write(entry, json));
        json.endArray();
        String text = json.endObject().finish();
        try (PendingFile pending = new PendingFile(file)) {
            pending.write(out -> out.write(text));
            pending.complete();
        }
    }

    private void write(Entry entry, JsonText json) {
        json.beginObject();
        json.key("scene").value(entry.job().file().toString());
        json.key("name").value(entry.job().label());
        json.key("video").value(relative(entry.job().target().film()));
        json.key("state").value(entry.state().word());
        json.key("started");
        optional(json, entry.started().map(BatchReport::time));
        json.key("ended");
        optional(json, entry.ended().map(BatchReport::time));
        json.key("seconds");
        if (entry.started().isPresent() && entry.ended().isPresent()) {
            json.value(Duration.between(entry.started().get(), entry.ended().get()).toMillis() / 1e3);
        } else {
            json.nothing();
        }
        json.key("summary");
        optional(json, entry.summary());
        json.key("error");
        optional(json, entry.errors().stream().findFirst());
        json.key("causes").beginArray();
        entry.errors().stream().skip(1).forEach(json::value);
        json.endArray();
        json.key("log");
        optional(json, entry.log().map(this::relative));
        json.endObject();
    }

    private String relative(Path path) {
        return output.relativize(path.toAbsolutePath().normalize()).toString();
    }

    private static void optional(JsonText json, Optional<String> text) {
        text.ifPresentOrElse(json::value, json::nothing);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
