package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.data.Features;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Layout;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.reference.Reference;
import org.epochreel.reference.ReferenceData;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.TrainingSpec.Penalty;
import org.epochreel.scene.TrainingSpec.Watched;

/** A scene of the reference files as the values that training takes. */
record ReferenceScene(DataSet data, Perceptron network, Architecture architecture, ImmutableDoubleArray start,
        TrainingSpec spec) {

    static ReferenceScene of(Reference scene) {
        return of(scene, data(scene.at("data")));
    }

    static ReferenceScene of(Reference scene, DataSet data) {
        Reference wanted = scene.at("network");
        Output output = wanted.has("output")
                ? Output.valueOf(upper(wanted.at("output"))) : Output.IDENTITY;
        int outputs = output == Output.SOFTMAX || data.train().labels().isEmpty()
                ? data.train().outputs().width() : 1;
        int inputs = data.train().inputs().width();
        Perceptron network;
        Architecture architecture;
        if (wanted.has("inputs")) {
            Features features = features(wanted.at("inputs"), inputs);
            architecture = architecture(features.count(), wanted, outputs, output);
            network = new Perceptron(architecture, inputs, features::of);
        } else {
            architecture = architecture(inputs, wanted, outputs, output);
            network = new Perceptron(architecture);
        }
        ImmutableDoubleArray start = initialisation(scene.at("initialisation"), architecture).parameters(network);
        return new ReferenceScene(data, network, architecture, start, spec(scene.at("training")));
    }

    TrainingRun run() {
        return new Training(network, data, start, spec).run((epoch, parameters) -> {});
    }

    private static Features features(Reference formulas, int inputs) {
        ImmutableList.Builder<Expression> parsed = ImmutableList.builder();
        for (Reference formula : formulas.each()) {
            try {
                parsed.add(Expression.parse(formula.text(), inputs));
            } catch (ExpressionException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new Features(parsed.build());
    }

    private static Architecture architecture(int inputs, Reference wanted, int outputs, Output output) {
        ImmutableList<Integer> hidden = Arrays.stream(wanted.at("hidden").integers()).boxed()
                .collect(ImmutableList.toImmutableList());
        Reference activation = wanted.at("activation");
        List<Activation> activations = new ArrayList<>();
        if (activation.isList()) {
            activation.each().forEach(one -> activations.add(Activation.valueOf(upper(one))));
        } else {
            activations.addAll(Collections.nCopies(hidden.size(), Activation.valueOf(upper(activation))));
        }
        boolean bias = !wanted.has("bias") || Boolean.parseBoolean(wanted.at("bias").text());
        return new Architecture(inputs, hidden, ImmutableList.copyOf(activations), outputs, output, bias);
    }

    private static DataSet data(Reference data) {
        if (!data.has("rows")) {
            return ReferenceData.of(data).dataSet();
        }
        int count = data.at("rows").size();
        double[][] inputs = new double[2][count];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            inputs[0][row] = data.at("rows").at(row).at(0).number();
            inputs[1][row] = data.at("rows").at(row).at(1).number();
            labels[row] = data.at("rows").at(row).at(2).integer();
        }
        ImmutableList<String> classes = IntStream.rangeClosed(0, Arrays.stream(labels).max().orElseThrow())
                .mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        return new DataSet(Samples.labelled(
                Matrix.ofColumns(inputs), new Labels(classes, ImmutableIntArray.copyOf(labels))), Optional.empty());
    }

    static Initialisation initialisation(Reference wanted, Architecture architecture) {
        Scheme scheme = wanted.has("parameters")
                ? new Scheme.Explicit(flat(wanted.at("parameters"), architecture))
                : scheme(wanted.at("scheme"));
        return new Initialisation(
                wanted.has("seed") ? wanted.at("seed").seed() : BigInteger.ZERO,
                scheme,
                wanted.has("layout") ? Layout.valueOf(upper(wanted.at("layout"))) : Layout.SEPARATE,
                wanted.has("biases") && !wanted.at("biases").isList()
                        ? number(wanted, "biases") : OptionalDouble.empty(),
                number(wanted, "scale").orElse(1));
    }

    private static Scheme scheme(Reference scheme) {
        if (scheme.isMap()) {
            return scheme.has("normal")
                    ? new Scheme.Normal(scheme.at("normal").at("sd").number())
                    : new Scheme.Uniform(
                            scheme.at("uniform").at("from").number(), scheme.at("uniform").at("to").number());
        }
        return switch (scheme.text()) {
            case "xavier" -> new Scheme.Xavier();
            case "he" -> new Scheme.He();
            case "torch" -> new Scheme.Torch();
            default -> throw new IllegalArgumentException(scheme.text());
        };
    }

    /** Parameters that stand by layer in the order of the flat array. */
    static ImmutableDoubleArray flat(Reference parameters, Architecture architecture) {
        ImmutableDoubleArray.Builder all = ImmutableDoubleArray.builder();
        for (int layer = 0; layer < LayerShape.of(architecture).size(); layer++) {
            all.addAll(ImmutableDoubleArray.copyOf(parameters.at("weights").at(layer).flat()));
            if (architecture.bias()) {
                all.addAll(ImmutableDoubleArray.copyOf(parameters.at("biases").at(layer).flat()));
            }
        }
        return all.build();
    }

    static TrainingSpec spec(Reference training) {
        Optional<Condition> stop = training.has("stop")
                ? Optional.of(noImprovement(training.at("stop"))) : Optional.empty();
        return new TrainingSpec(
                Loss.valueOf(upper(training.at("loss"))),
                optimiser(training.at("optimiser")),
                training.at("learning-rate").number(),
                ImmutableList.of(),
                training.has("decay") ? Optional.of(decay(training.at("decay"))) : Optional.empty(),
                training.has("batch-size")
                        ? OptionalInt.of(training.at("batch-size").integer()) : OptionalInt.empty(),
                training.has("seed") ? training.at("seed").seed() : BigInteger.ZERO,
                new Penalty(
                        coefficient(training, "l1"), isBare(training, "l1"),
                        coefficient(training, "l2"), isBare(training, "l2")),
                training.at("epochs").integer(),
                stop,
                training.has("adaptive") ? Optional.of(adaptive(training.at("adaptive"))) : Optional.empty(),
                training.has("warm-up")
                        ? OptionalInt.of(training.at("warm-up").at("epochs").integer()) : OptionalInt.empty(),
                training.has("keep-best"));
    }

    private static boolean isBare(Reference training, String key) {
        return !training.has(key) || !training.at(key).isMap();
    }

    private static double coefficient(Reference training, String key) {
        if (!training.has(key)) {
            return 0;
        }
        return isBare(training, key) ? training.at(key).number() : training.at(key).at("weights").number();
    }

    private static Optimiser optimiser(Reference optimiser) {
        if (!optimiser.isMap()) {
            return new Optimiser.GradientDescent();
        }
        if (optimiser.has("momentum")) {
            Reference momentum = optimiser.at("momentum");
            return momentum.has("nesterov")
                    ? new Optimiser.Nesterov(momentum.at("beta").number())
                    : new Optimiser.Momentum(momentum.at("beta").number());
        }
        if (optimiser.has("adamw")) {
            Reference adam = optimiser.at("adamw");
            return new Optimiser.AdamW(0.9, 0.999, 1e-8, number(adam, "weight-decay").orElse(0.01));
        }
        if (optimiser.has("rmsprop")) {
            return new Optimiser.RmsProp(0.99, 1e-8);
        }
        Reference adam = optimiser.at("adam");
        return new Optimiser.Adam(
                number(adam, "beta1").orElse(0.9), number(adam, "beta2").orElse(0.999),
                number(adam, "epsilon").orElse(1e-8));
    }

    private static Decay decay(Reference decay) {
        return decay.has("inverse")
                ? new Decay.Inverse(decay.at("inverse").at("power").number())
                : new Decay.Cosine(decay.at("cosine").at("to").number(), decay.at("cosine").at("over").integer());
    }

    private static Condition noImprovement(Reference stop) {
        Reference rule = stop.at("no-improvement");
        return new Condition.NoImprovement(
                rule.at("over").integer(), rule.at("by").number(), Watched.valueOf(upper(rule.at("of"))));
    }

    private static Adaptive adaptive(Reference adaptive) {
        if (adaptive.has("plateau")) {
            Reference plateau = adaptive.at("plateau");
            return new Adaptive.Plateau(
                    plateau.at("factor").number(), plateau.at("patience").integer(), plateau.at("min-change").number(),
                    Watched.valueOf(upper(plateau.at("of"))), plateau.at("to").number());
        }
        Reference angle = adaptive.at("angle");
        return new Adaptive.Angle(
                angle.at("above").number(), angle.at("shrink").number(), angle.at("grow").number(),
                number(angle, "to"));
    }

    private static OptionalDouble number(Reference parent, String key) {
        return parent.has(key) ? OptionalDouble.of(parent.at(key).number()) : OptionalDouble.empty();
    }

    private static String upper(Reference word) {
        return word.text().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
