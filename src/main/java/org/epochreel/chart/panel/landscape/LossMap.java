package org.epochreel.chart.panel.landscape;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;
import org.epochreel.landscape.Contours;
import org.epochreel.landscape.Levels;
import org.epochreel.landscape.Levels.Level;
import org.epochreel.landscape.LogField;
import org.epochreel.landscape.LogField.Lattice;
import org.epochreel.landscape.LossGrid;

/** The loss as shades in steps from level to level, and the lines between them. */
final class LossMap {

    // Pixels from position to position of the lattice on which lines are followed.
    private static final double STEP = 4;

    private final Rectangle inside;
    private final MapColors colors;
    private final Lattice lattice;
    private final ImmutableList<Level> levels;

    /** A line of equal loss in pixels. */
    record Line(int level, double[] x, double[] y, boolean closed) {

        double length() {
            double sum = 0;
            for (int i = 1; i < x.length; i++) {
                sum += Math.sqrt((x[i] - x[i - 1]) * (x[i] - x[i - 1]) + (y[i] - y[i - 1]) * (y[i] - y[i - 1]));
            }
            return sum;
        }
    }

    /** @param most levels, about */
    LossMap(LossGrid grid, Rectangle inside, double scale, MapColors colors, int most) {
        this.inside = inside;
        this.colors = colors;
        double step = Math.max(2, STEP * scale);
        LogField field = new LogField(grid);
        this.lattice = field.lattice(Math.max(2, (int) Math.ceil(inside.width / step) + 1),
                Math.max(2, (int) Math.ceil(inside.height / step) + 1));
        this.levels = Levels.between(field.least(), field.greatest(), most);
    }

    ImmutableList<Level> levels() {
        return levels;
    }

    /** The logarithm of the loss at a pixel's place. */
    double at(double x, double y) {
        return lattice.at((x - inside.x) / inside.width * (lattice.columns() - 1),
                (inside.y + inside.height - y) / inside.height * (lattice.rows() - 1));
    }

    /** All lines of all levels. */
    ImmutableList<Line> lines() {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        double wide = (double) inside.width / (lattice.columns() - 1);
        double high = (double) inside.height / (lattice.rows() - 1);
        for (int level = 0; level < levels.size(); level++) {
            for (Contours.Line line : Contours.of(lattice, levels.get(level).log())) {
                double[] x = line.x().clone();
                double[] y = line.y().clone();
                for (int i = 0; i < x.length; i++) {
                    x[i] = inside.x + x[i] * wide;
                    y[i] = inside.y + inside.height - y[i] * high;
                }
                lines.add(new Line(level, x, y, line.closed()));
            }
        }
        return lines.build();
    }

    /** Fills the plot. Where a level passes through a pixel, its two shades share it. */
    void fill(Canvas canvas) {
        int bands = levels.size() + 1;
        int[] shades = new int[bands];
        List<Tint> tints = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            Color shade = colors.shade(band, bands);
            shades[band] = shade.getRGB() & 0xFFFFFF;
            tints.add(new Tint(shade));
        }
        double[] above = row(0);
        for (int row = 0; row < inside.height; row++) {
            double[] below = row(row + 1);
            int pixel = (inside.y + row) * canvas.image().getWidth() + inside.x;
            for (int column = 0; column < inside.width; column++) {
                double value = above[column];
                double right = above[column + 1] - value;
                double down = below[column] - value;
                canvas.pixels()[pixel + column] = shade(value, Math.sqrt(right * right + down * down), shades, tints);
            }
            above = below;
        }
    }

    private double[] row(int row) {
        double[] values = new double[inside.width + 1];
        for (int column = 0; column < values.length; column++) {
            values[column] = at(inside.x + column + 0.5, inside.y + row + 0.5);
        }
        return values;
    }

    private int shade(double value, double slope, int[] shades, List<Tint> tints) {
        int band = 0;
        while (band < levels.size() && levels.get(band).log() <= value) {
            band++;
        }
        double over = band > 0 ? (value - levels.get(band - 1).log()) / slope : 1;
        double under = band < levels.size() ? (levels.get(band).log() - value) / slope : 1;
        if (over < 0.5 && over <= under) {
            return tints.get(band).over(shades[band - 1], (int) Math.rint(255 * (0.5 + over)));
        }
        if (under < 0.5) {
            return tints.get(band + 1).over(shades[band], (int) Math.rint(255 * (0.5 - under)));
        }
        return shades[band];
    }

    /**
     * Draws lines.
     *
     * @param width in pixels
     * @param gaps of each level, where its lines are left out
     */
    void draw(Canvas canvas, ImmutableList<Line> lines, double width, ImmutableList<ContourNumbers.Number> gaps) {
        Coverage coverage = new Coverage(inside);
        Strips ignored = new Strips(inside);
        for (Line line : lines) {
            int last = line.closed ? line.x.length : line.x.length - 1;
            for (int i = 0; i < last; i++) {
                int next = (i + 1) % line.x.length;
                double middleX = (line.x[i] + line.x[next]) / 2;
                double middleY = (line.y[i] + line.y[next]) / 2;
                if (gaps.stream().noneMatch(gap -> gap.level() == line.level && holds(gap.gap(), middleX, middleY))) {
                    coverage.addLine(line.x[i], line.y[i], line.x[next], line.y[next], width, ignored);
                }
            }
        }
        Color color = colors.line();
        int alpha = (int) Math.rint(255 * Math.min(1, Math.max(0.6, width)));
        coverage.paint(canvas.pixels(), canvas.image().getWidth(), inside,
                new Tint(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha)));
    }

    private static boolean holds(Rectangle2D area, double x, double y) {
        return area.contains(x, y);
    }
}
