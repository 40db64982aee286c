package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.scene.Story.Slow;

/** Films of whole epochs: what passes slowly is shown in several frames, and so is what the film rests at. */
final class Whole {

    private Whole() {}

    /** @param shown the epochs of the frames, not falling */
    static ImmutableDoubleArray positions(
            ImmutableIntArray shown, ImmutableList<Slow> slow, ImmutableList<Rest> rests) {
        ImmutableDoubleArray.Builder positions = ImmutableDoubleArray.builder();
        double due = 0;
        int next = 0;
        for (int i = 0; i < shown.length(); i++) {
            int epoch = shown.get(i);
            // What a slow stretch leaves of a frame is carried on, so that it takes as long as it is meant to.
            due += times(epoch, slow);
            int frames = Math.max(1, (int) Math.floor(due));
            due = Math.max(0, due - frames);
            boolean lastOfEpoch = i + 1 == shown.length() || shown.get(i + 1) > epoch;
            while (next < rests.size() && lastOfEpoch && rests.get(next).epoch() <= epoch) {
                frames += rests.get(next).frames() - 1;
                next++;
            }
            for (int frame = 0; frame < frames; frame++) {
                positions.add(epoch);
            }
        }
        return positions.build();
    }

    private static double times(int epoch, ImmutableList<Slow> slow) {
        for (Slow stretch : slow) {
            if (epoch > stretch.from() && epoch <= stretch.to()) {
                return stretch.by();
            }
        }
        return 1;
    }
}
