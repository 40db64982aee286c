package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/** The lines over a field, each kind in its ink; they are found anew for every field. */
final class FieldLines {

    private static final int SIDE = 16;

    private final FrameSize size;
    private final FieldGrid grid;
    private final Contours contours;
    private final Finding finding;
    private final ImmutableList<Ink> inks;
    private MacroblockSet inked;

    /** How the lines of one kind look. */
    record Kind(double width, Color color) {}

    private record Ink(Coverage coverage, double width, Tint tint) {}

    /** Finds the lines of a field. */
    interface Finding {

        /** @param pens one for each kind of line */
        void find(Rows numbers, Contours contours, ImmutableList<Contours.Pieces> pens);
    }

    /** @param kinds from back to front, width in pixels */
    FieldLines(FrameSize size, FieldGrid grid, ImmutableList<Kind> kinds, Finding finding) {
        this.size = size;
        this.grid = grid;
        this.contours = new Contours(grid.columns(), grid.rows());
        this.finding = finding;
        this.inks = kinds.stream()
                .map(kind -> new Ink(new Coverage(grid.inside()), kind.width, new Tint(kind.color)))
                .collect(ImmutableList.toImmutableList());
        this.inked = MacroblockSet.noneOf(size);
    }

    /**
     * Draws the lines of a field in place of those before.
     *
     * @param changed where lines were or are now; added to
     */
    void show(Rows numbers, MacroblockSet changed) {
        changed.addAll(inked);
        inked.forEach(this::clear);
        MacroblockSet next = MacroblockSet.noneOf(size);
        finding.find(numbers, contours, inks.stream()
                .<Contours.Pieces>map(ink -> (column0, row0, column1, row1) -> ink.coverage.addLine(
                        grid.pixelX(column0), grid.pixelY(row0), grid.pixelX(column1), grid.pixelY(row1), ink.width, next))
                .collect(ImmutableList.toImmutableList()));
        inked = next;
        changed.addAll(inked);
    }

    private void clear(int macroblock) {
        int columns = size.macroblockColumns();
        Rectangle part = new Rectangle(macroblock % columns * SIDE, macroblock / columns * SIDE, SIDE, SIDE)
                .intersection(grid.inside());
        inks.forEach(ink -> ink.coverage.clear(part));
    }

    /** Paints the lines within {@code clip}, which lies in the plot and in one row of macroblocks. */
    void paint(Canvas canvas, Rectangle clip) {
        if (canvas.sketch().isPresent()) {
            inks.forEach(ink -> ink.coverage.paint(canvas.pixels(), size.width(), clip, ink.tint));
            return;
        }
        for (int column = clip.x / SIDE; column <= (clip.x + clip.width - 1) / SIDE; column++) {
            if (inked.contains(column, clip.y / SIDE)) {
                Rectangle part = clip.intersection(new Rectangle(column * SIDE, clip.y, SIDE, clip.height));
                inks.forEach(ink -> ink.coverage.paint(canvas.pixels(), size.width(), part, ink.tint));
            }
        }
    }
}
