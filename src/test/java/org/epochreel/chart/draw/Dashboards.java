package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Images;
import org.epochreel.chart.Panels;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.Target;
import org.epochreel.frame.Frame;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.LossSurface;
import org.epochreel.landscape.Plane;
import org.epochreel.landscape.PlanePath;
import org.epochreel.landscape.Window;
import org.epochreel.network.ParameterGroup;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/** Charts of several panels over made-up runs. */
final class Dashboards {

    private static final ImmutableSet<PanelKind> NOT_OF_CURVES = ImmutableSet.of(PanelKind.FIELD, PanelKind.ACCURACY,
            PanelKind.SAMPLES, PanelKind.FILTERS, PanelKind.CONFUSION, PanelKind.PICTURE, PanelKind.HIDDEN, PanelKind.NETWORK);

    /** Every kind that shows a curve's run. */
    static final ImmutableList<PanelKind> ALL = Arrays.stream(PanelKind.values())
            .filter(kind -> !NOT_OF_CURVES.contains(kind))
            .collect(ImmutableList.toImmutableList());

    /** As many of them as a picture holds. */
    static final ImmutableList<PanelKind> NINE = ALL.subList(0, Panels.MOST);

    private static final ImmutableList<ParameterGroup> GROUPS = ImmutableList.of(
            new ParameterGroup("layer 1 weights", 0, 3), new ParameterGroup("layer 1 biases", 3, 3),
            new ParameterGroup("layer 2 weights", 6, 60), new ParameterGroup("output weights", 66, 3));
    private static final int PARAMETERS = 69;
    private static final int MOST_POINTS = 5000;

    private Dashboards() {}

    /** A run whose loss falls, leaps once and falls again; every value follows from the epoch. */
    static Metrics metrics(int lastEpoch, boolean withTest) {
        double[][] columns = new double[5][lastEpoch + 1];
        for (int epoch = 0; epoch <= lastEpoch; epoch++) {
            double part = (double) epoch / Math.max(1, lastEpoch);
            double leap = Math.abs(part - 0.7) < 0.02 ? 30 : 1;
            columns[0][epoch] = epoch == 0 ? Double.NaN : 0.1;
            columns[1][epoch] = leap * StrictMath.exp(-9 * part) * (1 + 0.1 * StrictMath.sin(epoch));
            columns[2][epoch] = withTest ? 1.3 * columns[1][epoch] + 0.001 * part : Double.NaN;
            columns[3][epoch] = epoch == 0 ? Double.NaN : leap * StrictMath.exp(-6 * part);
            columns[4][epoch] = epoch < 2 ? Double.NaN : leap > 1 ? 176 : 90 + 80 * StrictMath.sin(0.02 * epoch);
        }
        return metrics(columns);
    }

    private static Metrics metrics(double[][] columns) {
        return new Metrics(ImmutableDoubleArray.copyOf(columns[0]), ImmutableDoubleArray.copyOf(columns[1]),
                ImmutableDoubleArray.copyOf(columns[2]), ImmutableDoubleArray.copyOf(columns[3]),
                ImmutableDoubleArray.copyOf(columns[4]));
    }

    /** Leaps, zeros and values near both ends of the numbers. */
    private static Metrics wildMetrics(Random random, int lastEpoch, boolean withTest) {
        double[][] columns = new double[5][lastEpoch + 1];
        int range = 1 + random.nextInt(40);
        for (int epoch = 0; epoch <= lastEpoch; epoch++) {
            columns[0][epoch] = epoch == 0 ? Double.NaN : 0.1;
            columns[1][epoch] = wild(random, range);
            columns[2][epoch] = withTest ? wild(random, range) : Double.NaN;
            columns[3][epoch] = epoch == 0 ? Double.NaN : wild(random, range);
            columns[4][epoch] = epoch < 2 || random.nextInt(10) == 0 ? Double.NaN : 180 * random.nextDouble();
        }
        return metrics(columns);
    }

    private static double wild(Random random, int range) {
        return switch (random.nextInt(30)) {
            case 0 -> 0;
            case 1 -> 1e300;
            case 2 -> 1e-300;
            default -> StrictMath.exp(range * random.nextGaussian());
        };
    }

    static ChartSpec spec(ChartSpec chart, ImmutableList<PanelKind> kinds, Metrics metrics, int... cutoffs) {
        return spec(chart, kinds, ImmutableList.of(
                new ShownRun("run", chart.theme().ofRun(0), metrics, ImmutableIntArray.copyOf(cutoffs))));
    }

    static ChartSpec spec(ChartSpec chart, ImmutableList<PanelKind> kinds, ImmutableList<ShownRun> runs) {
        boolean withTest = runs.get(0).metrics().hasTestLoss();
        return new ChartSpec(chart.size(), chart.theme(), chart.points(), chart.x(), chart.y(), chart.headline(), chart.axes(),
                chart.readout(), runs.stream().map(Dashboards::answering).collect(ImmutableList.toImmutableList()),
                new Panels(kinds, withTest ? Optional.of(Charts.line()) : Optional.empty(),
                        Optional.of(new Target.Linear(-2.5, -0.8)), GROUPS, new Range(-2, 3), Images.NONE,
                        Optional.of(landscape(runs)), ImmutableList.of(),
                        ImmutableList.of(ImmutableDoubleArray.copyOf(parameters(0)), ImmutableDoubleArray.copyOf(parameters(9)))));
    }

