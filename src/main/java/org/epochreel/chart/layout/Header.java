package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;

/** Places the texts outside the panels: the title, and the readout's labels and values. */
final class Header {

    private static final double LEAST_READABLE = 5;
    private static final double LEAST_SHRUNK = 0.6;
    private static final double ROWS = 1.65;
    private static final double BETWEEN_CELLS = 1.3;

    private final ChartSpec spec;
    private final Theme theme;
    private final double scale;
    private final Typeface regular;
    private final Typeface titleFace;
    private final ImmutableList.Builder<Label> labels = ImmutableList.builder();
    private final ImmutableList.Builder<TextPlace> cells = ImmutableList.builder();
    private Optional<TextPlace> title = Optional.empty();

    Header(ChartSpec spec, Typefaces typefaces, double scale) {
        this.spec = spec;
        this.theme = spec.theme();
        this.scale = scale;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.titleFace = typefaces.of(theme.type().titleWeight());
    }

    Optional<TextPlace> title() {
        return title;
    }

    ImmutableList<Label> labels() {
        return labels.build();
    }

    ImmutableList<TextPlace> cells() {
        return cells.build();
    }

    /** Pixels from the top of the first row's capitals to the baseline of the last row; 0 without any text. */
    double height(double width) {
        return isEmpty() ? 0
                : Typeface.CAP_HEIGHT * firstRow(width) + (oneRow(width) ? 0 : ROWS * theme.type().readout() * scale);
    }

    boolean isEmpty() {
        return spec.headline().title().isEmpty() && spec.readout().isEmpty();
    }

    /** Places the title on the left and the readout on its right, or below it where there is no room. */
    void placeAbove(int left, int right, double top, double width) {
        double titleSize = titleSize(width);
        double readoutSize = theme.type().readout() * scale;
        double readoutWidth = readoutWidth(readoutSize);
        boolean oneRow = oneRow(width);
        int baseline = (int) Math.rint(top + Typeface.CAP_HEIGHT * firstRow(width));
        boolean besideTitle = oneRow && readoutWidth > 0;
        if (titleSize > 0) {
            int wide = right - left - (besideTitle ? (int) (readoutWidth + readoutSize) : 0);
            title = Optional.of(TextPlace.line(left, Math.max(1, wide), baseline, titleFace, titleSize,
                    theme.palette().title(), 0));
        }
        if (readoutWidth > 0) {
            boolean atRight = besideTitle && titleSize > 0;
            placeReadout(atRight ? right - readoutWidth : left,
                    oneRow ? baseline : baseline + (int) Math.rint(ROWS * readoutSize));
        }
    }

    /** Places the title, if there is one, around a centre. */
    void placeCentred(double centre, double width, int baseline) {
        if (spec.headline().title().isPresent()) {
            title = Optional.of(TextPlace.line((int) (centre - width / 2), (int) width, baseline, titleFace,
                    titleSize(width), theme.palette().title(), 0.5));
        }
    }

    void placeReadout(double x, int baseline) {
        double em = theme.type().readout() * scale;
        double room = spec.size().width() - x - 4;
        double needed = readoutWidth(em);
        if (needed > room) {
            em *= room / needed;
        }
        if (em < LEAST_READABLE) {
            return;
        }
        for (ReadoutCell cell : spec.readout()) {
            double label = labelWidth(cell, em);
            if (label > 0) {
                labels.add(new Label(TextPlace.line((int) Math.rint(x), (int) Math.ceil(label) + 1, baseline, regular,
                        em, theme.palette().muted(), 0), cell.label()));
            }
            int value = (int) valueWidth(cell, em);
            cells.add(TextPlace.line((int) Math.rint(x + label), value, baseline, regular, em,
                    theme.palette().text(), 0));
            x += label + value + BETWEEN_CELLS * em;
        }
    }

    private double titleSize(double width) {
        return spec.headline().title().map(text -> shrunk(text, theme.type().title() * scale, width)).orElse(0.0);
    }

    private double firstRow(double width) {
        double titleSize = titleSize(width);
        return titleSize > 0 ? titleSize : theme.type().readout() * scale;
    }

    private boolean oneRow(double width) {
        double titleSize = titleSize(width);
        double titleWidth = spec.headline().title().map(text -> titleFace.width(text, titleSize)).orElse(0.0);
        double readoutSize = theme.type().readout() * scale;
        double readoutWidth = readoutWidth(readoutSize);
        return titleWidth == 0 || readoutWidth == 0 || titleWidth + readoutWidth + 2 * readoutSize <= width;
    }

    private double readoutWidth(double em) {
        double width = 0;
        for (ReadoutCell cell : spec.readout()) {
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

    private double shrunk(String text, double em, double width) {
        double natural = titleFace.width(text, em);
        return natural <= width ? em : Math.max(LEAST_SHRUNK * em, em * width / natural);
    }
}
