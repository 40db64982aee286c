package org.epochreel.chart.panel.network;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.chart.ShownNetwork.Scale;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.PolylinePen;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Theme;

/** Paints what a tile shows into an array of its own pixels, row by row. */
abstract class TileLook {

    final int width;
    final int height;
    final int[] pixels;

    TileLook(Rectangle area) {
        this.width = area.width;
        this.height = area.height;
        this.pixels = new int[width * height];
    }

    /** @param values what is shown: numbers over places, or weights */
    abstract void paint(double[] values);

    /** Shades from blue over the ground to rust. */
    static final class Ramp {

        private static final int STEPS = 127;

        private final int[] shades = new int[2 * STEPS + 1];

        /** @param strength of the ends' colours, from 0 to 1 */
        Ramp(Theme theme, double strength) {
            Color ground = theme.palette().background();
            for (int i = -STEPS; i <= STEPS; i++) {
                Color end = i < 0 ? theme.palette().curve() : theme.palette().second();
                double part = strength * Math.abs(i) / STEPS;
                shades[i + STEPS] = mix(ground.getRed(), end.getRed(), part) << 16
                        | mix(ground.getGreen(), end.getGreen(), part) << 8 | mix(ground.getBlue(), end.getBlue(), part);
            }
        }

        private static int mix(int under, int over, double part) {
            return (int) Math.rint(under + part * (over - under));
        }

        /** @param part from -1 to 1; what lies beyond is drawn in */
        int at(double part) {
            double within = Double.isNaN(part) ? 0 : Math.max(-1, Math.min(1, part));
            return shades[STEPS + (int) Math.rint(within * STEPS)];
        }
    }

    /** A neuron over the plane, in shades, with a line where it passes its middle. */
    static final class MapLook extends TileLook {

        private final int columns;
        private final int rows;
        private final Scale scale;
        private final Ramp ramp;
        // No neuron passes its middle within a pixel from further away.
        private static final double STEEPEST = 0.8;

        private final Tint line;
        private final double lineWidth;
        private final double[][] wide;
        private final int[] lefts;
        private final double[] shares;

        /** @param lineWidth in pixels; 0 for none */
        MapLook(Rectangle area, int columns, int rows, Scale scale, Ramp ramp, Color ink, double lineWidth) {
            super(area);
            this.columns = columns;
            this.rows = rows;
            this.scale = scale;
            this.ramp = ramp;
            this.line = new Tint(ink);
            this.lineWidth = lineWidth;
            this.wide = new double[rows][width + 1];
            this.lefts = new int[width + 1];
            this.shares = new double[width + 1];
            for (int column = 0; column <= width; column++) {
                double x = Math.max(0, Math.min(columns - 1, (column + 0.5) / width * columns - 0.5));
                lefts[column] = Math.min(columns - 2, (int) x);
                shares[column] = x - lefts[column];
            }
        }

        @Override
        void paint(double[] values) {
            for (int row = 0; row < rows; row++) {
                widen(values, row);
            }
            double[] above = new double[width + 1];
            double[] below = new double[width + 1];
            mix(0, above);
            for (int row = 0; row < height; row++) {
                mix(row + 1, below);
                for (int column = 0; column < width; column++) {
                    double part = above[column];
                    int shade = ramp.at(part);
                    pixels[row * width + column] = lineWidth > 0 && Math.abs(part) < STEEPEST
                            ? underLine(shade, part, above[column + 1] - part, below[column] - part) : shade;
                }
                double[] swap = above;
                above = below;
                below = swap;
            }
        }

        private int underLine(int shade, double part, double right, double down) {
            double slope = Math.sqrt(right * right + down * down);
            double cover = lineWidth / 2 + 0.5 - Math.abs(part) / Math.max(slope, 1e-9);
            return cover > 0 ? line.over(shade, (int) Math.rint(255 * Math.min(1, cover))) : shade;
        }

        // Between the cells' centres linear, beyond the outermost ones as they are.
        private void widen(double[] values, int row) {
            double[] to = wide[row];
            for (int column = 0; column <= width; column++) {
                int i = row * columns + lefts[column];
                double value = values[i] + shares[column] * (values[i + 1] - values[i]);
                to[column] = (value - scale.middle()) / scale.reach();
            }
        }

        private void mix(int row, double[] parts) {
            double y = Math.max(0, Math.min(rows - 1, (row + 0.5) / height * rows - 0.5));
            int upper = Math.min(rows - 2, (int) y);
            double v = y - upper;
            double[] a = wide[upper];
            double[] b = wide[upper + 1];
            for (int column = 0; column <= width; column++) {
                parts[column] = a[column] + v * (b[column] - a[column]);
            }
        }
    }

    /** A neuron over one input, as a curve over the line of its middle. */
    static final class CurveLook extends TileLook {

        private static final double AIR = 0.12;

        private final Scale scale;
        private final Tint ink;
        private final PolylinePen pen;
        private final PolylineStroke stroke;
        private final int[] ground;
        private final double[] x;
        private final double[] y;

        /** @param ground the tile's pixels without the curve */
        CurveLook(Rectangle area, int count, Scale scale, Color ink, double lineWidth, int[] ground) {
            super(area);
            this.scale = scale;
            this.ink = new Tint(ink);
            this.pen = new PolylinePen(new Rectangle(width, height));
            this.stroke = new PolylineStroke(lineWidth);
            this.ground = ground;
            this.x = new double[count];
            this.y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = (double) i / (count - 1) * width;
            }
        }

        /** The height of a value in a tile so high. */
        static double pixelY(double value, Scale scale, double height) {
            double part = (value - scale.middle()) / scale.reach();
            return height / 2 - Math.max(-4, Math.min(4, part)) * (0.5 - AIR) * height;
        }

        @Override
        void paint(double[] values) {
            System.arraycopy(ground, 0, pixels, 0, pixels.length);
            for (int i = 0; i < y.length; i++) {
                y[i] = pixelY(values[i], scale, height);
            }
            ColumnMask mask = pen.mask(x, y, stroke);
            mask.paint(pixels, width, ink);
        }
    }

    /** Weights as a square image of hard pixels. */
    static final class ImageLook extends TileLook {

        private final int side;
        private final double reach;
        private final Ramp ramp;

        ImageLook(Rectangle area, int side, double reach, Ramp ramp) {
            super(area);
            this.side = side;
            this.reach = reach;
            this.ramp = ramp;
        }

        @Override
        void paint(double[] values) {
            for (int row = 0; row < height; row++) {
                int from = row * side / height * side;
                for (int column = 0; column < width; column++) {
                    pixels[row * width + column] = ramp.at(values[from + column * side / width] / reach);
                }
            }
        }
    }

    /** A tile of one colour. */
    static int[] plain(Rectangle area, Color color) {
        int[] pixels = new int[area.width * area.height];
        Arrays.fill(pixels, color.getRGB() & 0xFFFFFF);
        return pixels;
    }
}
