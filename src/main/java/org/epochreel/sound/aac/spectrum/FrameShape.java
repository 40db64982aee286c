package org.epochreel.sound.aac.spectrum;

import com.google.common.primitives.ImmutableIntArray;

/**
 * How a frame is windowed and, if by short windows, how many of them in turn form each group and share scale factors
 * (ISO/IEC 14496-3, 4.5.2.3.4). A long frame is one group of one window.
 */
public record FrameShape(WindowSequence sequence, ImmutableIntArray groups) {

    static final ImmutableIntArray ONE_WINDOW = ImmutableIntArray.of(1);

    public boolean isShort() {
        return sequence == WindowSequence.EIGHT_SHORT;
    }
}
