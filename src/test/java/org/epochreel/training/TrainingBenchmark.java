package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.scene.TrainingSpec.Loss;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time of one epoch: losses, gradients, updates, the gradient's norm and angle. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {
    private static final double RATE = 1e-4;

    /** Layers from the input to the output, activation, points, and the size of a batch where it is not all of them. */
    @Param({
        "1-20-1 SIGMOID 100", "1-20-1 SIGMOID 1000 10", "1-8-1 SIGMOID 1000", "1-64-64-1 TANH 1000",
        "1-128-1 TANH 4000", "1-32-128-32-1 TANH 4000", "2-16-16-3 TANH 300", "64-32-10 TANH 1347"
    })
    public String network;

    /** Threads that share an epoch. */
    @Param("1")
    public int threads;

    private double[] parameters;
    private Crew crew;
    private Pass pass;
    private GradientAngle gradientAngle;

    @Setup
    public void prepare() {
        String[] words = network.split(" ");
        List<Integer> layers = Arrays.stream(words[0].split("-")).map(Integer::valueOf).toList();
        int outputs = layers.get(layers.size() - 1);
        ImmutableList<Integer> hidden = ImmutableList.copyOf(layers.subList(1, layers.size() - 1));
        Perceptron perceptron = new Perceptron(new Architecture(
                layers.get(0),
                hidden,
                ImmutableList.copyOf(Collections.nCopies(hidden.size(), Activation.valueOf(words[1]))),
                outputs,
                outputs == 1 ? Output.IDENTITY : Output.SOFTMAX,
                true));
        parameters = new Initialisation(
                        BigInteger.ONE, new Initialisation.Scheme.Torch(), Layout.SEPARATE, OptionalDouble.empty(), 1)
                .parameters(perceptron)
                .toArray();
        int count = Integer.parseInt(words[2]);
        Specs specs = Specs.descent(outputs == 1 ? Loss.MSE : Loss.CROSS_ENTROPY, RATE, 1);
        crew = new Crew(threads);
        pass = Pass.of(
                (words.length > 3 ? specs.batches(Integer.parseInt(words[3])) : specs).spec(),
                Rows.of(perceptron, outputs == 1 ? curve(count) : classes(layers.get(0), outputs, count)),
                perceptron,
                crew);
        gradientAngle = new GradientAngle(parameters.length);
    }

    private static Samples curve(int count) {
        double[] x = IntStream.range(0, count).mapToDouble(i -> -5 + 10.0 * i / count).toArray();
        double[] y = Arrays.stream(x).map(StrictMath::sin).toArray();
        return new Samples(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y));
    }

    private static Samples classes(int inputs, int classes, int count) {
        Random random = new Random(1);
        double[][] columns = new double[inputs][];
        Arrays.setAll(columns, i -> random.doubles(count).toArray());
        ImmutableList<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        int[] labels = random.ints(count, 0, classes).toArray();
        return Samples.labelled(Matrix.ofColumns(columns), new Labels(names, ImmutableIntArray.copyOf(labels)));
    }

    @TearDown
    public void sendHome() {
        crew.close();
    }

    @Benchmark
    public double epoch() {
        double loss = pass.loss(parameters);
        gradientAngle.add(pass.update(parameters, RATE));
        return loss + gradientAngle.degrees();
    }
}
