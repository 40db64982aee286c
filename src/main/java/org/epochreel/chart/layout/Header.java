package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.layout.ChartLayout.Title;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.font.Wrapping;

/**
 * Places the texts outside the panels: the title, and the readout's labels and values. A title that is too long for
 * its row gets a row of its own, then several; only then does it shrink, never below the readout's size.
 */
final class Header {

    private static final double LEAST_READABLE = 5;
    private static final int SIZES = 8;

    /** From one baseline to the next, in ems of the title and of the readout. */
    private static final double LEADING = 1.3;
    private static final double ROWS = 1.65;
    private static final double BETWEEN_CELLS = 1.3;

    /** Pictures whose height is more than this of their width have room for a further line of the title. */
    private static final double TALL = 1.2;

    private final ChartSpec spec;
    private final Theme theme;
    private final double scale;
    private final boolean compact;
    private final Typeface regular;
    private final Typeface titleFace;
    private final ImmutableList.Builder<Label> labels = ImmutableList.builder();
    private final ImmutableList.Builder<TextPlace> cells = ImmutableList.builder();
    private Title title = Title.NONE;
    private double titleSize;
    private Wrapping wrapping = Wrapping.NONE;
    private boolean oneRow = true;
    private ImmutableList<ImmutableList<ReadoutCell>> rows = ImmutableList.of();

    /** @param compact whether title and readout take one row each at most, however small that makes them */
    Header(ChartSpec spec, Typefaces typefaces, double scale, boolean compact) {
        this.spec = spec;
        this.theme = spec.theme();
        this.scale = scale;
        this.compact = compact;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.titleFace = typefaces.of(theme.type().titleWeight());
    }

    Title title() {
        return title;
    }

    ImmutableList<Label> labels() {
        return labels.build();
    }

    ImmutableList<TextPlace> cells() {
        return cells.build();
    }

    boolean isEmpty() {
        return spec.headline().title().isEmpty() && spec.readout().isEmpty();
    }

    /** Finds how title and readout share a strip above the panels that is {@code width} pixels wide. */
    void arrange(double width) {
        wrapTitle(width, mostLines());
        double em = theme.type().readout() * scale;
        double readout = width(spec.readout(), em);
        double titleWidth = spec.headline().title().map(text -> titleFace.width(text, titleSize)).orElse(0.0);
        oneRow = titleSize == 0 || readout == 0
                || wrapping.count() == 1 && titleWidth + readout + 2 * em <= width;
        rows = compact || readout <= width ? ImmutableList.of(spec.readout()) : rows(width, em);
    }

    /** Pixels from the top of the first row's capitals to the baseline of the last row; 0 without any text. */
    double height() {
        double em = theme.type().readout() * scale;
        int below = spec.readout().isEmpty() ? 0 : rows.size() - (oneRow ? 1 : 0);
        return isEmpty() ? 0
                : Typeface.CAP_HEIGHT * firstRow() + (wrapping.count() - 1) * leading() + below * nextRow(em);
    }

    /** Places the title on the left and the readout on its right, or below it where there is no room. */
    void placeAbove(int left, int right, double top) {
        double em = theme.type().readout() * scale;
        double readout = width(spec.readout(), em);
        boolean beside = oneRow && readout > 0 && titleSize > 0;
        int baseline = (int) Math.rint(top + Typeface.CAP_HEIGHT * firstRow());
        int wide = right - left - (beside ? (int) (readout + em) : 0);
        placeTitle(left, Math.max(1, wide), baseline, 0);
        placeReadout(rows, beside ? right - readout : left,
                oneRow ? baseline : baseline + (wrapping.count() - 1) * leading() + nextRow(em), beside ? 1 : 0);
    }

    /** Places the title, if there is one, around a centre, its last line on {@code baseline}. */
    void placeCentredAbove(double centre, double width, int baseline) {
        double cap = Typeface.CAP_HEIGHT * theme.type().title() * scale;
        int most = (int) (1 + Math.max(0, baseline - cap - 2) / (LEADING * theme.type().title() * scale));
        wrapTitle(width, Math.min(most, mostLines()));
        placeTitle((int) (centre - width / 2), (int) width, (int) (baseline - (wrapping.count() - 1) * leading()), 0.5);
    }

    /** As the other, the first line's capitals at {@code top}; the baseline of the last line. */
    int placeCentredBelow(double centre, double width, int top) {
        wrapTitle(width, mostLines());
        int baseline = top + (int) Math.rint(Typeface.CAP_HEIGHT * theme.type().title() * scale);
        placeTitle((int) (centre - width / 2), (int) width, baseline, 0.5);
        return baseline + (int) ((wrapping.count() - 1) * leading());
    }