    /** What a model gives at an epoch at as many points as any chart has. */
    private static Answers answers(int epoch) {
        double[] outputs = new double[MOST_POINTS];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = 20 * StrictMath.sin(0.1 * i + 0.01 * epoch);
        }
        outputs[7] = epoch % 3 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        return Answers.builder().put(new Wanted.AtPoints(Wanted.Points.TRAIN, Wanted.Numbers.OUTPUTS),
                new Rows(new double[][] {outputs}))
                .put(new Wanted.Parameters(), ImmutableDoubleArray.copyOf(parameters(epoch))).build();
    }

    private static ShownRun answering(ShownRun run) {
        return new ShownRun(run.name(), run.color(), run.metrics(), run.cutoffs(), answers(run.metrics().lastEpoch()));
    }

    /** A valley with some waves, and paths that wind down it. */
    private static Landscape landscape(ImmutableList<ShownRun> runs) {
        ImmutableList.Builder<PlanePath> paths = ImmutableList.builder();
        for (int run = 0; run < runs.size(); run++) {
            int last = runs.get(run).metrics().lastEpoch();
            double[] x = new double[last + 1];
            double[] y = new double[last + 1];
            for (int epoch = 0; epoch <= last; epoch++) {
                double left = StrictMath.exp(-4.0 * epoch / Math.max(1, last));
                x[epoch] = 3 * left - 0.5 * run;
                y[epoch] = left * StrictMath.sin(0.05 * epoch + run);
            }
            paths.add(new PlanePath(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y)));
        }
        boolean exact = runs.get(0).metrics().lastEpoch() % 2 == 0;
        Plane plane = exact ? Plane.exact("a", "b")
                : new Plane(Plane.Kind.TRAJECTORY, ImmutableDoubleArray.of(0, 0, 0), ImmutableDoubleArray.of(1, 0, 0),
                        ImmutableDoubleArray.of(0, 1, 0), "", "", 0.9, 0.05);
        return new Landscape(plane, paths.build(), Window.around(paths.build()), new LossSurface(plane, 21,
                () -> at -> 0.01 + at[0] * at[0] + 4 * (at[1] - 0.1 * at[0]) * (at[1] - 0.1 * at[0])
                        + 0.1 * StrictMath.sin(5 * at[0]) * StrictMath.sin(5 * at[0]), 1, (rows, ofRows) -> { }));
    }

    static ChartSpec randomSpec(Random random) {
        List<PanelKind> kinds = new ArrayList<>();
        int count = 1 + random.nextInt(Panels.MOST);
        for (int i = 0; i < count; i++) {
            kinds.add(ALL.get(random.nextInt(ALL.size())));
        }
        ChartSpec chart = Charts.randomSpec(random);
        ImmutableList.Builder<ShownRun> runs = ImmutableList.builder();
        for (int run = 0; run < chart.runs().size(); run++) {
            runs.add(randomRun("run " + run, chart.theme().ofRun(run), random));
        }
        return spec(chart, ImmutableList.copyOf(kinds), runs.build());
    }

    private static ShownRun randomRun(String name, Color color, Random random) {
        int last = random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(200);
        Metrics metrics = random.nextBoolean()
                ? wildMetrics(random, last, random.nextBoolean()) : metrics(last, random.nextBoolean());
        int[] cutoffs = random.ints(random.nextInt(4), 0, last + 1).sorted().toArray();
        return new ShownRun(name, color, metrics, ImmutableIntArray.copyOf(cutoffs));
    }

    /** The parameters at an epoch, which follow from the epoch alone. */
    static double[] parameters(int epoch) {
        double[] parameters = new double[PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            double wave = StrictMath.sin(0.013 * epoch * (1 + i % 7) + i);
            parameters[i] = epoch % 97 == 96 && i % 5 == 0 ? 1e200 * wave : 2 * wave;
        }
        return parameters;
    }

    /** Hands the drawer the parameters of all epochs after {@code from} up to {@code to}. */
    static void addEpochs(ChartDrawer drawer, int from, int to) {
        for (int epoch = from + 1; epoch <= to; epoch++) {
            drawer.addEpoch(epoch, parameters(epoch));
        }
    }

    static FrameContents at(int epoch, FrameContents contents) {
        ImmutableList<RunCurves> runs = contents.runs().stream()
                .map(run -> new RunCurves(run.curve(), run.trails(), run.firstCurve(), run.neurons(), answers(epoch)))
                .collect(ImmutableList.toImmutableList());
        return new FrameContents(epoch, epoch + epoch % 3 / 3.0, contents.headline(), contents.readout(), runs,
                contents.telling());
    }

    /** A frame of a chart of all panels in {@code theme} at 864x576, after another. */
    static Frame everything(Theme theme) {
        ChartDrawer drawer = new ChartDrawer(spec(Charts.spec(864, 576, theme), NINE, metrics(400, true), 90, 210));
        FrameContents contents =
                Charts.contents(Charts.curve(drawer, x -> 20 * StrictMath.sin(0.5 * x)), "1", "2", "3");
        addEpochs(drawer, -1, 120);
        drawer.draw(at(120, contents));
        addEpochs(drawer, 120, 400);
        return drawer.draw(at(400, contents));
    }
}
