package org.epochreel.frame;

/**
 * One drawn picture and where it may differ from the picture drawn before it.
 *
 * <p>The pixels belong to whoever drew them and stay valid until that drawer draws again; a reader that needs them
 * longer copies them.
 *
 * @param size the picture's size
 * @param pixels {@code width * height} pixels row by row, each 0x00RRGGBB in sRGB
 * @param touched every macroblock in which a pixel may have changed since the previous picture; all of them for the first
 */
public record Frame(FrameSize size, int[] pixels, MacroblockSet touched) {

    public Frame {
        if (pixels.length != size.pixels()) {
            throw new IllegalArgumentException(pixels.length + " pixels do not fill a " + size + " picture");
        }
    }
}
