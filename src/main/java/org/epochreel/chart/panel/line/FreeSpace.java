package org.epochreel.chart.panel.line;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Annotations;

/**
 * Which parts of a plot no line, mark or text of the whole run ever covers, on a grid of small squares, so that a label
 * finds a place where it stays.
 */
final class FreeSpace {

    // Of a label's em.
    private static final double SQUARE = 0.1;

    private final Rectangle inside;
    private final double square;
    private final int columns;
    private final int rows;
    private final BitSet taken;
    private final BitSet crossed;

    /** A panel's plot with nothing but its grid. */
    static FreeSpace of(PanelLayout layout, Annotations pen) {
        FreeSpace space = new FreeSpace(layout.plot().inside(), Math.max(1, SQUARE * pen.em()));
        for (Tick tick : layout.plot().yTicks()) {
            if (!tick.isMinor()) {
                space.addFaint(layout.pixelY(tick.value()));
            }
        }
        return space;
    }

    /** @param square pixels of a square's side */
    FreeSpace(Rectangle inside, double square) {
        this.inside = inside;
        this.square = square;
        this.columns = (int) Math.max(1, Math.ceil(inside.width / square));
        this.rows = (int) Math.max(1, Math.ceil(inside.height / square));
        this.taken = new BitSet(columns * rows);
        this.crossed = new BitSet(columns * rows);
    }

    /** A straight line; what of it lies outside the plot is left out. */
    void addLine(double fromX, double fromY, double toX, double toY) {
        double[] part = {0, 1};
        clip(fromX, toX, inside.x, inside.getMaxX(), part);
        clip(fromY, toY, inside.y, inside.getMaxY(), part);
        double length = (part[1] - part[0]) * Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        if (!(length >= 0)) {
            return;
        }
        int steps = (int) Math.max(1, Math.ceil(2 * length / square));
        for (int i = 0; i <= steps; i++) {
            double at = part[0] + i * (part[1] - part[0]) / steps;
            take(fromX + at * (toX - fromX), fromY + at * (toY - fromY), taken);
        }
    }

    // Shortens the part of a way that lies between two bounds; none is left if it ends before it begins.
    private static void clip(double from, double to, double least, double greatest, double[] part) {
        if (from == to) {
            part[1] = from < least || from > greatest ? -1 : part[1];
            return;
        }
        double first = ((to > from ? least : greatest) - from) / (to - from);
        double last = ((to > from ? greatest : least) - from) / (to - from);
        part[0] = Math.max(part[0], first);
        part[1] = Math.min(part[1], last);
    }

    /** A faint level line, which letters cross only where there is no other place for them. */
    void addFaint(double y) {
        for (double x = inside.x; x < inside.getMaxX(); x += square / 2) {
            take(x, y, crossed);
        }
    }

    private void take(double x, double y, BitSet squares) {
        int column = (int) Math.floor((x - inside.x) / square);
        int row = (int) Math.floor((y - inside.y) / square);
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            squares.set(row * columns + column);
        }
    }

    void addRectangle(Rectangle2D area) {
        for (double y = area.getMinY(); y <= area.getMaxY() + square / 2; y += square / 2) {
            for (double x = area.getMinX(); x <= area.getMaxX() + square / 2; x += square / 2) {
                take(Math.min(x, area.getMaxX()), Math.min(y, area.getMaxY()), taken);
            }
        }
    }

    /** Whether a place lies in the plot and nothing else in it. */
    boolean isFree(Rectangle2D area) {
        return isFree(area, taken);
    }

    private boolean isFree(Rectangle2D area, BitSet squares) {
        if (area.getMinX() < inside.x || area.getMaxX() > inside.getMaxX() || area.getMinY() < inside.y
                || area.getMaxY() > inside.getMaxY()) {
            return false;
        }
        int left = (int) ((area.getMinX() - inside.x) / square);
        int right = (int) Math.min(columns - 1, (area.getMaxX() - inside.x) / square);
        int bottom = (int) Math.min(rows - 1, (area.getMaxY() - inside.y) / square);
        for (int row = (int) ((area.getMinY() - inside.y) / square); row <= bottom; row++) {
            int next = squares.nextSetBit(row * columns + left);
            if (next >= 0 && next <= row * columns + right) {
                return false;
            }
        }
        return true;
    }

    /** Whether a straight line crosses nothing. */
    boolean isFreeLine(double fromX, double fromY, double toX, double toY) {
        int steps = (int) Math.max(1, Math.ceil(2 * Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / square));
        for (int i = 0; i <= steps; i++) {
            double x = fromX + (toX - fromX) * i / steps;
            double y = fromY + (toY - fromY) * i / steps;
            if (!isFree(new Rectangle2D.Double(x, y, 0, 0))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first free one of some places for letters, if possible one that crosses no faint line; it then is taken with
     * some pixels around.
     */
    Optional<Rectangle2D> take(List<Rectangle2D> places, double around) {
        for (boolean strict : new boolean[] {true, false}) {
            for (Rectangle2D place : places) {
                Rectangle2D grown = new Rectangle2D.Double(place.getX() - around, place.getY() - around,
                        place.getWidth() + 2 * around, place.getHeight() + 2 * around);
                if (isFree(grown) && (!strict || isFree(place, crossed))) {
                    addRectangle(grown);
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }
}
