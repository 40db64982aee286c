package org.epochreel.video.lanes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.Lane;
import org.epochreel.video.stream.PictureEncoder;

/**
 * Brings what the lanes encode at the same time in the order of their turns: the units of the earliest turn that has
 * not ended go on at once, those of later turns wait until it has. Lane 0 has the first turn.
 *
 * <p>A lane that is ahead goes on with its next turn, and is halted only when too much waits.
 */
final class TurnOrder {

    /** Bytes that may wait; some two seconds of noise in small pictures, of anything that is drawn in large ones. */
    private static final int MOST_HELD = 16 << 20;

    private final PictureEncoder.Sink target;
    /** The earliest turn that has not ended, which nothing of waits, and those behind it as far as they have begun. */
    private final List<Turn> turns = new ArrayList<>();
    private int earliest;
    /** How many turns each lane has ended. */
    private final int[] ended = new int[EncodingLanes.COUNT];
    private int heldBytes;
    private boolean abandoned;

    private static final class Turn {
        private final List<AccessUnit> held = new ArrayList<>();
        private boolean ended;
    }

    /** @param target is called by one lane at a time */
    TurnOrder(PictureEncoder.Sink target) {
        this.target = target;
    }

    /** Takes a unit of a lane's current turn. */
    synchronized void take(int lane, AccessUnit unit) throws IOException {
        int number = number(lane);
        while (number != earliest && heldBytes > MOST_HELD && !abandoned) {
            pause();
        }
        if (number == earliest) {
            target.take(unit);
        } else if (!abandoned) {
            ByteBuffer bytes = ByteBuffer.allocate(unit.bytes().remaining()).put(unit.bytes()).flip();
            turn(number).held.add(new AccessUnit(bytes, unit.keyframe(), unit.frame()));
            heldBytes += bytes.remaining();
        }
    }

    /** Ends a lane's current turn. */
    synchronized void end(int lane) throws IOException {
        if (abandoned) {
            return;
        }
        turn(number(lane)).ended = true;
        ended[lane]++;
        while (!turns.isEmpty() && turns.get(0).ended) {
            turns.remove(0);
            earliest++;
            if (!turns.isEmpty()) {
                store(turns.get(0).held);
            }
        }
        notifyAll();
    }

    private int number(int lane) {
        return EncodingLanes.COUNT * ended[lane] + lane;
    }

    private Turn turn(int number) {
        while (turns.size() <= number - earliest) {
            turns.add(new Turn());
        }
        return turns.get(number - earliest);
    }

    private void store(List<AccessUnit> units) throws IOException {
        for (AccessUnit unit : units) {
            heldBytes -= unit.bytes().remaining();
            target.take(unit);
        }
        units.clear();
    }

    /** Lets the lanes go on; what they encode may be lost. */
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
