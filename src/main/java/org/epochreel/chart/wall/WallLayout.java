package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wall.Lines.Part;
import org.epochreel.scene.VideoSpec.Range;

/** Where everything on a wall lies; lengths are given for a shorter side of 1080 pixels. */
final class WallLayout {

    private static final double REFERENCE = 1080;
    private static final double LEAST_SCALE = 0.2;
    private static final double EDGE = 45;
    private static final double TITLE_BASELINE = 84;
    private static final double TITLE_LINE = 48;
    private static final double BAR_BELOW_TITLE = 28;
    private static final double BAR = 5;
    private static final double LABELS_BELOW_BAR = 47;
    private static final double CELLS_BELOW_LABELS = 21;
    private static final double CELLS_BELOW_BAR = 30;
    private static final double FOOT = 132;
    private static final double GAP = 12;
    /** Gaps are no larger than this part of a cell. */
    private static final double MOST_GAP = 0.12;
    /** Row labels take no more than this part of the width. */
    private static final double MOST_LABELS = 0.18;
    private static final double SLIMMEST = 1 / 3.0;
    private static final double INSET = 9;
    private static final double LEAST_SPACE = 0.4;
    /** A cell is flat if its height is less than this many sizes of its number, and its width more than that many. */
    private static final double FLAT = 5.5;
    private static final double LONG = 14;
    private static final double NUMBER_ROOM = 5.5;
    private static final int MOST_INTERVALS = 5;
    private static final int LEAST_CELL = 8;

    private final double scale;
    private final WallSpec spec;
    private final int left;
    private final int right;
    private final int labelsEnd;
    private final int labelWidth;
    private final ImmutableList<String> title;
    private final Rectangle bar;
    private final int top;
    private final int bottom;
    private final double gap;
    private final double cellWidth;
    private final double cellHeight;
    private final ImmutableList<Tick> xTicks;
    private final ImmutableList<Tick> yTicks;

    /** @throws IllegalArgumentException with a sentence if the cells would be too small */
    WallLayout(WallSpec spec, Lines lines) {
        this.spec = spec;
        this.scale = scale(spec.size().width(), spec.size().height());
        WallGrid grid = spec.grid();
        int edge = px(EDGE);
        this.right = spec.size().width() - edge;
        double readout = lines.width(ImmutableList.of(Part.regular("epoch of  ", spec.theme().palette().text()),
                Part.regular(spec.epochs() + "" + spec.epochs(), spec.theme().palette().text())), readoutSize());
        ImmutableList<String> wrapped = lines.wrapped(spec.title(), Typeface.Weight.SEMIBOLD, titleSize(),
                right - edge - readout - px(40));
        this.title = wrapped.size() <= 2 ? wrapped
                : ImmutableList.of(wrapped.get(0), String.join(" ", wrapped.subList(1, wrapped.size())));
        int barTop = px(TITLE_BASELINE) + (title.size() - 1) * px(TITLE_LINE) + px(BAR_BELOW_TITLE);
        this.bar = new Rectangle(edge, barTop, right - edge, Math.max(2, px(BAR)));
        this.top = barTop + (namesColumns() ? px(LABELS_BELOW_BAR + CELLS_BELOW_LABELS) : px(CELLS_BELOW_BAR));
        this.bottom = spec.size().height() - px(FOOT);
        this.labelWidth = (int) Math.ceil(rowLabelWidth(lines));
        this.labelsEnd = edge + labelWidth;
        this.yTicks = fitting(spec.y(), false, (bottom - top) / (double) grid.rows() - px(GAP + 2 * INSET) - 1.75 * valueSize(), lines);
        double numbers = yTicks.stream().mapToDouble(tick -> lines.width(tickPart(tick), tickSize())).max().orElse(0);
        this.left = (int) Math.ceil(labelsEnd + (labelWidth > 0 ? px(14) : 0) + numbers + px(16));
        double rough = (double) (right - left) / grid.columns();
        this.gap = Math.max(1, Math.min(GAP * scale, MOST_GAP * Math.min(rough, (bottom - top) / (double) grid.rows())));
        this.cellWidth = (right - left - gap * (grid.columns() - 1)) / grid.columns();
        this.cellHeight = Math.min((bottom - top - gap * (grid.rows() - 1)) / grid.rows(), cellWidth / SLIMMEST);
        if (cellWidth < LEAST_CELL || cellHeight < LEAST_CELL) {
            throw new IllegalArgumentException("a wall of " + spec.size() + " is too small for " + grid.rows() + " rows of "
                    + grid.columns() + " cells; choose a larger --wall-size or fewer members");
        }
        this.xTicks = fitting(spec.x(), true, cellWidth - 2 * px(INSET), lines);
    }

