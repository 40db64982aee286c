package org.epochreel.files;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The files that a scene becomes, by their endings.
 *
 * @param name without an ending, the same for all
 */
public record OutputFiles(Path directory, String name) {

    /** Endings of the files that every scene becomes, the record's last. */
    public static final ImmutableList<String> ENDINGS = ImmutableList.of("mp4", "png", "csv", "json");

    /** What a name is to file systems that tell neither case nor Unicode's forms apart. */
    public static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    public Path video() {
        return of("mp4");
    }

    /** The last frame as a picture. */
    public Path poster() {
        return of("png");
    }

    public Path metrics() {
        return of("csv");
    }

    public Path record() {
        return of("json");
    }

    /** The file with this ending. */
    public Path of(String ending) {
        return directory.resolve(name + "." + ending);
    }

    /** All of them, the record last. */
    public ImmutableList<Path> all() {
        return ENDINGS.stream().map(this::of).collect(ImmutableList.toImmutableList());
    }
}
