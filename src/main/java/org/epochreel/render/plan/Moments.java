package org.epochreel.render.plan;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.render.train.ParameterHistory;
import org.epochreel.run.TrainingRun;

/**
 * The epochs at which a few pictures tell the most of a run: the first, the last, where the learning rate changes, and
 * between these such that the model moves about as far from each to the next. How far it moves is learned from some of
 * the epochs only.
 */
final class Moments {

    private static final int MOST_SAMPLES = 240;
    private static final int MOST_POINTS = 96;

    private final TrainingRun run;
    private final double[] epochs;
    private final double[] moved;

    /** @param history of the run's parameters */
    Moments(TrainingRun run, Model model, DataSet data, ParameterHistory history) {
        this.run = run;
        List<double[]> samples = history.samples();
        int step = Math.max(1, (samples.size() + MOST_SAMPLES - 1) / MOST_SAMPLES);
        int count = (samples.size() - 1 + step - 1) / step + 1;
        this.epochs = new double[count];
        this.moved = new double[count];
        Probe probe = new Probe(model, points(data.train()));
        double[][] before = new double[model.outputs()][probe.count()];
        double[][] now = new double[model.outputs()][probe.count()];
        for (int i = 0; i < count; i++) {
            int sample = Math.min(samples.size() - 1, i * step);
            epochs[i] = Math.min((double) run.metrics().lastEpoch(), (double) sample * history.spacing());
            probe.outputs(samples.get(sample), now);
            moved[i] = i == 0 ? 0 : moved[i - 1] + distance(before, now);
            double[][] swap = before;
            before = now;
            now = swap;
        }
    }

    private static double[][] points(Samples train) {
        int count = Math.min(MOST_POINTS, train.count());
        double[][] inputs = new double[train.inputs().width()][count];
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * train.count() / count);
            for (int k = 0; k < inputs.length; k++) {
                inputs[k][i] = train.inputs().at(row, k);
            }
        }
        return inputs;
    }

    // Where a model leaves the finite numbers it has moved, but nobody can say how far.
    private static double distance(double[][] before, double[][] now) {
        double sum = 0;
        for (int k = 0; k < now.length; k++) {
            for (int i = 0; i < now[k].length; i++) {
                double difference = Math.abs(now[k][i] - before[k][i]);
                sum += Double.isFinite(difference) ? difference : 0;
            }
        }
        return sum;
    }

    /** At most {@code count} epochs, rising; fewer if there are no more. */
    ImmutableIntArray choose(int count) {
        int last = run.metrics().lastEpoch();
        TreeSet<Integer> chosen = new TreeSet<>(List.of(0, last));
        int[] changes = run.rateChanges().stream().mapToInt(change -> change.epoch()).distinct().toArray();
        int shown = Math.min(changes.length, count - chosen.size());
        for (int i = 0; i < shown; i++) {
            chosen.add(changes[(int) ((long) i * changes.length / shown)]);
        }
        share(ImmutableIntArray.copyOf(chosen), Math.min(count, last + 1) - chosen.size(), chosen);
        while (chosen.size() < Math.min(count, last + 1)) {
            chosen.add(inLongestGap(chosen));
        }
        return ImmutableIntArray.copyOf(chosen);
    }

    /** Adds {@code more} epochs where the way between given ones is the longest for each part of it. */
    private void share(ImmutableIntArray given, int more, TreeSet<Integer> chosen) {
        int[] parts = new int[given.length() - 1];
        Arrays.fill(parts, 1);
        for (int i = 0; i < more; i++) {
            int longest = 0;
            for (int gap = 1; gap < parts.length; gap++) {
                longest = way(given, gap) / parts[gap] > way(given, longest) / parts[longest] ? gap : longest;
            }
            parts[longest]++;
        }
        for (int gap = 0; gap < parts.length; gap++) {
            for (int part = 1; part < parts[gap]; part++) {
                chosen.add(reaching(at(given.get(gap)) + part * way(given, gap) / parts[gap],
                        given.get(gap), given.get(gap + 1)));
            }
        }
    }

    private double way(ImmutableIntArray given, int gap) {
        return at(given.get(gap + 1)) - at(given.get(gap));
    }

    /** The first epoch from one to another at which the model has moved so far. */
    private int reaching(double way, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int epoch = (low + high) / 2;
            if (at(epoch) < way) {
                low = epoch + 1;
            } else {
                high = epoch;
            }
        }
        return low;
    }

    private static int inLongestGap(TreeSet<Integer> chosen) {
        int from = chosen.first();
        int longest = 0;
        int middle = from;
        for (int epoch : chosen) {
            if (epoch - from > longest) {
                longest = epoch - from;
                middle = from + longest / 2;
            }
            from = epoch;
        }
        return middle;
    }

    private double at(int epoch) {
        int low = 0;
        int high = epochs.length - 1;
        while (low + 1 < high) {
            int middle = (low + high) / 2;
            if (epochs[middle] <= epoch) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double across = epochs[high] - epochs[low];
        double part = across == 0 ? 0 : (epoch - epochs[low]) / across;
        return moved[low] + part * (moved[high] - moved[low]);
    }
}
