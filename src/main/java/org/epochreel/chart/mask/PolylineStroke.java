package org.epochreel.chart.mask;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.sketch.DrawnStroke;
import org.epochreel.print.Instruction;

/**
 * A pen for paths of straight lines whose outline consists of straight lines only. The platform's pen makes curves of
 * joins and caps, and its versions disagree on some of their pixels; on straight outlines they agree.
 *
 * <p>Joins are mitred where the path bends so little that nobody sees it, and round elsewhere; their inner sides are
 * mitred wherever both lines are long enough, so that no ink lies twice. Ends are round, or cut off where the line is
 * dashed. Not for several threads at a time.
 */
public final class PolylineStroke implements DrawnStroke {

    // Cosine of 20 degrees: a mitre there is 1.5 % longer than the pen's radius.
    private static final double SMOOTH = 0.94;

    private final double width;
    private final double dash;
    private final double gap;
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private double[] backX = new double[1024];
    private double[] backY = new double[1024];
    private int count;
    private int backCount;
    private OutlineSink outline = new PathSink();
    private boolean open;

    /** A solid line of {@code width} pixels. */
    public PolylineStroke(double width) {
        this(width, 0, 0);
    }

    /** A line of {@code width} pixels in dashes and gaps of given lengths; without a gap it is solid. */
    public PolylineStroke(double width, double dash, double gap) {
        this.width = width;
        this.dash = dash;
        this.gap = gap;
    }

    @Override
    public double width() {
        return width;
    }

