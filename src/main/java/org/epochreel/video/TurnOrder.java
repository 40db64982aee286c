package org.epochreel.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings what two lanes encode at the same time in the order of their turns: the units of the earlier turn go on at
 * once, those of the later wait until that has ended. Lane 0 has the first turn.
 *
 * <p>The lane behind is halted when too much of it waits, and before it may have a turn again.
 */
final class TurnOrder {

    /** Bytes that may wait; some two seconds of noise in small pictures, of anything that is drawn in large ones. */
    private static final int MOST_HELD = 16 << 20;

    private final PictureEncoder.Sink target;
    private final List<AccessUnit> held = new ArrayList<>();
    private int heldBytes;
    private int first;
    private boolean abandoned;

    /** @param target is called by one lane at a time */
    TurnOrder(PictureEncoder.Sink target) {
        this.target = target;
    }

    /** Takes a unit of a lane's current turn. */
    synchronized void take(int lane, AccessUnit unit) throws IOException {
        while (lane != first && heldBytes > MOST_HELD && !abandoned) {
            pause();
        }
        if (lane == first) {
            target.take(unit);
        } else if (!abandoned) {
            ByteBuffer bytes = ByteBuffer.allocate(unit.bytes().remaining()).put(unit.bytes()).flip();
            held.add(new AccessUnit(bytes, unit.keyframe(), unit.frame()));
            heldBytes += bytes.remaining();
        }
    }

    /** Ends a lane's turn, once the turn before has ended. */
    synchronized void end(int lane) throws IOException {
        while (lane != first && !abandoned) {
            pause();
        }
        if (abandoned) {
            return;
        }
        for (AccessUnit unit : held) {
            target.take(unit);
        }
        held.clear();
        heldBytes = 0;
        first = 1 - lane;
        notifyAll();
    }

    /** Lets both lanes go on; what they encode may be lost. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    private void pause() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            throw Backlog.interrupted(e);
        }
    }
}
