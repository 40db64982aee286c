package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.Story.Slow;
import org.epochreel.scene.VideoSpec.Pace;

/** What a film's frames are spread over: epochs, their logarithms, or the motion of what is shown. */
final class Way {

    /** Part of the whole way that epochs without motion share, so that none takes no time at all. */
    private static final double STILL = 1e-4;

    private final int lastEpoch;
    private final ImmutableList<Slow> slow;
    private final Optional<MovingPath> path;
    private final double[] covered;

    /** @param path of what is shown; needed for the pace of motion */
    Way(Pace pace, int lastEpoch, Optional<MovingPath> path, ImmutableList<Slow> slow) {
        this.lastEpoch = lastEpoch;
        this.slow = slow;
        this.path = pace == Pace.MOTION ? path : Optional.empty();
        this.covered = new double[lastEpoch + 1];
        double[] plain = new double[lastEpoch + 1];
        double sum = 0;
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            plain[epoch] = plain(pace, epoch);
            sum += plain[epoch];
        }
        double least = sum == 0 ? 1 : STILL * sum / Math.max(1, lastEpoch);
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            covered[epoch] = covered[epoch - 1] + (plain[epoch] + least) / speed(epoch - 0.5);
        }
    }

    private double plain(Pace pace, int epoch) {
        return switch (pace) {
            case EPOCHS -> 1;
            case LOG -> StrictMath.log((epoch + 1.0) / epoch);
            case MOTION -> path.orElseThrow().jumps(epoch) ? 0 : path.orElseThrow().step(epoch);
        };
    }

    int lastEpoch() {
        return lastEpoch;
    }

    boolean jumps(int epoch) {
        return path.isPresent() && path.get().jumps(epoch);
    }

    /** Whether frames are spread by motion, so that it can be seen how even they are. */
    boolean isMotion() {
        return path.isPresent();
    }

    /** How fast a position passes, compared with others. */
    double speed(double position) {
        for (Slow stretch : slow) {
            if (position > stretch.from() && position < stretch.to()) {
                return 1 / stretch.by();
            }
        }
        return 1;
    }

    boolean hasSlow() {
        return !slow.isEmpty();
    }

    /** How much of the way lies before a position. */
    double at(double position) {
        int epoch = Math.min(lastEpoch, (int) position);
        return epoch == lastEpoch ? covered[epoch]
                : covered[epoch] + (position - epoch) * (covered[epoch + 1] - covered[epoch]);
    }

    /** The position at which so much of the way has been covered. */
    double position(double way) {
        int low = 0;
        int high = lastEpoch;
        while (low + 1 < high) {
            int middle = (low + high) / 2;
            if (covered[middle] <= way) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double across = covered[high] - covered[low];
        return across == 0 ? low : low + Math.max(0, Math.min(1, (way - covered[low]) / across)) * (high - low);
    }

    /** How far what is shown moves straight from one position to another. */
    double moved(double from, double to) {
        return path.orElseThrow().between(from, to);
    }

    /** How long the way of what is shown is from one position to another. */
    double length(double from, double to) {
        return path.orElseThrow().length(from, to);
    }

    /** The first position after another that is so far from it; infinite if none up to {@code last} is. */
    double after(double position, double far, double last) {
        return path.orElseThrow().after(position, far, last);
    }

    /** The last position before another that is so far from it; negative and infinite if none from {@code first} on is. */
    double before(double position, double far, double first) {
        return path.orElseThrow().before(position, far, first);
    }
}