    private static double scale(int width, int height) {
        return Math.max(LEAST_SCALE, Math.min(width, height) / REFERENCE);
    }

    private Part tickPart(Tick tick) {
        return Part.regular(tick.label(), spec.theme().palette().text());
    }

    // Numbers may be as wide as half their distance allows.
    private ImmutableList<Tick> fitting(Range range, boolean across, double room, Lines lines) {
        Axis axis = new Axis.Values(range, across ? spec.axes().xDates() : Optional.empty());
        for (int intervals = MOST_INTERVALS; intervals > 1; intervals--) {
            ImmutableList<Tick> ticks = axis.ticks(intervals);
            if (leastSpace(ticks, range, across, room, lines) >= (across ? LEAST_SPACE : 1) * tickSize()) {
                return ticks;
            }
        }
        return axis.ticks(1);
    }

    // Between two numbers, where a plot is as long as {@code room}.
    private double leastSpace(ImmutableList<Tick> ticks, Range range, boolean across, double room, Lines lines) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < ticks.size(); i++) {
            double apart = (ticks.get(i).value() - ticks.get(i - 1).value()) / (range.to() - range.from()) * room;
            double taken = across ? (lines.width(tickPart(ticks.get(i)), tickSize())
                    + lines.width(tickPart(ticks.get(i - 1)), tickSize())) / 2 : Typeface.CAP_HEIGHT * tickSize();
            least = Math.min(least, apart - taken);
        }
        return least;
    }

    private double rowLabelWidth(Lines lines) {
        if (spec.rows().isEmpty()) {
            return 0;
        }
        WallSpec.Margin rows = spec.rows().get();
        double most = MOST_LABELS * spec.size().width();
        double widest = lines.width(rowLabel(rows, 0), labelSize());
        if (widest > most / 2) {
            widest = lines.width(Part.regular(rows.word(), spec.theme().palette().muted()), labelSize());
        }
        for (String label : rows.labels()) {
            for (String line : lines.wrapped(label, Typeface.Weight.SEMIBOLD, labelSize(), most)) {
                widest = Math.max(widest, lines.width(Part.strong(line, spec.theme().palette().text()), labelSize()));
            }
        }
        return Math.min(most, widest);
    }

    ImmutableList<Part> rowLabel(WallSpec.Margin rows, int row) {
        Part value = Part.strong(rows.labels().get(row), spec.theme().palette().text());
        return row > 0 ? ImmutableList.of(value)
                : ImmutableList.of(Part.regular(rows.word() + " ", spec.theme().palette().muted()), value);
    }

    /** Whether columns are named above the cells; else each cell names itself. */
    boolean namesColumns() {
        return spec.grid().matrix() || spec.grid().rows() == 1;
    }

    int px(double length) {
        return (int) Math.rint(length * scale);
    }

    double scale() {
        return scale;
    }

    double titleSize() {
        return 40 * scale;
    }

    double readoutSize() {
        return 28 * scale;
    }

    double labelSize() {
        return 24 * scale;
    }

    double tickSize() {
        return 22 * scale;
    }

    double valueSize() {
        return 22 * scale;
    }

    ImmutableList<String> title() {
        return title;
    }

    int titleBaseline(int line) {
        return px(TITLE_BASELINE) + line * px(TITLE_LINE);
    }

    /** The line of progress. */
    Rectangle bar() {
        return bar;
    }

    int edge() {
        return bar.x;
    }

    int left() {
        return left;
    }

    int right() {
        return right;
    }

    int top() {
        return top;
    }

    /** Where the cells end. */
    int bottom() {
        return (int) Math.ceil(top + spec.grid().rows() * (cellHeight + gap) - gap);
    }

    int columnBaseline() {
        return bar.y + px(LABELS_BELOW_BAR);
    }

    /** Where row labels end, and how wide they may be. */
    int labelsEnd() {
        return labelsEnd;
    }

    int labelWidth() {
        return labelWidth;
    }

    ImmutableList<Tick> xTicks() {
        return xTicks;
    }

    ImmutableList<Tick> yTicks() {
        return yTicks;
    }

    /** The place of a cell; a short last row stands in the middle. */
    Rectangle cell(int cell) {
        WallGrid grid = spec.grid();
        int row = grid.row(cell);
        int missing = row == grid.rows() - 1 ? grid.rows() * grid.columns() - grid.count() : 0;
        double shift = grid.matrix() ? 0 : missing * (cellWidth + gap) / 2;
        int x = (int) Math.rint(left + shift + grid.column(cell) * (cellWidth + gap));
        int y = (int) Math.rint(top + row * (cellHeight + gap));
        return new Rectangle(x, y, (int) Math.floor(cellWidth), (int) Math.floor(cellHeight));
    }

    /** The part of a cell whose sides are the visible x and y. */
    Rectangle plot(int cell) {
        Rectangle area = cell(cell);
        int inset = Math.min(px(INSET), Math.min(area.width, area.height) / 8);
        int above = namesColumns() ? inset : names() + inset;
        int below = hasValues() ? (int) Math.rint(1.75 * valueSize()) : inset;
        if (isFlat()) {
            return new Rectangle(area.x + inset, area.y + above, area.width - inset - numberRoom(), area.height - above - inset);
        }
        return new Rectangle(area.x + inset, area.y + above, area.width - 2 * inset,
                Math.max(2, area.height - above - below));
    }

    // Then its number stands beside its plot.
    private boolean isFlat() {
        return spec.grid().matrix() && hasValues() && cellHeight < FLAT * valueSize() && cellWidth > LONG * valueSize();
    }

    private int numberRoom() {
        return (int) Math.rint(NUMBER_ROOM * valueSize());
    }

    /** Where a cell's number may be written. */
    Rectangle value(int cell) {
        Rectangle area = cell(cell);
        Rectangle plot = plot(cell);
        int inset = (int) Math.ceil(4 * scale);
        int x = isFlat() ? plot.x + plot.width : area.x + inset;
        int y = isFlat() ? area.y + inset : plot.y + plot.height;
        return new Rectangle(x, y, area.x + area.width - inset - x, area.y + area.height - inset - y);
    }

    private int names() {
        return hasValues() ? (int) Math.rint(1.5 * labelSize()) : 0;
    }

    /** Whether the cells are large enough for text. */
    boolean hasValues() {
        return cellWidth >= 2.6 * valueSize() && cellHeight >= 4 * valueSize();
    }

    int valueBaseline(int cell) {
        Rectangle area = cell(cell);
        return isFlat() ? (int) Math.rint(area.getCenterY() + Typeface.CAP_HEIGHT * valueSize() / 2)
                : area.y + area.height - (int) Math.rint(0.65 * valueSize());
    }

    int footBaseline(int line) {
        return spec.size().height() - px(line == 0 ? 58 : 26);
    }

    /** The one plot at the end. */
    Rectangle gathered(double numbers) {
        int x = (int) Math.ceil(edge() + numbers + px(20));
        int y = bar.y + px(44);
        return new Rectangle(x, y, right - x, spec.size().height() - px(FOOT + 36) - y);
    }
}
