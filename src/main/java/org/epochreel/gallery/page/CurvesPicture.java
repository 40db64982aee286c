package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The final curves of all members over the data, as SVG paths in a box of {@value #WIDTH} by {@value #HEIGHT} units
 * that the page stretches to its width.
 *
 * @param curves a path's {@code d} for each member
 * @param data a path's {@code d} of one dot a point
 * @param across ticks along the bottom, from the left
 * @param up ticks along the left side, from the bottom
 */
record CurvesPicture(ImmutableList<String> curves, String data, ImmutableList<Tick> across, ImmutableList<Tick> up) {

    static final int WIDTH = 1000;
    static final int HEIGHT = 600;

    /** More dots than this cannot be told apart. */
    private static final int MOST_DOTS = 1500;

    /** Curves may widen the data's range by this share of it on each side; wilder ones leave the picture. */
    private static final double WIDENING = 0.35;

    private static final double MARGIN = 0.04;
    private static final int TICKS = 5;

    /** @param percent of the box, from the left or from the top */
    public record Tick(String percent, String label) {}

    static CurvesPicture of(GalleryContents gallery) {
        List<Curve> curves = gallery.members().stream().map(PageMember::curve).toList();
        Range x = Range.of(curves.stream().flatMapToDouble(curve -> curve.x().stream()), gallery.data().x());
        Range y = heights(curves, gallery.data().y());
        ImmutableList<String> paths =
                curves.stream().map(curve -> path(curve, x, y)).collect(ImmutableList.toImmutableList());
        return new CurvesPicture(paths, dots(gallery.data(), x, y), ticks(x, false), ticks(y, true));
    }

    private static Range heights(List<Curve> curves, ImmutableDoubleArray data) {
        DoubleStream values = curves.stream().flatMapToDouble(curve -> curve.y().stream());
        if (data.isEmpty()) {
            return Range.of(values, data).widened(MARGIN);
        }
        Range points = Range.of(DoubleStream.empty(), data);
        Range most = points.widened(WIDENING);
        DoubleStream within =
                values.filter(Double::isFinite).map(value -> Math.max(most.low, Math.min(most.high, value)));
        return Range.of(within, data).widened(MARGIN);
    }

    private static String path(Curve curve, Range x, Range y) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < curve.length(); i++) {
            double height = curve.y().get(i);
            if (Double.isNaN(height)) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M').append(Digits.tenths(WIDTH * x.share(curve.x().get(i)))).append(' ');
            path.append(Digits.tenths(HEIGHT * (1 - y.share(height))));
            drawing = true;
        }
        return path.toString();
    }

    private static String dots(Curve data, Range x, Range y) {
        int stride = (data.length() + MOST_DOTS - 1) / MOST_DOTS;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < data.length(); i += stride) {
            if (Double.isFinite(data.y().get(i))) {
                path.append('M').append(Digits.tenths(WIDTH * x.share(data.x().get(i)))).append(' ');
                path.append(Digits.tenths(HEIGHT * (1 - y.share(data.y().get(i))))).append("h0");
            }
        }
        return path.toString();
    }

    private static ImmutableList<Tick> ticks(Range range, boolean fromTheTop) {
        BigDecimal step = range.step();
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(range.low / step.doubleValue());
        for (long i = first; i * step.doubleValue() <= range.high; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            double share = range.share(value.doubleValue());
            ticks.add(new Tick(Digits.tenths(100 * (fromTheTop ? 1 - share : share)) + "%", label(value)));
        }
        return ImmutableList.copyOf(ticks);
    }

    private static String label(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean wide = plain.scale() > 5 || plain.precision() - plain.scale() > 6;
        String text = wide ? plain.toString().replace("E+", "e").replace('E', 'e') : plain.toPlainString();
        return text.replace('-', '\u2212');
    }

    /** From low to high, never empty. */
    private record Range(double low, double high) {

        /** Of the finite values; from -1 to 1 if there are none. */
        static Range of(DoubleStream values, ImmutableDoubleArray more) {
            double[] finite = DoubleStream.concat(values, more.stream()).filter(Double::isFinite).toArray();
            double low = DoubleStream.of(finite).min().orElse(-1);
            double high = DoubleStream.of(finite).max().orElse(1);
            double least = 1e-9 * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
            return high - low >= least ? new Range(low, high) : new Range(low - 1e3 * least, high + 1e3 * least);
        }

        Range widened(double share) {
            double margin = share * (high - low);
            return new Range(low - margin, high + margin);
        }

        /** 0 at low, 1 at high; what lies outside stays near. */
        double share(double value) {
            return Math.max(-1, Math.min(2, (value - low) / (high - low)));
        }

        /** 1, 2 or 5 times a power of ten, so that about {@link #TICKS} steps fit. */
        BigDecimal step() {
            BigDecimal rough = new BigDecimal((high - low) / TICKS);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
                if (step.compareTo(rough) >= 0) {
                    return step;
                }
            }
            return power.multiply(BigDecimal.TEN);
        }
    }
}
