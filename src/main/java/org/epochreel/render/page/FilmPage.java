package org.epochreel.render.page;

import com.google.common.hash.Hashing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.epochreel.frame.FrameSize;

/**
 * A page with one film that plays at once, without sound, and again and again. Film and poster are in the page, which
 * never asks for anything else; only a film too large for some browsers stays beside it. The same film gives the same bytes.
 *
 * @param video address of the film
 * @param poster address of the picture that stands until the film plays
 * @param captions address of the film's notes as WebVTT, if it has any
 */
public record FilmPage(String title, FrameSize size, String video, String poster, Optional<String> captions) {

    /** Firefox takes no addresses above 32 MB, and text for bytes needs a third more. */
    static final int LARGEST_INSIDE = 20_000_000;

    /** The style sheet's text. */
    public static final String STYLE = "html,body{margin:0;height:100%}video{display:block;width:100%;height:100%;"
            + "object-fit:contain}";

    /**
     * The page of a film.
     *
     * @param video holds the film, under whatever name
     * @param name the film's name beside the page
     * @param poster holds a PNG
     * @param captions holds WebVTT
     */
    public static FilmPage of(String title, FrameSize size, Path video, String name, Path poster, Optional<Path> captions)
            throws IOException {
        String film = Files.size(video) > LARGEST_INSIDE ? Snippet.address(name) : data("video/mp4", video);
        return new FilmPage(title, size, film, data("image/png", poster),
                captions.isPresent() ? Optional.of(data("text/vtt", captions.get())) : Optional.empty());
    }

    private static String data(String type, Path file) throws IOException {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }

    /** Writes the page's text. */
    public void write(Writer out) {
        TemplateEngine.createPrecompiled(null, ContentType.Html, FilmPage.class.getClassLoader(),
                FilmPage.class.getPackageName()).render("film.jte", this, new WriterOutput(out));
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /** A Content Security Policy under which the page loads nothing but the film. */
    public String policy() {
        byte[] style = Hashing.sha256().hashString(STYLE, StandardCharsets.UTF_8).asBytes();
        return "default-src 'none'; img-src data:; media-src data: 'self' file:; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(style) + "'; base-uri 'none'; form-action 'none'";
    }
}
