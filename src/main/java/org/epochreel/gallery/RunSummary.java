package org.epochreel.gallery;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;

/**
 * How a run went, in the numbers by which runs are compared.
 *
 * @param trainingFrames frames of the video without the held ones
 * @param epochs run, from 0
 * @param finalTestLoss as the two after it, NaN or 0 without a test set; infinity where it is too large for a double
 */
public record RunSummary(
        int trainingFrames,
        int heldFirst,
        int heldLast,
        int epochs,
        Ending ending,
        double firstTrainLoss,
        double finalTrainLoss,
        double finalTestLoss,
        double lowestTestLoss,
        int lowestTestLossEpoch) {

    /** A loss this many times the first will not come back. */
    private static final double DEPARTED = 1e4;

    static RunSummary of(Plan plan) {
        Metrics metrics = plan.run().metrics();
        Timeline timeline = plan.timeline();
        int last = metrics.lastEpoch();
        double loss = metrics.trainLoss().get(last);
        int lowest = 0;
        for (int epoch = 1; epoch <= last; epoch++) {
            lowest = metrics.testLoss().get(epoch) < metrics.testLoss().get(lowest) ? epoch : lowest;
        }
        return new RunSummary(timeline.length(), timeline.heldFirst(), timeline.heldLast(), last,
                plan.run().ending(), metrics.trainLoss().get(0), loss, metrics.testLoss().get(last),
                metrics.testLoss().get(lowest), lowest);
    }

    public int frameCount() {
        return heldFirst + trainingFrames + heldLast;
    }

    /** Whether it diverged, or went so far that it was about to. */
    public boolean departed() {
        return ending == Ending.DIVERGED || !(finalTrainLoss <= DEPARTED * Math.max(firstTrainLoss, Double.MIN_NORMAL));
    }

    /** Whether there is a test loss that is not too large for a double. */
    public boolean hasTestLoss() {
        return Double.isFinite(lowestTestLoss);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(trainingFrames);
        out.writeInt(heldFirst);
        out.writeInt(heldLast);
        out.writeInt(epochs);
        out.writeInt(ending.ordinal());
        out.writeDouble(firstTrainLoss);
        out.writeDouble(finalTrainLoss);
        out.writeDouble(finalTestLoss);
        out.writeDouble(lowestTestLoss);
        out.writeInt(lowestTestLossEpoch);
    }

    static RunSummary read(DataInputStream in) throws IOException {
        return new RunSummary(in.readInt(), in.readInt(), in.readInt(), in.readInt(), Ending.values()[in.readInt()],
                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
    }
}
