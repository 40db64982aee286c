package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.LogAxis;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.PictureNumber;

/**
 * One quantity of each run over epochs. Of a single run its present value stands beside the panel's name, of several
 * their names.
 */
public final class MetricLines extends SeriesLines {

    /** The length of the gradients. */
    public static final PanelEntry NORM = new Quantity("gradient norm", "norm", Metrics::gradientNorm,
            MetricLines::normAxis, spec -> PictureNumber::loss, false).entry(PanelKind.GRADIENT_NORM);

    /** How far each gradient turns from the one before. */
    public static final PanelEntry ANGLE = new Quantity("gradient angle", "angle", Metrics::gradientAngle,
            spec -> new Axis.Degrees(), spec -> PictureNumber::degrees, false).entry(PanelKind.GRADIENT_ANGLE);

    /** The learning rate of each update, from the epoch before it to its own. */
    public static final PanelEntry RATE = new Quantity("learning rate", "rate", Metrics::learningRate,
            MetricLines::rateAxis, spec -> spec.runs().get(0).rates()::text, true).entry(PanelKind.LEARNING_RATE);

    // Rates that differ by this factor are drawn by their powers of ten; others from 0 on, with some air.
    private static final double DECADE = 10;
    private static final double BELOW = 0.04;
    private static final double ABOVE = 0.12;

    private static final String WIDEST = PictureNumber.loss(1.234e-100);

    private final Quantity quantity;
    private final DoubleFunction<String> text;
    private final Legend legend;
    private final Color valueColor;

    /**
     * What is shown.
     *
     * @param brief the name where there is little room
     * @param values of every epoch, NaN where there is none
     * @param text of a value in a chart
     * @param stepped whether a value holds from the epoch before on
     */
    private record Quantity(String name, String brief, Function<Metrics, ImmutableDoubleArray> values,
            Function<ChartSpec, Axis> axis, Function<ChartSpec, DoubleFunction<String>> text, boolean stepped) {

        PanelEntry entry(PanelKind kind) {
            return new LineEntry(kind, axis, site -> new MetricLines(this, site));
        }
    }

    private MetricLines(Quantity quantity, PanelSite site) {
        super(site, series(quantity, site), !quantity.stepped);
        this.quantity = quantity;
        this.text = quantity.text.apply(site.spec());
        this.legend = Legend.ofRuns(site.spec());
        this.valueColor = site.theme().palette().text();
    }

    private static ImmutableList<Series> series(Quantity quantity, PanelSite site) {
        Axis axis = quantity.axis.apply(site.spec());
        return site.spec().runs().stream()
                .map(run -> new Series(run.name(), quantity.values.apply(run.metrics()), run.color(), axis, quantity.stepped, site))
                .collect(ImmutableList.toImmutableList());
    }

    private static Axis rateAxis(ChartSpec spec) {
        double[] rates = spec.runs().stream().flatMapToDouble(run -> run.metrics().learningRate().stream())
                .filter(Double::isFinite).sorted().toArray();
        double greatest = rates.length == 0 || rates[rates.length - 1] <= 0 ? 1 : rates[rates.length - 1];
        boolean decades = rates.length > 0 && rates[0] > 0 && greatest >= DECADE * rates[0];
        return decades
                ? LogAxis.around(spec.runs().stream().map(run -> run.metrics().learningRate())
                        .collect(ImmutableList.toImmutableList()))
                : new Axis.Linear(new Range(-BELOW * greatest, (1 + ABOVE) * greatest));
    }

    private static LogAxis normAxis(ChartSpec spec) {
        // Norms exist from epoch 1 on.
        ImmutableList<ImmutableDoubleArray> norms = spec.runs().stream()
                .map(run -> run.metrics().gradientNorm().subArray(1, run.metrics().gradientNorm().length()))
                .collect(ImmutableList.toImmutableList());
        return LogAxis.unlessDiverging(norms);
    }

    @Override
    public void letter(Annotations pen) {
        if (series().size() > 1) {
            legend.writeOverEpochs(pen, quantity.name, quantity.brief);
        } else {
            pen.nameOverEpochs(quantity.name, quantity.brief, pen.width(WIDEST));
        }
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        writeLabels(pen, epoch);
        series().forEach(one -> one.markEnd(pen, epoch));
        double value = series().get(0).value(epoch);
        if (series().size() == 1 && !Double.isNaN(value)) {
            pen.headingValue(text.apply(value), 0, quantity.name, valueColor);
        }
    }
}