    /**
     * @throws IllegalArgumentException if the path has curves
     */
    @Override
    public Shape createStrokedShape(Shape path) {
        PathSink sink = new PathSink();
        begin(sink);
        double[] point = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> {
                    finishLine();
                    addPoint(point[0], point[1]);
                }
                case PathIterator.SEG_LINETO -> addPoint(point[0], point[1]);
                default -> throw new IllegalArgumentException("only paths of straight open lines can be stroked");
            }
        }
        finishLine();
        return sink.path;
    }

    @Override
    public Instruction instruction(Path2D path, Color color, Optional<Rectangle> clip) {
        return new Instruction.Line(path, width, dash, gap, color, clip);
    }

    /** Begins lines whose outlines go to {@code sink}. */
    void begin(OutlineSink sink) {
        outline = sink;
        count = 0;
    }

    /** An outline as a shape. */
    private record PathSink(Path2D.Double path) implements OutlineSink {

        PathSink() {
            this(new Path2D.Double(Path2D.WIND_NON_ZERO));
        }

        @Override
        public void moveTo(double x, double y) {
            path.moveTo(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            path.lineTo(x, y);
        }

        @Override
        public void close() {
            path.closePath();
        }
    }

    /** Goes on with the present line, or begins one. */
    void addPoint(double px, double py) {
        if (count > 0 && x[count - 1] == px && y[count - 1] == py) {
            return;
        }
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = px;
        y[count] = py;
        count++;
    }

    /** Ends the present line, if there is one, and hands out its outline. */
    void finishLine() {
        if (count == 1) {
            // A lone point gets a round dot, as a line of no length with two round ends.
            open = false;
            arc(x[0], y[0], 0, -1, 1, 0, 0, 1);
            arc(x[0], y[0], 0, 1, -1, 0, 0, -1);
            outline.close();
        } else if (count > 1 && gap > 0) {
            strokeDashes();
        } else if (count > 1) {
            stroke(x, y, count, true);
        }
        count = 0;
    }

    private void strokeDashes() {
        double[] dashX = new double[count + 2];
        double[] dashY = new double[count + 2];
        int dashCount = 1;
        dashX[0] = x[0];
        dashY[0] = y[0];
        boolean inked = true;
        double left = dash;
        for (int i = 1; i < count; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            double length = Math.sqrt(dx * dx + dy * dy);
            double done = 0;
            while (length - done > left) {
                done += left;
                dashX[dashCount] = x[i - 1] + dx * (done / length);
                dashY[dashCount] = y[i - 1] + dy * (done / length);
                if (inked) {
                    stroke(dashX, dashY, dashCount + 1, false);
                } else {
                    dashX[0] = dashX[dashCount];
                    dashY[0] = dashY[dashCount];
                }
                dashCount = inked ? 0 : 1;
                inked = !inked;
                left = inked ? dash : gap;
            }
            left -= length - done;
            if (inked) {
                dashX[dashCount] = x[i];
                dashY[dashCount] = y[i];
                dashCount++;
            }
        }
        if (inked && dashCount > 1) {
            stroke(dashX, dashY, dashCount, false);
        }
    }

    // One side goes straight into the outline, the other waits to be walked backwards.
    private void stroke(double[] px, double[] py, int points, boolean roundEnds) {
        double radius = width / 2;
        open = false;
        backCount = 0;
        double nx = 0;
        double ny = 0;
        double lastLength = 0;
        boolean first = true;
        for (int i = 1; i < points; i++) {
            double dx = px[i] - px[i - 1];
            double dy = py[i] - py[i - 1];
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length == 0) {
                continue;
            }
            double mx = -dy / length;
            double my = dx / length;
            if (first) {
                if (roundEnds) {
                    arc(px[0], py[0], -mx, -my, -dx / length, -dy / length, mx, my);
                } else {
                    line(px[0] + radius * mx, py[0] + radius * my);
                    back(px[0] - radius * mx, py[0] - radius * my);
                }
                first = false;
            } else {
                join(px[i - 1], py[i - 1], nx, ny, mx, my, Math.min(length, lastLength));
            }
            nx = mx;
            ny = my;
            lastLength = length;
        }
        if (first) {
            return;
        }
        double endX = px[points - 1];
        double endY = py[points - 1];
        if (roundEnds) {
            arc(endX, endY, nx, ny, ny, -nx, -nx, -ny);
        } else {
            line(endX + radius * nx, endY + radius * ny);
            line(endX - radius * nx, endY - radius * ny);
        }
        while (backCount > 0) {
            backCount--;
            line(backX[backCount], backY[backCount]);
        }
        outline.close();
    }

    /** @param shorter length of the shorter of the two lines */
    private void join(double px, double py, double nx, double ny, double mx, double my, double shorter) {
        double radius = width / 2;
        double cosine = nx * mx + ny * my;
        double reach = radius / (1 + cosine);
        double ox = reach * (nx + mx);
        double oy = reach * (ny + my);
        if (cosine > SMOOTH) {
            line(px + ox, py + oy);
            back(px - ox, py - oy);
            return;
        }
        // How much shorter than the line the inner side is; a side of no length left cannot end at the mitre.
        double turn = nx * my - ny * mx;
        boolean mitred = Math.abs(turn) * reach < shorter;
        if (turn > 0) {
            // Turns towards the normals' side, so that the other side is the outer one.
            if (mitred) {
                line(px + ox, py + oy);
            } else {
                line(px + radius * nx, py + radius * ny);
                line(px, py);
                line(px + radius * mx, py + radius * my);
            }
            backArc(px, py, -nx, -ny, ny, -nx, -mx, -my);
        } else {
            arc(px, py, nx, ny, ny, -nx, mx, my);
            if (mitred) {
                back(px - ox, py - oy);
            } else {
                back(px - radius * nx, py - radius * ny);
                back(px, py);
                back(px - radius * mx, py - radius * my);
            }
        }
    }

    // From one unit normal around to another, past a third direction if they are opposite; halved until it looks round.
    private void arc(double px, double py, double ax, double ay, double tx, double ty, double bx, double by) {
        line(px + width / 2 * ax, py + width / 2 * ay);
        arcBetween(px, py, ax, ay, tx, ty, bx, by, false);
        line(px + width / 2 * bx, py + width / 2 * by);
    }

    private void backArc(double px, double py, double ax, double ay, double tx, double ty, double bx, double by) {
        back(px + width / 2 * ax, py + width / 2 * ay);
        arcBetween(px, py, ax, ay, tx, ty, bx, by, true);
        back(px + width / 2 * bx, py + width / 2 * by);
    }

    private void arcBetween(double px, double py, double ax, double ay, double tx, double ty, double bx, double by,
            boolean back) {
        double cosine = ax * bx + ay * by;
        if (cosine > SMOOTH) {
            return;
        }
        double mx = ax + bx;
        double my = ay + by;
        if (cosine < -0.5) {
            mx = tx;
            my = ty;
        }
        double length = Math.sqrt(mx * mx + my * my);
        mx /= length;
        my /= length;
        arcBetween(px, py, ax, ay, mx, my, mx, my, back);
        if (back) {
            back(px + width / 2 * mx, py + width / 2 * my);
        } else {
            line(px + width / 2 * mx, py + width / 2 * my);
        }
        arcBetween(px, py, mx, my, mx, my, bx, by, back);
    }

    private void line(double px, double py) {
        if (open) {
            outline.lineTo(px, py);
        } else {
            outline.moveTo(px, py);
            open = true;
        }
    }

    private void back(double px, double py) {
        if (backCount == backX.length) {
            backX = Arrays.copyOf(backX, 2 * backCount);
            backY = Arrays.copyOf(backY, 2 * backCount);
        }
        backX[backCount] = px;
        backY[backCount] = py;
        backCount++;
    }
}
