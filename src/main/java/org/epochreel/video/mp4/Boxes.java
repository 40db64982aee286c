package org.epochreel.video.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.FullBox;
import org.jcodec.containers.mp4.boxes.Header;

/** Boxes that JCodec has not, or has otherwise. */
final class Boxes {

    private Boxes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A box of these four letters around the body from its position to its limit. */
    static Box leaf(String type, ByteBuffer body) {
        return Box.createLeafBox(Header.createHeader(type, 8L + body.remaining()), body);
    }

    static Box flagged(FullBox box, int flags) {
        box.setFlags(flags);
        return box;
    }
}
