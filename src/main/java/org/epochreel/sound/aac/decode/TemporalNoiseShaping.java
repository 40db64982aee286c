package org.epochreel.sound.aac.decode;

import com.google.common.collect.ImmutableList;
import org.epochreel.sound.aac.code.BitReader;
import org.epochreel.sound.aac.code.DamagedBitsException;
import org.epochreel.sound.aac.code.JaadTables;

/** Filters along frequency that give the noise the shape of the sound over time (ISO/IEC 14496-3, 4.6.9). */
final class TemporalNoiseShaping {

    static final TemporalNoiseShaping NONE = new TemporalNoiseShaping(ImmutableList.of());

    private static final int LARGEST_LONG_ORDER = 12;
    private static final int LARGEST_SHORT_ORDER = 7;

    /**
     * An all-pole filter.
     *
     * @param start the first line that it works on
     * @param step 1 upwards, -1 downwards
     */
    private record Filter(int start, int size, int step, double[] coefficients) {

        void apply(double[] lines) {
            for (int n = 0; n < size; n++) {
                int place = start + n * step;
                double line = lines[place];
                for (int k = 1; k <= Math.min(n, coefficients.length - 1); k++) {
                    line -= coefficients[k] * lines[place - k * step];
                }
                lines[place] = line;
            }
        }
    }

    private final ImmutableList<Filter> filters;

    private TemporalNoiseShaping(ImmutableList<Filter> filters) {
        this.filters = filters;
    }

    static TemporalNoiseShaping read(BitReader in, Windows windows, int rateIndex) throws DamagedBitsException {
        boolean isShort = windows.isShort();
        int limit = Math.min(JaadTables.shapedBands(rateIndex, isShort), windows.bands());
        ImmutableList.Builder<Filter> filters = ImmutableList.builder();
        for (int w = 0; w < (isShort ? 8 : 1); w++) {
            int count = in.read(isShort ? 1 : 2);
            int resolution = count == 0 ? 0 : 3 + in.read(1);
            int bottom = windows.edges().length - 1;
            for (int f = 0; f < count; f++) {
                int top = bottom;
                bottom = Math.max(0, top - in.read(isShort ? 4 : 6));
                int order = in.read(isShort ? 3 : 5);
                if (order > (isShort ? LARGEST_SHORT_ORDER : LARGEST_LONG_ORDER)) {
                    throw new DamagedBitsException("a noise filter is too long");
                }
                if (order == 0) {
                    continue;
                }
                boolean downwards = in.flag();
                int bits = resolution - in.read(1);
                double[] coefficients = coefficients(in, order, resolution, bits);
                int from = w * windows.lines() + windows.edges()[Math.min(bottom, limit)];
                int to = w * windows.lines() + windows.edges()[Math.min(top, limit)];
                if (to > from) {
                    filters.add(new Filter(downwards ? to - 1 : from, to - from, downwards ? -1 : 1, coefficients));
                }
            }
        }
        return new TemporalNoiseShaping(filters.build());
    }

    /** From the quantised arcs of reflection coefficients (4.6.9.3). */
    private static double[] coefficients(BitReader in, int order, int resolution, int bits)
            throws DamagedBitsException {
        double[] a = new double[order + 1];
        a[0] = 1;
        int half = 1 << resolution - 1;
        for (int m = 1; m <= order; m++) {
            int code = in.read(bits);
            int value = code >= 1 << bits - 1 ? code - (1 << bits) : code;
            double scale = (value >= 0 ? half - 0.5 : half + 0.5) / (StrictMath.PI / 2);
            double reflection = StrictMath.sin(value / scale);
            double[] next = a.clone();
            for (int i = 1; i < m; i++) {
                next[i] = a[i] + reflection * a[m - i];
            }
            next[m] = reflection;
            a = next;
        }
        return a;
    }

    void apply(double[] lines) {
        filters.forEach(filter -> filter.apply(lines));
    }
}
