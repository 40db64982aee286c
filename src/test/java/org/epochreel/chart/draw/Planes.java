package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Images;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.DataSource.PixelShape;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.PointShape;
import org.epochreel.data.Samples;
import org.epochreel.data.Scales;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Model;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.picture.Picture;
import org.epochreel.render.answer.ModelAnswers;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Charts of models that nobody trained: their parameters wander from random ones.
 *
 * @param model of two inputs or more
 * @param x visible first input
 * @param y visible second input
 * @param images what of the data are images
 */
record Planes(Model model, DataSet data, Range x, Range y, Images images) {

    private static final int EPOCHS = 40;

    /** A figure of two classes. */
    static Planes moons(int count) {
        return figure(new PointShape.Moons(count), 1, Output.SIGMOID);
    }

    /** A figure of {@code arms} classes, each with an output. */
    static Planes spirals(int arms) {
        return figure(new PointShape.Spirals(60, arms, 0.75), arms, Output.SOFTMAX);
    }

    private static Planes figure(PointShape shape, int outputs, Output output) {
        DataSet data = new DataSource.Points(shape, 0.2, BigInteger.ONE, OptionalInt.of(20), Scales.NONE).dataSet();
        return new Planes(network(2, outputs, output), data, new Range(-1.5, 2.5), new Range(-1, 1.5),
                Images.NONE);
    }

    /** Values over the plane. */
    static Planes hills() {
        Random random = new Random(4);
        double[][] places = new double[2][50];
        double[][] heights = new double[1][50];
        for (int i = 0; i < 50; i++) {
            places[0][i] = 2 * random.nextDouble() - 1;
            places[1][i] = 2 * random.nextDouble() - 1;
            heights[0][i] = 100 * random.nextDouble();
        }
        Samples samples = new Samples(Matrix.ofColumns(places), Matrix.ofColumns(heights), Optional.empty());
        return new Planes(network(2, 1, Output.IDENTITY), new DataSet(samples, Optional.empty()), new Range(-1, 1),
                new Range(-1, 1), Images.NONE);
    }

    /** Images of 3 by 4 pixels that belong to {@code classes}. */
    static Planes images(int classes) {
        Random random = new Random(classes);
        double[][] pixels = new double[12][90];
        int[] labels = new int[90];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % classes;
            for (double[] pixel : pixels) {
                pixel[i] = random.nextDouble();
            }
        }
        ImmutableList<String> names =
                IntStream.range(0, classes).mapToObj(index -> "kind " + index).collect(ImmutableList.toImmutableList());
        Samples samples = Samples.labelled(Matrix.ofColumns(pixels),
                new Labels(names, ImmutableIntArray.copyOf(labels)));
        return new Planes(network(12, classes, Output.SOFTMAX), DataSet.split(samples, 0.4, BigInteger.TWO),
                new Range(0, 1), new Range(0, 1), new Images(Optional.of(new PixelShape(3, 4)), Optional.empty()));
    }

    /** A picture of 12 by 9 pixels. */
    static Planes picture() {
        Random random = new Random(8);
        double[][] places = new double[2][12 * 9];
        double[][] colors = new double[3][12 * 9];
        for (int i = 0; i < 12 * 9; i++) {
            places[0][i] = (2 * (i % 12) + 1 - 12) / 12.0;
            places[1][i] = (9 - 1 - 2 * (i / 12)) / 12.0;
            for (double[] color : colors) {
                color[i] = random.nextDouble();
            }
        }
        Matrix goal = Matrix.ofColumns(colors);
        return new Planes(network(2, 3, Output.SIGMOID), new DataSet(new Samples(Matrix.ofColumns(places), goal,
                Optional.empty()), Optional.empty()), new Range(-1, 1), new Range(-1, 1),
                new Images(Optional.empty(), Optional.of(new Picture(12, 9, goal.columns()))));
    }

    private static Model network(int inputs, int outputs, Output output) {
        return new Perceptron(architecture(inputs, outputs, output));
    }

    private static Architecture architecture(int inputs, int outputs, Output output) {
        return new Architecture(inputs, ImmutableList.of(6, 5), ImmutableList.of(Activation.TANH, Activation.RELU), outputs,
                output, true);
    }

    /** The parameters at an epoch, which follow from the epoch alone. */
    double[] parameters(int epoch) {
        double[] parameters = new double[model.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (1 + epoch / 10.0) * StrictMath.sin(0.05 * epoch * (1 + i % 5) + i * i);
        }
        return parameters;
    }

    ChartSpec spec(int width, int height, Theme theme, ImmutableList<PanelKind> kinds) {
        return new ChartSpec(new FrameSize(width, height), theme, data.train(), x, y,
                Headline.of(Optional.of("A figure")), AxisTexts.NONE,
                ImmutableList.of(new ReadoutCell("epoch", "000")), ImmutableList.of(run(theme, kinds)),
                new Panels(kinds, data.test(), Optional.empty(), model.parameterGroups(), new Range(-5, 5),
                        images, Optional.empty(), ImmutableList.of(network()), ImmutableList.of()));
    }

    private ShownNetwork network() {
        int outputs = model.outputs();
        ImmutableList<ShownNetwork.Scale> scales = ImmutableList.of(new ShownNetwork.Scale(0, 1),
                new ShownNetwork.Scale(0, 1), new ShownNetwork.Scale(0, 2), new ShownNetwork.Scale(0.5, 0.5));
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int i = 0; i < outputs && outputs > 1; i++) {
            names.add("class " + i);
        }
        ImmutableList<String> inputs = IntStream.range(0, model.inputs()).mapToObj(i -> "x" + i)
                .collect(ImmutableList.toImmutableList());
        return new ShownNetwork(LayerShape.of(architecture(model.inputs(), outputs, Output.IDENTITY)), inputs, model.inputs(),
                scales, ImmutableList.of(ImmutableDoubleArray.of(1, 5, 3, 2, 4, 6), ImmutableDoubleArray.of(5, 4, 3, 2, 1)),
                names.build(), outputs == 1 ? ImmutableList.of("low", "high") : ImmutableList.of(),
                1.5);
    }

    /** Values over a line. */
    static Planes wave() {
        ImmutableDoubleArray x = ImmutableDoubleArray.of(-1, -0.5, 0, 0.25, 0.9);
        return new Planes(network(1, 1, Output.IDENTITY), new DataSet(new Samples(x, x), Optional.empty()),
                new Range(-1, 1), new Range(-2, 2), Images.NONE);
    }

    private ShownRun run(Theme theme, ImmutableList<PanelKind> kinds) {
        ImmutableDoubleArray loss = column(1.5, -0.03);
        Metrics metrics = new Metrics(column(0.1, 0), loss, loss, column(1, -0.01), column(45, 1), column(0.4, 0.01),
                column(0.3, 0.01));
        return new ShownRun("run", theme.ofRun(0), metrics, ImmutableIntArray.of(), ModelAnswers.once(model, data,
                PanelEntries.wantedAtEnd(kinds), ImmutableDoubleArray.copyOf(parameters(EPOCHS))));
    }

    private static ImmutableDoubleArray column(double from, double step) {
        ImmutableDoubleArray.Builder column = ImmutableDoubleArray.builder();
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            column.add(from + epoch * step);
        }
        return column.build();
    }

    ModelAnswers answers(ImmutableSet<Wanted<?>> wanted) {
        return new ModelAnswers(model, data, wanted);
    }
}
