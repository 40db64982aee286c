package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads frames over stretches such that each moves what is shown about as far, but for ramps. First by the length of the
 * way; then, where the way can be looked at, the steps are laid out anew several times by what they really cover, since a
 * curve that swings to and fro comes less far than its way is long. What still is uneven then is stepped off by
 * {@link Dividers}.
 */
final class EvenSteps {

    private static final int SWEEPS = 12;
    private static final int ROUNDS = 3;
    private static final int HALVINGS = 60;

    /** Neighbouring steps whose ratio differs from what it is to be by no more than this are even enough. */
    private static final double EVEN = 1.01;

    private final Way way;
    private final ImmutableList<Stretch> stretches;

    EvenSteps(Way way, ImmutableList<Stretch> stretches) {
        this.way = way;
        this.stretches = stretches;
    }

    /** The positions of all frames but those at rest, a list a stretch, the stretch's beginning included. */
    ImmutableList<double[]> spread(int frames) {
        double[] lengths = stretches.stream().mapToDouble(each -> way.at(each.to()) - way.at(each.from())).toArray();
        ImmutableList<double[]> positions = ImmutableList.of();
        for (int round = 0; round < ROUNDS; round++) {
            int[] steps = share(frames, lengths);
            ImmutableList.Builder<double[]> laid = ImmutableList.builder();
            for (int i = 0; i < steps.length; i++) {
                double[] even = even(stretches.get(i), steps[i]);
                laid.add(way.isMotion() ? swept(stretches.get(i), even) : even);
            }
            positions = laid.build();
            if (!way.isMotion() || stretches.size() == 1) {
                return positions;
            }
            lengths = lengths(positions);
        }
        return positions;
    }

    private double[] lengths(ImmutableList<double[]> positions) {
        return positions.stream().mapToDouble(each -> {
            double length = 0;
            for (int i = 1; i < each.length; i++) {
                length += way.moved(each[i - 1], each[i]) / way.speed((each[i - 1] + each[i]) / 2);
            }
            return length;
        }).toArray();
    }

