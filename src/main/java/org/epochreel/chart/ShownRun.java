package org.epochreel.chart;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.util.stream.IntStream;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.run.Metrics;
import org.epochreel.text.RateNotation;

/**
 * One training run of those that a chart shows together, as far as it stays the same in all frames.
 *
 * @param name tells it from the others; not shown where it is the only one
 * @param color of its curve and of its lines over epochs
 * @param metrics of the whole run, so that axes are known before the first frame
 * @param cutoffs epochs after which the learning rate changed
 * @param atEnd answers to what panels want to know of the model at the end of the run before the first frame is drawn,
 *     such as scales that never change
 * @param diverged whether it left the finite numbers behind after its last epoch
 */
public record ShownRun(String name, Color color, Metrics metrics, ImmutableIntArray cutoffs, Answers atEnd,
        boolean diverged) {

    private static final ImmutableDoubleArray ZERO = ImmutableDoubleArray.of(0);

    /** A run of whose end nothing is wanted. */
    public ShownRun(String name, Color color, Metrics metrics, ImmutableIntArray cutoffs) {
        this(name, color, metrics, cutoffs, Answers.NONE);
    }

    /** A run that did not diverge. */
    public ShownRun(String name, Color color, Metrics metrics, ImmutableIntArray cutoffs, Answers atEnd) {
        this(name, color, metrics, cutoffs, atEnd, false);
    }

    /** A run of which a chart shows the curve and nothing else. */
    public static ShownRun ofCurve(Color color) {
        return new ShownRun("", color, new Metrics(ZERO, ZERO, ZERO, ZERO, ZERO), ImmutableIntArray.of());
    }

    /** How this run's learning rates are written. */
    public RateNotation rates() {
        return rates(metrics, cutoffs);
    }

    /** How the learning rates of a run are written; a run that was trained elsewhere may not tell them. */
    public static RateNotation rates(Metrics metrics, ImmutableIntArray cutoffs) {
        int last = metrics.lastEpoch();
        return RateNotation.of(IntStream.concat(IntStream.of(1), cutoffs.stream().flatMap(
                        epoch -> IntStream.of(epoch, epoch + 1)))
                .filter(epoch -> epoch >= 1 && epoch <= last)
                .mapToDouble(epoch -> metrics.learningRate().get(epoch)).filter(Double::isFinite));
    }
}
