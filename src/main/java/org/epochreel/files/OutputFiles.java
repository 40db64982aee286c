package org.epochreel.files;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The files that a scene becomes, by their endings.
 *
 * @param name without an ending, the same for all
 * @param films the endings of its film, one for each format
 */
public record OutputFiles(Path directory, String name, ImmutableList<String> films) {

    /** Those of a scene whose film is an MP4 alone. */
    public OutputFiles(Path directory, String name) {
        this(directory, name, ImmutableList.of("mp4"));
    }

    /** What a name is to file systems that tell neither case nor Unicode's forms apart. */
    public static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** The film in its first format. */
    public Path video() {
        return of(films.get(0));
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
        ImmutableList.Builder<Path> all = ImmutableList.builder();
        films.forEach(ending -> all.add(of(ending)));
        return all.add(poster(), metrics(), record()).build();
    }
}
