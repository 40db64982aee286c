package org.epochreel.video.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private final byte[] sps = {0x67, 0x42, (byte) 0xc0, 0x1f, 5};
    private final byte[] pps = {0x68, 7};

    @Test
    void theyKeepWhatTheyWereGiven() {
        ParameterSets sets = new ParameterSets(ByteBuffer.wrap(sps), ByteBuffer.wrap(pps));
        sps[3] = 0;
        sets.sps().get();
        assertEquals(5, sets.sps().remaining());
        assertEquals(66, sets.profile());
        assertEquals(0xc0, sets.profileCompatibility());
        assertEquals(31, sets.level());
        assertEquals(sets, new ParameterSets(sets.sps(), sets.pps()));
    }

    @Test
    void unitsOfAnotherTypeAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new ParameterSets(ByteBuffer.wrap(pps), ByteBuffer.wrap(sps)));
        assertThrows(IllegalArgumentException.class,
                () -> new ParameterSets(ByteBuffer.wrap(sps, 0, 3), ByteBuffer.wrap(pps)));
    }
}
