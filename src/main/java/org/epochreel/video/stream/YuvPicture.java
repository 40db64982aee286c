package org.epochreel.video.stream;

import org.epochreel.frame.FrameSize;

/**
 * One picture in planar YUV 4:2:0, 8 bits, limited range, padded on the right and at the bottom to whole macroblocks.
 *
 * <p>Planes are row by row without gaps: luma is {@link #lumaStride} samples wide and 16 a macroblock row high, each
 * chroma plane half of that both ways. Samples are unsigned bytes (read them with {@code & 0xff}). The arrays are the
 * picture's own, not copies: whoever created the picture writes them, everybody else only reads them.
 */
public final class YuvPicture {

    private final FrameSize size;
    private final byte[] luma;
    private final byte[] blueChroma;
    private final byte[] redChroma;

    /** A picture of zeroes, which is no legal colour: its creator fills every macroblock before handing it on. */
    public YuvPicture(FrameSize size) {
        this.size = size;
        this.luma = new byte[size.macroblocks() * 256];
        this.blueChroma = new byte[size.macroblocks() * 64];
        this.redChroma = new byte[size.macroblocks() * 64];
    }

    /** The size that is shown; the planes may be larger. */
    public FrameSize size() {
        return size;
    }

    /** Samples in a row of the luma plane, a multiple of 16. */
    public int lumaStride() {
        return size.macroblockColumns() * 16;
    }

    /** Samples in a row of either chroma plane, a multiple of 8. */
    public int chromaStride() {
        return size.macroblockColumns() * 8;
    }

    /** Y, from 16 (black) to 235 (white). */
    public byte[] luma() {
        return luma;
    }

    /** U or Cb, from 16 to 240, 128 for a grey. */
    public byte[] blueChroma() {
        return blueChroma;
    }

    /** V or Cr, from 16 to 240, 128 for a grey. */
    public byte[] redChroma() {
        return redChroma;
    }
}
