package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.util.function.DoubleFunction;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.pen.Coverage;
import org.epochreel.chart.pen.Strips;

/** One quantity over epochs; its present value stands beside the panel's name. */
public final class MetricLines implements PanelLines {

    private static final String WIDEST = "0.000e-000";

    private final String name;
    private final String brief;
    private final ImmutableDoubleArray values;
    private final Axis axis;
    private final DoubleFunction<String> text;
    private final EpochScale scale;
    private final CutoffMarks marks;
    private final Color color;
    private final Color valueColor;
    private final EpochLine line;
    private final ImmutableList<Layer> layers;
    private int next;

    /**
     * @param brief the name where there is little room
     * @param values of every epoch, NaN where there is none
     * @param text of a value
     */
    public MetricLines(String name, String brief, ImmutableDoubleArray values, Axis axis, DoubleFunction<String> text,
            ChartSpec spec, double k, PanelLayout layout) {
        this.name = name;
        this.brief = brief;
        this.values = values;
        this.axis = axis;
        this.text = text;
        this.scale = new EpochScale(layout, spec.panels().metrics().lastEpoch());
        this.marks = new CutoffMarks(spec, k, scale);
        this.color = spec.theme().palette().curve();
        this.valueColor = spec.theme().palette().text();
        Coverage coverage = new Coverage(layout.plot().inside());
        this.line = new EpochLine(coverage, scale, spec.theme().lines().trace() * k);
        this.layers = marks.isEmpty() ? ImmutableList.of(new Layer(coverage, color))
                : ImmutableList.of(marks.layer(), new Layer(coverage, color));
    }

    @Override
    public ImmutableList<Layer> layers() {
        return layers;
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        for (; next <= epoch; next++) {
            line.add(next, axis.position(values.get(next)), added);
        }
        marks.addUntil(epoch, added);
    }

    @Override
    public void letter(Annotations pen) {
        pen.nameOverEpochs(name, brief, pen.width(WIDEST));
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        double value = values.get(epoch);
        if (Double.isNaN(value)) {
            return;
        }
        pen.dot(scale.pixelX(epoch), scale.pixelY(axis.position(value)), color);
        pen.headingValue(text.apply(value), 0, name, valueColor);
    }
}
