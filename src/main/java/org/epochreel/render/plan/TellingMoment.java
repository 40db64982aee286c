package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.render.pace.MovingPath;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;

/**
 * The one moment that tells the most of a run: where the curve has just moved the furthest after a change of the rate, so
 * that it can be seen beside what it was; without one, where the loss has come down to a tenth of what it was, or else a tenth of the way is left.
 */
final class TellingMoment {

    private static final double PART = 0.1;

    /** Motion is looked at over one of so many parts of the run. */
    private static final int STRETCHES = 40;

    private final TrainingRun run;
    private final ImmutableList<RateSwitch> changes;
    private final MovingPath path;
    private final int lastEpoch;

    /** @param lastEpoch that the film shows */
    TellingMoment(TrainingRun run, ImmutableList<RateSwitch> changes, MovingPath path, int lastEpoch) {
        this.run = run;
        this.changes = changes;
        this.path = path;
        this.lastEpoch = lastEpoch;
    }

    int epoch() {
        int first = changes.isEmpty() ? lastEpoch : changes.get(0).epoch();
        return first + 1 < lastEpoch ? afterChange(first) : ofLoss();
    }

    private int afterChange(int change) {
        int stretch = Math.max(1, lastEpoch / STRETCHES);
        int telling = change + 1;
        double furthest = 0;
        for (int epoch = change + 1; epoch <= lastEpoch; epoch++) {
            double moved = path.between(Math.max(change, epoch - stretch), epoch);
            if (moved > furthest) {
                furthest = moved;
                telling = epoch;
            }
        }
        return telling;
    }

    private int ofLoss() {
        ImmutableDoubleArray loss = run.metrics().trainLoss();
        int last = Math.min(lastEpoch, run.metrics().lastEpoch());
        double first = loss.get(0);
        int tenth = firstAtMost(PART * first, loss, last);
        return tenth <= last ? tenth
                : Math.min(last, firstAtMost(loss.get(last) + PART * (first - loss.get(last)), loss, last));
    }

    private static int firstAtMost(double limit, ImmutableDoubleArray loss, int last) {
        int epoch = 0;
        while (epoch <= last && !(loss.get(epoch) <= limit)) {
            epoch++;
        }
        return epoch;
    }
}