    /** How many steps each stretch gets, so that all are about as fast and the frames are as many as wanted. */
    private int[] share(int frames, double[] lengths) {
        double whole = 0;
        double longest = 0;
        for (double length : lengths) {
            whole += length;
            longest = Math.max(longest, length);
        }
        int wanted = frames - own();
        double slow = whole / Math.max(1, 2.0 * wanted + 1000);
        double fast = Math.max(longest, Double.MIN_NORMAL) * 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = slow + (fast - slow) / 2;
            if (sum(steps(middle, lengths)) > wanted) {
                slow = middle;
            } else {
                fast = middle;
            }
        }
        int[] steps = steps(fast, lengths);
        for (int left = wanted - sum(steps); left > 0; left--) {
            steps[fastest(steps, lengths)]++;
        }
        return steps;
    }

    /** Frames that begin a stretch and are not the end of the one before: the first, and those after a jump. */
    private int own() {
        int own = 1;
        for (int i = 1; i < stretches.size(); i++) {
            own += stretches.get(i - 1).restAfter() == 0 ? 1 : 0;
        }
        return own;
    }

    private int[] steps(double full, double[] lengths) {
        int[] steps = new int[lengths.length];
        for (int i = 0; i < steps.length; i++) {
            Stretch stretch = stretches.get(i);
            steps[i] = stretch.to() <= stretch.from() ? 0 : stretch.steps(Math.max(lengths[i] / full, Double.MIN_NORMAL));
        }
        return steps;
    }

    private int fastest(int[] steps, double[] lengths) {
        int fastest = -1;
        double highest = -1;
        for (int i = 0; i < steps.length; i++) {
            double speed = steps[i] == 0 ? -1 : lengths[i] / stretches.get(i).sum(steps[i]);
            if (speed > highest) {
                highest = speed;
                fastest = i;
            }
        }
        return Math.max(0, fastest);
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    private double[] even(Stretch stretch, int steps) {
        double[] speeds = stretch.speeds(steps);
        double[] positions = new double[steps + 1];
        double from = way.at(stretch.from());
        double whole = way.at(stretch.to()) - from;
        double all = stretch.sum(steps);
        double gone = 0;
        positions[0] = stretch.from();
        for (int i = 1; i < steps; i++) {
            gone += speeds[i - 1];
            positions[i] = Math.max(positions[i - 1], Math.min(stretch.to(), way.position(from + whole * gone / all)));
        }
        positions[steps] = stretch.to();
        return positions;
    }

    private double[] swept(Stretch stretch, double[] begun) {
        double[] positions = begun;
        double[] best = begun;
        double evenness = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep <= SWEEPS && begun.length > 2; sweep++) {
            double[] covered = new double[positions.length - 1];
            for (int i = 0; i < covered.length; i++) {
                covered[i] = way.moved(positions[i], positions[i + 1]);
            }
            double[] speeds = speeds(stretch, positions);
            double unevenness = unevenness(covered, speeds);
            if (unevenness < evenness) {
                evenness = unevenness;
                best = positions;
            }
            positions = again(positions, covered, speeds);
        }
        return evenness > EVEN ? stepped(stretch, best, evenness) : best;
    }

    private double[] stepped(Stretch stretch, double[] swept, double unevenness) {
        double[] speeds = speeds(stretch, swept);
        double[] stepped = new Dividers(way, stretch, speeds).positions();
        if (stepped.length == 0) {
            return swept;
        }
        double[] covered = new double[speeds.length];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = way.moved(stepped[i], stepped[i + 1]);
        }
        return unevenness(covered, speeds) < unevenness ? stepped : swept;
    }

    /** The ramps' speeds, and within what is to pass slowly no more than that, reached without a jerk. */
    private double[] speeds(Stretch stretch, double[] positions) {
        double[] speeds = stretch.speeds(positions.length - 1);
        if (way.hasSlow()) {
            for (int i = 0; i < speeds.length; i++) {
                speeds[i] = Math.min(speeds[i], way.speed((positions[i] + positions[i + 1]) / 2));
            }
            for (int i = 1; i < speeds.length; i++) {
                speeds[i] = Math.min(speeds[i], Ramp.RATIO * speeds[i - 1]);
            }
            for (int i = speeds.length - 2; i >= 0; i--) {
                speeds[i] = Math.min(speeds[i], Ramp.RATIO * speeds[i + 1]);
            }
        }
        return speeds;
    }

    /** The largest ratio of what two steps after each other cover, but for that of their speeds. */
    private static double unevenness(double[] covered, double[] speeds) {
        double largest = 1;
        for (int i = 1; i < covered.length; i++) {
            double ratio = covered[i] * speeds[i - 1] / (covered[i - 1] * speeds[i]);
            largest = Math.max(largest, Double.isNaN(ratio) ? 1 : Math.max(ratio, 1 / ratio));
        }
        return largest;
    }

    private static double[] again(double[] positions, double[] covered, double[] speeds) {
        int last = covered.length;
        double[] gone = new double[last + 1];
        double[] wanted = new double[last + 1];
        for (int i = 0; i < last; i++) {
            gone[i + 1] = gone[i] + covered[i];
            wanted[i + 1] = wanted[i] + speeds[i];
        }
        if (gone[last] == 0) {
            return positions;
        }
        double[] again = positions.clone();
        int at = 0;
        for (int i = 1; i < last; i++) {
            double way = wanted[i] / wanted[last] * gone[last];
            while (at + 1 < last && gone[at + 1] < way) {
                at++;
            }
            double across = gone[at + 1] - gone[at];
            double part = across == 0 ? 0 : Math.max(0, Math.min(1, (way - gone[at]) / across));
            again[i] = positions[at] + part * (positions[at + 1] - positions[at]);
        }
        return again;
    }

    /** As {@link #spread}, but so fast that between ramps each frame shows an epoch exactly. */
    ImmutableList<double[]> everyEpoch() {
        List<double[]> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int epochs = (int) Math.round(stretch.to() - stretch.from());
            double[] in = ramp(stretch.in(), epochs / 2);
            double[] out = ramp(stretch.out(), epochs - epochs / 2);
            List<Double> positions = new ArrayList<>();
            for (double part : in) {
                positions.add(stretch.from() + part);
            }
            double from = stretch.from() + in[in.length - 1];
            double to = stretch.to() - out[out.length - 1];
            for (double epoch = from + 1; epoch <= to; epoch++) {
                positions.add(epoch);
            }
            for (int i = out.length - 2; i >= 0; i--) {
                positions.add(stretch.to() - out[i]);
            }
            all.add(positions.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return ImmutableList.copyOf(all);
    }

    /** Positions of a ramp's frames from 0 on, to a whole number of epochs, at most {@code most}. */
    private static double[] ramp(Ramp ramp, int most) {
        int frames = ramp.frames();
        double sum = sum(ramp, frames);
        while (frames > 0 && Math.round(sum) > most) {
            frames--;
            sum = sum(ramp, frames);
        }
        long epochs = Math.round(sum);
        if (epochs == 0) {
            return new double[] {0};
        }
        double[] positions = new double[frames + 1];
        for (int i = 0; i < frames; i++) {
            positions[i + 1] = positions[i] + ramp.speed(i, frames) * epochs / sum;
        }
        positions[frames] = epochs;
        return positions;
    }

    private static double sum(Ramp ramp, int frames) {
        double sum = 0;
        for (int i = 0; i < frames; i++) {
            sum += ramp.speed(i, frames);
        }
        return sum;
    }
}
