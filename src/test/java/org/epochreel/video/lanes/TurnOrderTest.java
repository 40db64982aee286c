package org.epochreel.video.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.video.stream.AccessUnit;
import org.junit.jupiter.api.Test;

class TurnOrderTest {

    private final List<Integer> stored = new ArrayList<>();
    private final TurnOrder order = new TurnOrder(unit -> stored.add(unit.frame()));

    private static AccessUnit unit(int frame, int length) {
        return new AccessUnit(ByteBuffer.allocate(length), false, frame);
    }

    @Test
    void theLaterTurnWaitsForTheEarlier() throws IOException {
        order.take(0, unit(0, 5));
        order.take(1, unit(2, 5));
        order.take(0, unit(1, 5));
        order.take(1, unit(3, 5));
        assertEquals(List.of(0, 1), stored);
        order.end(0);
        assertEquals(List.of(0, 1, 2, 3), stored);
        order.take(0, unit(5, 5));
        order.take(1, unit(4, 5));
        order.end(1);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), stored);
    }

    @Test
    void whatWaitsIsACopy() throws IOException {
        List<Byte> bytes = new ArrayList<>();
        TurnOrder copying = new TurnOrder(unit -> bytes.add(unit.bytes().get(4)));
        byte[] buffer = {0, 0, 0, 1, 7};
        copying.take(1, new AccessUnit(ByteBuffer.wrap(buffer), true, 1));
        buffer[4] = 8;
        copying.end(0);
        assertEquals(List.of((byte) 7), bytes);
    }

    @Test
    void theLaneAheadIsHaltedWhenTooMuchWaits() throws IOException {
        order.take(1, unit(1, 20 << 20));
        // An interrupted thread does not wait but fails where it would.
        assertHalts(() -> order.take(1, unit(2, 5)));
        order.end(1);
        assertHalts(() -> order.take(1, unit(4, 5)));
        order.take(0, unit(0, 30 << 20));
        order.end(0);
        order.take(1, unit(4, 5));
        order.take(0, unit(3, 5));
        order.end(0);
        assertEquals(List.of(0, 1, 3, 4), stored);
    }

    @Test
    void aLaneMayBeSeveralTurnsAhead() throws IOException {
        for (int turn = 1; turn < 8; turn += 2) {
            order.take(1, unit(turn, 5));
            order.end(1);
        }
        for (int turn = 0; turn < 8; turn += 2) {
            order.take(0, unit(turn, 5));
            order.end(0);
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), stored);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void assertHalts(Step step) {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, step::run);
        Thread.interrupted();
    }

    @Test
    void onceAbandonedNobodyWaits() throws IOException {
        order.take(1, unit(1, 20 << 20));
        order.abandon();
        order.take(1, unit(2, 5));
        order.end(1);
        assertEquals(List.of(), stored);
    }
}
