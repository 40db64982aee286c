package org.epochreel.gallery.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a gallery's two files: {@code index.html}, one page without any other part that works from the file system and
 * never asks the network for anything, and {@code gallery.json}. The same gallery gives the same bytes.
 */
public final class GalleryPage {

    private GalleryPage() {}

    /**
     * Writes both files into the folder that the members' file names are relative to; an unfinished file never stands
     * under a final name.
     *
     * @throws IOException naming the file that could not be written
     */
    public static void write(GalleryContents gallery, Path folder) throws IOException {
        write(folder.resolve("gallery.json"), json(gallery));
        write(folder.resolve("index.html"), html(gallery));
    }

    /** The text of {@code index.html}, in UTF-8. */
    public static String html(GalleryContents gallery) {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, GalleryPage.class.getClassLoader(), GalleryPage.class.getPackageName());
        TemplateOutput html = new StringOutput();
        templates.render("gallery.jte", Page.of(gallery), html);
        return html.toString();
    }

    /** The text of {@code gallery.json}, in ASCII. */
    public static String json(GalleryContents gallery) {
        return GalleryJson.of(gallery);
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new IOException(file + " could not be written: " + e.getMessage(), e);
        }
    }
}
