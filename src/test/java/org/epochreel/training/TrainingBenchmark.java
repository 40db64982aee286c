package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.network.Perceptron;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Loss;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time of one full-batch epoch: loss, gradient, update and the gradient's norm and angle. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {
    private static final double RATE = 1e-4;

    /** Hidden layers, activation and points. */
    @Param({"20 SIGMOID 100", "8 SIGMOID 1000", "128 TANH 4000", "32-128-32 TANH 4000"})
    public String network;

    private double[] parameters;
    private Pass pass;
    private GradientAngle gradientAngle;

    @Setup
    public void prepare() {
        String[] words = network.split(" ");
        ImmutableList.Builder<Integer> hidden = ImmutableList.builder();
        for (String neurons : words[0].split("-")) {
            hidden.add(Integer.parseInt(neurons));
        }
        int layers = words[0].split("-").length;
        Perceptron perceptron = new Perceptron(new Architecture(
                hidden.build(),
                ImmutableList.copyOf(Collections.nCopies(layers, Activation.valueOf(words[1]))),
                Activation.IDENTITY,
                true));
        parameters = new Initialisation(
                        BigInteger.ONE, new Initialisation.Scheme.Torch(), Layout.SEPARATE, OptionalDouble.empty(), 1)
                .parameters(perceptron)
                .toArray();
        int count = Integer.parseInt(words[2]);
        double[] x = IntStream.range(0, count).mapToDouble(i -> -5 + 10.0 * i / count).toArray();
        double[] y = IntStream.range(0, count).mapToDouble(i -> StrictMath.sin(x[i])).toArray();
        TrainingSpec spec = Specs.descent(Loss.MSE, RATE, 1).spec();
        pass = Pass.of(
                spec,
                Rows.of(perceptron, new Samples(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y))),
                new LossAndGradient(perceptron, spec.loss()),
                parameters.length);
        gradientAngle = new GradientAngle(parameters.length);
    }

    @Benchmark
    public double epoch() {
        double loss = pass.loss(parameters);
        gradientAngle.add(pass.update(parameters, RATE));
        return loss + gradientAngle.degrees();
    }
}
