package org.epochreel.scene;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.frame.FrameSize;

/** Frame sizes as scenes write them: {@code 432x288}, or one of a few names. */
public final class FrameSizeName {

    private static final ImmutableMap<String, FrameSize> NAMES = ImmutableMap.<String, FrameSize>builder()
            .put("720p", new FrameSize(1280, 720))
            .put("1080p", new FrameSize(1920, 1080))
            .put("1440p", new FrameSize(2560, 1440))
            .put("2160p", new FrameSize(3840, 2160))
            .put("square", new FrameSize(1080, 1080))
            .put("vertical", new FrameSize(1080, 1920))
            .buildOrThrow();
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

    /** The end of a sentence about a text that is none. */
    public static final String ALLOWED = "allowed are two even numbers from " + FrameSize.MIN_SIDE + " to "
            + FrameSize.MAX_SIDE + " with an x between them, such as 1280x720, or " + String.join(", ", NAMES.keySet());

    private FrameSizeName() {}

    public static Iterable<String> names() {
        return NAMES.keySet();
    }

    /** Whether the text is two numbers with an x between them, be they allowed or not. */
    public static boolean isWrittenIn(String text) {
        return SIZE.matcher(text).matches();
    }

    /** Reads a size; nothing if the text is none that is {@link #ALLOWED}. */
    public static Optional<FrameSize> parse(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.ofNullable(NAMES.get(text));
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        return isSide(width) && isSide(height) ? Optional.of(new FrameSize(width, height)) : Optional.empty();
    }

    static boolean isSide(int pixels) {
        return pixels % 2 == 0 && pixels >= FrameSize.MIN_SIDE && pixels <= FrameSize.MAX_SIDE;
    }
}
