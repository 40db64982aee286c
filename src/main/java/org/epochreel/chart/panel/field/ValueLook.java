package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Pixels;
import org.epochreel.chart.panel.Stamp;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.Range;

/**
 * A field of values: a map with contours at round numbers, and soundings filled with what was measured, which vanish
 * where the field becomes right.
 */
final class ValueLook implements FieldLook {

    private static final Color DARK = new Color(0x10243A);
    private static final int MOST_LEVELS = 6;
    private static final double STRONG = 2.6;
    private static final double FAINT = 1.2;
    private static final int STRONG_ALPHA = 190;
    private static final int FAINT_ALPHA = 102;
    private static final double VEIL = 0.55;

    private final PanelSite site;
    private final FieldGrid grid;
    private final Palette palette;
    private final ValueColors colors;
    private final FieldLines lines;
    private final ImmutableList<Tick> levels;
    private final ImmutableList<Optional<Mark>> soundings;

    ValueLook(PanelSite site, FieldGrid grid) {
        ChartSpec spec = site.spec();
        this.site = site;
        this.grid = grid;
        this.palette = site.theme().palette();
        this.colors = new ValueColors(AxisLimits.around(spec.points().y()));
        this.levels = new Axis.Linear(colors.scale()).ticks(MOST_LEVELS);
        this.lines = new FieldLines(spec.size(), grid, ImmutableList.of(kind(FAINT, DARK, FAINT_ALPHA),
                kind(FAINT, Color.WHITE, FAINT_ALPHA), kind(STRONG, DARK, STRONG_ALPHA), kind(STRONG, Color.WHITE, 255)),
                this::findLines);
        this.soundings = soundings(spec.points());
    }

    private FieldLines.Kind kind(double width, Color color, int alpha) {
        return new FieldLines.Kind(width * site.scale(),
                new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
    }

    private void findLines(Rows values, Contours contours, ImmutableList<Contours.Pieces> pens) {
        double[] value = values.of(0);
        double step = levels.size() < 2 ? 0 : levels.get(1).value() - levels.get(0).value();
        for (int i = 0; i < levels.size(); i++) {
            double level = levels.get(i).value();
            contours.trace(value, level, pens.get(colors.isDeep(level) ? 3 : 2));
            double between = level + step / 2;
            if (step > 0 && between < colors.scale().to()) {
                contours.trace(value, between, pens.get(colors.isDeep(between) ? 1 : 0));
            }
        }
    }

    private ImmutableList<Optional<Mark>> soundings(Samples points) {
        PointStyle style = PointStyle.of(site.scale() * 7.5 / 7, points.count(), grid.inside());
        double rim = Math.max(0.8, 1.2 * site.scale());
        Tint[] rims = {new Tint(DARK), new Tint(Color.WHITE)};
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        for (int row = 0; row < points.count(); row++) {
            double x = site.layout().pixelX(points.inputs().at(row, 0));
            double y = site.layout().pixelY(points.inputs().at(row, 1));
            double value = points.y().get(row);
            if (grid.inside().contains(x, y)) {
                Tint measured = new Tint(new Color(colors.of(value)));
                marks.add(Optional.of(new Stamp(ClassShapes.filled(0, style.radius() + rim / 2, x, y),
                        rims[colors.isDeep(value) ? 1 : 0])));
                marks.add(Optional.of(new Stamp(ClassShapes.filled(0, style.radius() - rim / 2, x, y), measured)));
            }
        }
        return marks.build();
    }

    @Override
    public FieldColors colors() {
        return this::paintVeiled;
    }

    private void paintVeiled(Rows values, int[] cells) {
        colors.paint(values, cells);
        Samples points = site.spec().points();
        double[] x1 = points.inputs().columns().get(0).toArray();
        double[] x2 = points.inputs().columns().get(1).toArray();
        int left = veilBefore(Doubles.min(x1), grid.x1(), grid.columns());
        int right = grid.columns() - veilBefore(-Doubles.max(x1), negated(grid.x1()), grid.columns());
        int top = veilBefore(-Doubles.max(x2), negated(grid.x2()), grid.rows());
        int bottom = grid.rows() - veilBefore(Doubles.min(x2), grid.x2(), grid.rows());
        Tint veil = new Tint(palette.background());
        int amount = (int) Math.rint(255 * VEIL);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (column < left || column >= right || row < top || row >= bottom) {
                    int cell = row * grid.columns() + column;
                    cells[cell] = veil.over(cells[cell], amount);
                }
            }
        }
    }

    private static Range negated(Range range) {
        return new Range(-range.to(), -range.from());
    }

    /** Cells from the beginning of {@code range} whose middle lies before {@code edge}. */
    private static int veilBefore(double edge, Range range, int cells) {
        double before = (edge - range.from()) / (range.to() - range.from()) * cells;
        return (int) Math.max(0, Math.min(cells, Math.floor(before + 0.5)));
    }

    @Override
    public FieldLines lines() {
        return lines;
    }

    @Override
    public ImmutableList<Optional<Mark>> points(Answers answers) {
        return soundings;
    }

    @Override
    public ImmutableList<Mark> key(Rectangle aside) {
        if (aside.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Mark> marks = ImmutableList.builder();
        int width = (int) Math.max(4, Math.rint(26 * site.scale()));
        Rectangle inside = grid.inside();
        int height = inside.height;
        ImmutableIntArray.Builder column = ImmutableIntArray.builder(height);
        Range scale = colors.scale();
        for (int i = 0; i < height; i++) {
            column.add(colors.of(scale.to() - (i + 0.5) / height * (scale.to() - scale.from())));
        }
        marks.add(new Pixels(new Rectangle(aside.x, inside.y, width, height), 1, height, column.build()));
        Typeface typeface = site.typefaces().of(Typeface.Weight.REGULAR);
        double em = site.layout().plot().tickSize();
        int line = (int) Math.max(1, Math.rint(STRONG * site.scale()));
        for (Tick tick : levels) {
            double y = inside.y + height * (1 - colors.part(tick.value()));
            if (y < inside.y + em / 2 || y > inside.y + height - em / 2) {
                continue;
            }
            marks.add(Pixels.of(new Rectangle(aside.x, (int) Math.rint(y - line / 2.0), width, line),
                    colors.isDeep(tick.value()) ? Color.WHITE : DARK));
            double x = aside.x + width + 0.5 * em;
            marks.add(new Mark.Words(tick.label(), Math.rint(x), (int) Math.rint(y + Typeface.CAP_HEIGHT * em / 2),
                    typeface.width(tick.label(), em), typeface, em, palette.text()));
        }
        return marks.build();
    }

    @Override
    public ImmutableList<Mark> values(Rectangle aside, Answers answers) {
        return ImmutableList.of();
    }
}
