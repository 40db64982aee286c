package org.epochreel.network;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.epochreel.network.kernel.ActivationFunction;
import org.epochreel.network.kernel.RowProducts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What arithmetic that is the same everywhere costs, value by value, against the library's and against sums in lanes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DeterminismBenchmark.COUNT)
public class DeterminismBenchmark {
    static final int COUNT = 256;
    private static final int LANES = COUNT / 4;
    private static final int OUTS = 30;
    private static final int INS = 32;

    private final double[] x = new Random(1).doubles(COUNT, -6, 6).toArray();
    private final double[] other = new Random(2).doubles(COUNT, -6, 6).toArray();
    private final double[] y = new double[COUNT];
    private final double[][] rows = {x, x.clone(), x.clone(), x.clone()};
    private final double[] sums = new double[4];
    private final double[] weights = new Random(3).doubles(OUTS * INS, -1, 1).toArray();
    private final double[][] ins = Stream.generate(x::clone).limit(INS).toArray(double[][]::new);
    private final double[][] outs = new double[OUTS][COUNT];
    private final double[][][] single = Arrays.stream(outs).map(row -> new double[][] {row}).toArray(double[][][]::new);
    private final double[] lanes = new double[LANES];
    private final ActivationFunction sigmoid = Activation.SIGMOID.function(COUNT);
    private final ActivationFunction tanh = Activation.TANH.function(COUNT);

    @Benchmark
    public double[] sigmoidOfOurs() {
        sigmoid.apply(x, COUNT, y);
        return y;
    }

    @Benchmark
    public double[] sigmoidByMathExp() {
        for (int i = 0; i < COUNT; i++) {
            y[i] = 1 / (1 + Math.exp(-x[i]));
        }
        return y;
    }

    @Benchmark
    public double[] sigmoidByStrictMathExp() {
        for (int i = 0; i < COUNT; i++) {
            y[i] = 1 / (1 + StrictMath.exp(-x[i]));
        }
        return y;
    }

    @Benchmark
    public double[] tanhOfOurs() {
        tanh.apply(x, COUNT, y);
        return y;
    }

    @Benchmark
    public double[] tanhByMath() {
        for (int i = 0; i < COUNT; i++) {
            y[i] = Math.tanh(x[i]);
        }
        return y;
    }

    /** Thirty rows from thirty-two, three by two at a time; no faster than row by row where it is not packed. */
    @Benchmark
    @OperationsPerInvocation(COUNT * OUTS * INS)
    public double[][] productsInTiles() {
        RowProducts.multiply(weights, -1, 0, INS, 1, ins, INS, outs, OUTS, COUNT);
        return outs;
    }

    /** The same products for one row after another, four at a time. */
    @Benchmark
    @OperationsPerInvocation(COUNT * OUTS * INS)
    public double[][] productsRowByRow() {
        for (int row = 0; row < OUTS; row++) {
            RowProducts.multiply(weights, -1, row * INS, INS, 1, ins, INS, single[row], 1, COUNT);
        }
        return outs;
    }

    /** Four sums of products over the samples, each in the samples' order. */
    @Benchmark
    public double[] fourSumsInOrder() {
        RowProducts.sums(rows, 4, other, sums, 0, 1, COUNT);
        return sums;
    }

    /** The same four sums as a processor likes them: many partial sums side by side, added up at the end. */
    @Benchmark
    public double[] fourSumsInLanes() {
        for (int row = 0; row < 4; row++) {
            addLanes(rows[row], other, lanes);
            double total = 0;
            for (double lane : lanes) {
                total += lane;
            }
            sums[row] = total;
        }
        return sums;
    }

    private static void addLanes(double[] left, double[] right, double[] lanes) {
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = left[lane] * right[lane]
                    + left[lane + LANES] * right[lane + LANES]
                    + left[lane + 2 * LANES] * right[lane + 2 * LANES]
                    + left[lane + 3 * LANES] * right[lane + 3 * LANES];
        }
    }
}
