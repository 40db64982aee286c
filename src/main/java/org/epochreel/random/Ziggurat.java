package org.epochreel.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Standard normal draws by the ziggurat of 256 layers, after George Marsaglia and Wai Wan Tsang, "The Ziggurat Method
 * for Generating Random Variables" (2000), in NumPy's variant with 52 random bits to a draw. The layers are read, not
 * computed: NumPy's own came out of roundings that no formula gives back.
 */
final class Ziggurat {
    static final int LAYERS = 256;

    private static final String RESOURCE = "ziggurat.txt";
    private static final double TAIL_START = 0x1.d3bb48209ad33p+1;
    private static final double INVERSE_TAIL_START = 0x1.183aa6c20e8c1p-2;
    private static final long MANTISSA = (1L << 52) - 1;

    private static final long[] LIMITS = new long[LAYERS];
    private static final double[] WIDTHS = new double[LAYERS];
    private static final double[] DENSITIES = new double[LAYERS];

    static {
        read();
    }

    private Ziggurat() {}

    static double draw(Pcg64 bits) {
        while (true) {
            long word = bits.nextLong();
            int layer = (int) word & 0xFF;
            long mantissa = word >>> 9 & MANTISSA;
            double magnitude = mantissa * WIDTHS[layer];
            double x = (word >>> 8 & 1) == 0 ? magnitude : -magnitude;
            if (mantissa < LIMITS[layer]) {
                return x;
            }
            if (layer == 0) {
                double tail = tail(bits);
                // Not the draw's sign bit but another one: NumPy's choice.
                return (mantissa >>> 8 & 1) == 0 ? tail : -tail;
            }
            double height = (DENSITIES[layer - 1] - DENSITIES[layer]) * unit(bits) + DENSITIES[layer];
            if (height < StrictMath.exp(-0.5 * x * x)) {
                return x;
            }
        }
    }

    /** A double in [0, 1) from the top 53 of 64 bits. */
    static double unit(Pcg64 bits) {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    static long limit(int layer) {
        return LIMITS[layer];
    }

    static double width(int layer) {
        return WIDTHS[layer];
    }

    static double density(int layer) {
        return DENSITIES[layer];
    }

    private static double tail(Pcg64 bits) {
        while (true) {
            double beyond = -INVERSE_TAIL_START * StrictMath.log1p(-unit(bits));
            double slack = -StrictMath.log1p(-unit(bits));
            if (slack + slack > beyond * beyond) {
                return TAIL_START + beyond;
            }
        }
    }

    private static void read() {
        try (InputStream resource = Ziggurat.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            lines.readLine();
            for (int layer = 0; layer < LAYERS; layer++) {
                String line = lines.readLine();
                LIMITS[layer] = Long.parseLong(line, 0, 14, 16);
                WIDTHS[layer] = Double.longBitsToDouble(Long.parseUnsignedLong(line, 15, 31, 16));
                DENSITIES[layer] = Double.longBitsToDouble(Long.parseUnsignedLong(line, 32, 48, 16));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ziggurat's layers from " + RESOURCE, e);
        }
    }
}
