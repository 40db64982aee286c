package org.epochreel.files;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that a scene becomes, by their endings.
 *
 * @param name without an ending, the same for all
 */
public record OutputFiles(Path directory, String name) {

    /** The ending of a folder with a picture a frame. */
    public static final String FRAMES = "frames";

    /** Endings of all that a scene's film may become. */
    public static final ImmutableList<String> FILMS = ImmutableList.of("mp4", "gif", "apng", FRAMES, "html");

    /** Endings of the files that carry a film's notes as text. */
    public static final ImmutableList<String> SUBTITLES = ImmutableList.of("vtt", "srt");

    /** Endings of the files that every scene becomes beside its film, the record's last. */
    private static final ImmutableList<String> BESIDE = ImmutableList.of("png", "csv", "json");

    /** What a name is to file systems that tell neither case nor Unicode's forms apart. */
    public static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    public Path video() {
        return of("mp4");
    }

    /** One frame as a picture. */
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

    /** The film in the first format in which it is there; the video if it is not there at all. */
    public Path film() {
        return FILMS.stream().map(this::of).filter(Files::exists).findFirst().orElse(video());
    }

    /** All files of a scene whose film and subtitles have these endings, the record last. */
    public ImmutableList<Path> all(List<String> films) {
        return Stream.concat(films.stream(), BESIDE.stream()).map(this::of).collect(ImmutableList.toImmutableList());
    }

    /** All files that a scene may become, the record last. */
    public ImmutableList<Path> possible() {
        return all(Stream.concat(FILMS.stream(), SUBTITLES.stream()).toList());
    }
}
