package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Pixels;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;

/**
 * Writes a key from top to bottom, or in columns side by side where there is more room that way. What finds no room is
 * left out.
 */
final class FieldKey {

    /** Width of a column, the gap before it, and the distance of rows, in a picture of scale 1. */
    static final double WIDTH = 308;
    static final double GAP = 44;
    private static final double ROW = 46;
    private static final double SECTION = 74;
    private static final double TO_FIRST_ROW = 39;

    private final Rectangle area;
    private final double scale;
    private final Palette palette;
    private final Typeface regular;
    private final Typeface bold;
    private final double headingSize;
    private final double size;
    private final List<Mark> marks = new ArrayList<>();
    private double left;
    private double width;
    private double y;
    private boolean fits;

    FieldKey(PanelSite site, Rectangle area) {
        this.area = area;
        this.scale = site.scale();
        this.palette = site.theme().palette();
        this.regular = site.typefaces().of(Typeface.Weight.REGULAR);
        this.bold = site.typefaces().of(Typeface.Weight.SEMIBOLD);
        this.headingSize = site.theme().type().heading() * scale;
        this.size = site.theme().type().small() * scale;
        // Side by side as many as are hardly narrower than they would like to be.
        long columns = Math.max(1, Math.round((area.width + GAP * scale) / ((WIDTH + GAP) * scale)));
        this.width = Math.min(WIDTH * scale, (area.width - (columns - 1) * GAP * scale) / columns);
        this.left = area.x;
        this.y = area.y;
    }

    ImmutableList<Mark> marks() {
        return ImmutableList.copyOf(marks);
    }

    /** Begins a part of a certain height under a heading; nothing of it is written where there is no room for it. */
    boolean begin(String heading, double height) {
        double needed = Typeface.CAP_HEIGHT * headingSize + height * scale;
        boolean first = y == area.y;
        double top = first ? y : y + (SECTION * scale - Typeface.CAP_HEIGHT * headingSize);
        if (top + needed > area.y + area.height && !first) {
            left += width + GAP * scale;
            top = area.y;
        }
        fits = top + needed <= area.y + area.height + 1 && left + width <= area.x + area.width + 1;
        if (fits) {
            y = top + Typeface.CAP_HEIGHT * headingSize;
            text(bold, headingSize, heading, left, y, palette.text());
        }
        return fits;
    }

    /** Height of a part of {@code rows} rows, in a picture of scale 1. */
    static double rowsHeight(int rows) {
        return TO_FIRST_ROW + (rows - 1) * ROW + 12;
    }

    /** The middle of the present part's next row, {@code row} counted from 0. */
    double rowMiddle(int row) {
        return y + (TO_FIRST_ROW + row * ROW) * scale;
    }

    void endRows(int rows) {
        y = rowMiddle(rows - 1) + 6 * scale;
    }

    double left() {
        return left;
    }

    double right() {
        return left + width;
    }

    double y() {
        return y;
    }

    void moveTo(double nextY) {
        y = nextY;
    }

    double pixels(double length) {
        return length * scale;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** Text whose digits have their middle at {@code middle}. */
    void row(String text, double indent, double middle, Color color, boolean strong) {
        text(strong ? bold : regular, size, text, left + indent * scale, middle + Typeface.CAP_HEIGHT * size / 2, color);
    }

    /** Text at the right end. */
    void rowEnd(String text, double middle, Color color) {
        text(bold, size, text, left + width - bold.width(text, size), middle + Typeface.CAP_HEIGHT * size / 2, color);
    }

    /** Text around a place. */
    void rowCentred(String text, double x, double middle, Color color) {
        text(regular, size, text, x - regular.width(text, size) / 2, middle + Typeface.CAP_HEIGHT * size / 2, color);
    }

    /** A rectangle in whole pixels. */
    void box(double x, double top, double boxWidth, double height, Color color) {
        int from = (int) Math.rint(x);
        int upper = (int) Math.rint(top);
        marks.add(Pixels.of(new Rectangle(from, upper, Math.max(1, (int) Math.rint(boxWidth)),
                Math.max(1, (int) Math.rint(height))), color));
    }

    private void text(Typeface typeface, double em, String text, double x, double baseline, Color color) {
        String shown = typeface.fit(text, em, area.x + area.width - x + 0.1 * em);
        marks.add(new Mark.Words(shown, Math.rint(x), (int) Math.rint(baseline), typeface.width(shown, em), typeface, em,
                color));
    }
}
