package org.epochreel.chart.panel.strip;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.RateNotation;

/**
 * The learning rate as a thin line over the strip's height, where it changes too often for bands: decay, warm-up, rates
 * that adapt. It has no scale of its own, but its name says from where to where it goes.
 */
final class RateTrace {

    // Of the strip's height, above and below the line.
    private static final double MARGIN = 0.12;

    private final Optional<StripLine> line;
    private final Optional<String> name;

    RateTrace(PanelSite site) {
        ImmutableDoubleArray rates = site.spec().runs().get(0).metrics().learningRate();
        double[] known = rates.stream().filter(rate -> rate > 0).toArray();
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        int changes = 0;
        for (int i = 0; i < known.length; i++) {
            least = Math.min(least, known[i]);
            greatest = Math.max(greatest, known[i]);
            changes += i > 0 && known[i] != known[i - 1] ? 1 : 0;
        }
        boolean often = site.spec().runs().size() == 1
                && (changes > RateBands.MOST || changes > 0 && site.spec().runs().get(0).cutoffs().isEmpty());
        if (!often) {
            line = Optional.empty();
            name = Optional.empty();
            return;
        }
        PanelLayout layout = site.layout();
        Axis axis = new Scaled(layout.y(), StrictMath.log10(least), StrictMath.log10(greatest));
        line = Optional.of(new StripLine(rates, axis, layout, Math.max(1, site.theme().lines().thin() * site.scale()),
                site.theme().palette().muted(), site.sketched()));
        RateNotation notation = RateNotation.of(DoubleStream.of(least, greatest));
        name = Optional.of("rate " + notation.text(known[0]) + " to " + notation.text(known[known.length - 1]));
    }

    Optional<StripLine> line() {
        return line;
    }

    Optional<String> name() {
        return name;
    }

    /** An axis of the logarithms of rates over the strip's own. */
    private record Scaled(Range range, double least, double greatest) implements Axis {

        @Override
        public double position(double rate) {
            double part = greatest > least ? (StrictMath.log10(rate) - least) / (greatest - least) : 0.5;
            return range.from() + (MARGIN + part * (1 - 2 * MARGIN)) * (range.to() - range.from());
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return ImmutableList.of();
        }
    }
}
