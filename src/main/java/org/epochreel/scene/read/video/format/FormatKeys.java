package org.epochreel.scene.read.video.format;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Choice;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.FilmFormat.Kind;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of an item of {@code video.formats}. */
public final class FormatKeys extends OneOf<FilmFormat> {

    private final Key<FilmFormat> gif = kind("gif", new GifKeys(), "{width: 640}",
            "A GIF of at most 50 frames a second and 255 colours, for pages that show no video.");

    public FormatKeys() {
        super("video.formats", "A format of the film.");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.GIF) {
                word(Choice.text(kind), FilmFormat.of(kind));
            }
        }
        alsoCalled(ImmutableMap.of("video", "mp4", "h264", "mp4", "png", "apng", "pngs", "frames", "images", "frames",
                "page", "html"));
    }

    @Override
    protected Optional<String> word(FilmFormat format) {
        return format.width().isPresent() ? Optional.empty() : Optional.of(Choice.text(format.kind()));
    }

    @Override
    protected void write(FilmFormat format, Members members) {
        members.put(gif, format);
    }

    private static final class GifKeys extends Group<FilmFormat> {

        private final Key<Integer> width = key("width", new WidthType()).alsoCalled("size")
                .orNothing("the video's", "640", "Width for a GIF smaller than the video; the height follows.");

        GifKeys() {
            super("video.formats.gif", "A GIF smaller than the video.");
        }

        @Override
        protected Optional<FilmFormat> read(Section gif) {
            return Optional.of(new FilmFormat(Kind.GIF, gif.find(width)));
        }

        @Override
        protected void write(FilmFormat format, Members members) {
            members.put(width, format.width());
        }
    }
}
