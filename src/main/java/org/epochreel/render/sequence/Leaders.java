package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.train.TrainedRun;

/**
 * Which run of a comparison is ahead in each frame of a film: the one with the lowest training loss, once it has been for
 * some frames, so that two that are about equal do not flicker. Where losses cannot be compared, nobody is.
 */
final class Leaders {

    /** Frames for which a run has the lowest loss before it is the leader. */
    private static final int FRAMES_AHEAD = 10;

    /** Frames that a change of the leader takes. */
    private static final int CHANGE_FRAMES = 8;

    private static final int NOBODY = -1;

    private final ImmutableIntArray leaders;
    private final ImmutableIntArray since;

    private Leaders(ImmutableIntArray leaders, ImmutableIntArray since) {
        this.leaders = leaders;
        this.since = since;
    }

    static Leaders of(ImmutableList<TrainedRun> runs, Timeline timeline) {
        ImmutableIntArray.Builder leaders = ImmutableIntArray.builder().add(NOBODY);
        ImmutableIntArray.Builder since = ImmutableIntArray.builder().add(0);
        if (runs.size() > 1 && areComparable(runs)) {
            int leader = NOBODY;
            int ahead = NOBODY;
            int frames = 0;
            for (int frame = 0; frame < timeline.frameCount(); frame++) {
                int lowest = lowest(runs, timeline.epochOf(frame));
                frames = lowest == ahead ? frames + 1 : 1;
                ahead = lowest;
                if (frames == FRAMES_AHEAD && ahead != leader) {
                    leader = ahead;
                    leaders.add(leader);
                    since.add(frame);
                }
            }
        }
        return new Leaders(leaders.build(), since.build());
    }

    private static boolean areComparable(ImmutableList<TrainedRun> runs) {
        return runs.stream().map(run -> run.scene().training().loss()).distinct().count() == 1
                && runs.stream().map(run -> run.scene().data().scales()).distinct().count() == 1;
    }

    private static int lowest(ImmutableList<TrainedRun> runs, int epoch) {
        int lowest = NOBODY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < runs.size(); i++) {
            ImmutableDoubleArray losses = runs.get(i).run().metrics().trainLoss();
            double loss = losses.get(Math.min(epoch, losses.length() - 1));
            if (loss < least) {
                least = loss;
                lowest = i;
            }
        }
        return lowest;
    }

    /** How far a run is shown as the leader: 1 if it is, 0 if not, between these while the leader changes. */
    double lead(int run, int frame) {
        int latest = 0;
        while (latest + 1 < since.length() && since.get(latest + 1) <= frame) {
            latest++;
        }
        double part = Math.min(1, (frame - since.get(latest) + 1) / (double) CHANGE_FRAMES);
        boolean leads = run == leaders.get(latest);
        boolean led = latest > 0 && run == leaders.get(latest - 1);
        return leads ? part : led ? 1 - part : 0;
    }
}