    /** Places all of the readout on one row, as small as it must be. */
    void placeReadout(double x, int baseline) {
        placeReadout(ImmutableList.of(spec.readout()), x, baseline, 0);
    }

    /** @param alignment of values in their places: 1 ends them at the right, so that the row's end never moves */
    private void placeReadout(
            ImmutableList<ImmutableList<ReadoutCell>> rows, double left, double first, double alignment) {
        double full = theme.type().readout() * scale;
        double room = spec.size().width() - left - 4;
        double needed = rows.stream().mapToDouble(row -> width(row, full)).max().orElse(0);
        double em = needed > room ? full * room / needed : full;
        if (em < LEAST_READABLE) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            placeRow(rows.get(i), left, (int) Math.rint(first + i * nextRow(full)), em, alignment);
        }
    }

    private void placeRow(ImmutableList<ReadoutCell> row, double left, int baseline, double em, double alignment) {
        double x = left;
        for (ReadoutCell cell : row) {
            double label = labelWidth(cell, em);
            if (label > 0) {
                labels.add(new Label(TextPlace.line((int) Math.rint(x), (int) Math.ceil(label) + 1, baseline, regular,
                        em, theme.palette().muted(), 0), cell.label()));
            }
            int value = (int) valueWidth(cell, em);
            cells.add(TextPlace.line((int) Math.rint(x + label), value, baseline, regular, em,
                    theme.palette().text(), alignment));
            x += label + value + BETWEEN_CELLS * em;
        }
    }

    private void placeTitle(int x, int width, int baseline, double alignment) {
        if (spec.headline().title().isEmpty()) {
            return;
        }
        ImmutableList.Builder<TextPlace> lines = ImmutableList.builder();
        for (int i = 0; i < wrapping.count(); i++) {
            lines.add(TextPlace.line(x, width, (int) Math.rint(baseline + i * leading()), titleFace, titleSize,
                    theme.palette().title(), alignment));
        }
        title = new Title(wrapping, lines.build());
    }

    private int mostLines() {
        if (compact) {
            return 1;
        }
        return spec.size().height() > TALL * spec.size().width() ? 3 : 2;
    }

    /** Chooses the largest size at which the title keeps to {@code width}, or else the smallest. */
    private void wrapTitle(double width, int most) {
        if (spec.headline().title().isEmpty()) {
            return;
        }
        String text = spec.headline().title().get();
        double largest = theme.type().title() * scale;
        double smallest = Math.min(largest, theme.type().readout() * scale);
        for (int i = 0; i < SIZES; i++) {
            double size = largest - i * (largest - smallest) / (SIZES - 1);
            titleSize = size;
            wrapping = Wrapping.of(text, line -> titleFace.width(line, size), width, most);
            if (wrapping.lines(text).stream().allMatch(line -> titleFace.width(line, size) <= width)) {
                return;
            }
        }
    }

    private ImmutableList<ImmutableList<ReadoutCell>> rows(double width, double em) {
        ImmutableList.Builder<ImmutableList<ReadoutCell>> rows = ImmutableList.builder();
        ImmutableList<ReadoutCell> row = ImmutableList.of();
        for (ReadoutCell cell : spec.readout()) {
            ImmutableList<ReadoutCell> longer =
                    ImmutableList.<ReadoutCell>builder().addAll(row).add(cell).build();
            // What has no label belongs to the cell before it.
            boolean breaks = !row.isEmpty() && !cell.label().isEmpty() && width(longer, em) > width;
            if (breaks) {
                rows.add(row);
            }
            row = breaks ? ImmutableList.of(cell) : longer;
        }
        return rows.add(row).build();
    }

    private double firstRow() {
        return titleSize > 0 ? titleSize : theme.type().readout() * scale;
    }

    private double leading() {
        return LEADING * titleSize;
    }

    private static double nextRow(double em) {
        return ROWS * em;
    }

    private double width(ImmutableList<ReadoutCell> row, double em) {
        double width = 0;
        for (ReadoutCell cell : row) {
            width += labelWidth(cell, em) + valueWidth(cell, em) + BETWEEN_CELLS * em;
        }
        return Math.max(0, width - BETWEEN_CELLS * em);
    }

    private double labelWidth(ReadoutCell cell, double em) {
        return cell.label().isEmpty() ? 0 : regular.width(cell.label(), em) + 0.4 * em;
    }

    private double valueWidth(ReadoutCell cell, double em) {
        return Math.ceil(regular.width(cell.widest(), em)) + 1;
    }
}
