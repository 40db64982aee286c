package org.epochreel.render.page;

import com.google.common.html.HtmlEscapers;
import com.google.common.net.UrlEscapers;
import java.util.Optional;
import org.epochreel.frame.FrameSize;

/** A line to copy into a page, or a text in Markdown, beside which a film lies. */
public final class Snippet {

    private Snippet() {}

    /**
     * The line for a film's file; nothing for what cannot be shown there.
     *
     * @param ending of the file, without the point
     * @param poster name of the picture that stands until a video plays
     */
    public static Optional<String> of(String title, FrameSize size, String name, String ending, String poster) {
        String label = HtmlEscapers.htmlEscaper().escape(title);
        return switch (ending) {
            case "mp4" -> Optional.of("<video src=\"" + address(name) + "\" poster=\"" + address(poster) + "\" width=\""
                    + size.width() + "\" height=\"" + size.height() + "\" aria-label=\"" + label
                    + "\" muted autoplay loop playsinline></video>");
            case "gif", "apng" -> Optional.of("![" + title.replaceAll("([\\\\\\[\\]])", "\\\\$1") + "](" + address(name) + ")");
            case "html" -> Optional.of("<iframe src=\"" + address(name) + "\" title=\"" + label + "\" width=\"" + size.width()
                    + "\" height=\"" + size.height() + "\" style=\"border: 0\"></iframe>");
            default -> Optional.empty();
        };
    }

    /** The address of a file beside the page, for an attribute. */
    static String address(String name) {
        return HtmlEscapers.htmlEscaper().escape(UrlEscapers.urlPathSegmentEscaper().escape(name)
                .replace(":", "%3A").replace("(", "%28").replace(")", "%29"));
    }
}
