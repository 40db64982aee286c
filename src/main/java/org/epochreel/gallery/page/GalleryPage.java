package org.epochreel.gallery.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;

/**
 * Makes a gallery's two files: {@code index.html}, one page without any other part that works from the file system and
 * never asks the network for anything, and {@code gallery.json}. The same gallery gives the same bytes.
 */
public final class GalleryPage {

    private GalleryPage() {}

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
}
