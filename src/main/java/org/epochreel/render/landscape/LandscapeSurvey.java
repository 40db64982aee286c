package org.epochreel.render.landscape;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.LossSurface;
import org.epochreel.landscape.Motion;
import org.epochreel.landscape.Plane;
import org.epochreel.landscape.PlanePath;
import org.epochreel.landscape.Position;
import org.epochreel.landscape.Window;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Model;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.TrainedRun;
import org.epochreel.run.Ending;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.PanelSpec.PlaneChoice;
import org.epochreel.scene.PanelSpec.Span;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.training.TrainingLoss;

/** Finds the landscape that a plan's scene asks for. */
public final class LandscapeSurvey {

    /** Parameters of the largest model whose plane is one of two parameters unless the scene says otherwise. */
    private static final int MOST_BY_NAME = 3;

    private static final double FAR = 1e100;

    /** Of a run that diverges, what comes after its loss has grown to so many times the first one is no motion. */
    private static final double LOST = 1e4;

    private final Plan plan;
    private final PanelSpec.Landscape wanted;
    private final TrainedRun first;
    private final ImmutableList<TrainedRun> runs;
    private final double[] last;

    private LandscapeSurvey(Plan plan, PanelSpec.Landscape wanted) {
        this.plan = plan;
        this.wanted = wanted;
        this.first = plan.trained().get(0);
        // Only runs of one model are at home in one plane.
        boolean alike = plan.trained().stream()
                .allMatch(run -> run.scene().learner().equals(first.scene().learner()));
        this.runs = alike ? plan.trained() : ImmutableList.of(first);
        this.last = parametersAtEnd(first);
    }

    /**
     * The landscape; nothing where the scene has no panel that shows one. Its losses are measured when they are asked
     * for, by as many threads at a time as trained the plan's model.
     */
    public static Optional<Landscape> of(Plan plan) {
        Optional<PanelSpec.Landscape> wanted = plan.scene().video().panels().stream()
                .filter(PanelSpec.Landscape.class::isInstance)
                .map(PanelSpec.Landscape.class::cast)
                .findFirst();
        return wanted.isEmpty() ? Optional.empty()
                : Optional.of(new LandscapeSurvey(plan, wanted.get()).landscape());
    }

    /** The last epoch that counts. */
    private static int end(TrainedRun run) {
        ImmutableDoubleArray losses = run.run().metrics().trainLoss();
        int end = losses.length() - 1;
        if (run.run().ending() == Ending.DIVERGED) {
            while (end > 0 && !(losses.get(end) <= LOST * losses.get(0))) {
                end--;
            }
        }
        return end;
    }

    private static double[] parametersAtEnd(TrainedRun run) {
        int end = end(run);
        if (end == run.run().metrics().lastEpoch()) {
            return run.run().finalParameters().toArray();
        }
        double[][] found = new double[1][];
        run.replay((epoch, parameters) -> {
            if (epoch == end) {
                found[0] = parameters.clone();
            }
        });
        return found[0];
    }

    private Landscape landscape() {
        Plane plane = plane();
        ImmutableList<PlanePath> paths = runs.stream().map(run -> path(run, plane)).collect(ImmutableList.toImmutableList());
        LossSurface surface = new LossSurface(plane, wanted.grid(),
                () -> new TrainingLoss(first.learning().trained(), first.learning().data().train(),
                        first.scene().training().loss())::of,
                plan.threads(), (rows, ofRows) -> {
                    RenderInterruptedException.check();
                    plan.progress().surveyed(rows, ofRows);
                });
        return new Landscape(plane, paths, window(plane, paths), surface);
    }

    private static PlanePath path(TrainedRun run, Plane plane) {
        int end = end(run);
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        run.replay((epoch, parameters) -> {
            RenderInterruptedException.check();
            if (epoch <= end) {
                Position at = plane.nearest(parameters);
                x.add(near(at.x()));
                y.add(near(at.y()));
            }
        });
        return new PlanePath(x.build(), y.build());
    }

    // Of a run that diverged, so that no arithmetic overflows.
    private static double near(double position) {
        return Double.isNaN(position) ? 0 : Math.max(-FAR, Math.min(FAR, position));
    }

    private Window window(Plane plane, ImmutableList<PlanePath> paths) {
        if (wanted.span().isPresent() && wanted.span().get() instanceof Span.Limits limits) {
            return new Window(limits.first(), limits.second());
        }
        Position end = plane.nearest(last);
        if (wanted.span().isPresent()) {
            return around(end, ((Span.Around) wanted.span().get()).reach());
        }
        Window window = Window.around(paths);
        double size = Math.sqrt(Arrays.stream(last).map(value -> value * value).sum());
        // In a random plane the path is short; what is of interest reaches as far as the parameters do.
        return plane.kind() == Plane.Kind.RANDOM && size > 0 ? window.with(around(end, size)) : window;
    }

    private static Window around(Position middle, double reach) {
        return new Window(new Range(middle.x() - reach, middle.x() + reach),
                new Range(middle.y() - reach, middle.y() + reach));
    }

    private Plane plane() {
        Model model = first.learning().trained();
        PlaneChoice choice = wanted.plane();
        int count = model.parameterCount();
        if (choice == PlaneChoice.EXACT || choice == PlaneChoice.AUTO && count == 2) {
            return Plane.exact(nameOf(model, 0), nameOf(model, 1));
        }
        Motion motion = motion();
        if (choice == PlaneChoice.PARAMETERS || choice == PlaneChoice.AUTO && count <= MOST_BY_NAME) {
            IntFunction<String> names = parameter -> nameOf(model, parameter);
            return wanted.along().isEmpty() ? Plane.ofParameters(last, motion, names)
                    : Plane.ofParameters(last, motion, numberOf(model, wanted.along().get().get(0)),
                            numberOf(model, wanted.along().get().get(1)), names);
        }
        return choice == PlaneChoice.RANDOM
                ? Plane.random(last, motion, neurons(), wanted.seed())
                : Plane.ofTrajectory(last, motion);
    }

    private static int numberOf(Model model, String parameter) {
        return model.parameterGroups().stream().filter(group -> group.name().equals(parameter)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + parameter)).from();
    }

    private static String nameOf(Model model, int parameter) {
        if (model.parameterGroups().equals(CurveFamily.LINEAR.parameterGroups())) {
            return parameter == 0 ? "slope a" : "intercept b";
        }
        if (model.parameterGroups().equals(CurveFamily.SINUSOIDAL.parameterGroups())) {
            return ImmutableList.of("amplitude a", "frequency b", "phase c", "offset d").get(parameter);
        }
        return model.parameterGroups().stream()
                .filter(group -> parameter >= group.from() && parameter < group.from() + group.count())
                .map(group -> group.count() == 1 ? group.name()
                        : group.name().replaceFirst("s$", "") + " " + (parameter - group.from() + 1))
                .findFirst().orElseThrow();
    }

    private int[] neurons() {
        int[] neurons = new int[last.length];
        if (first.scene().learner() instanceof Learner.Network network) {
            int first = 0;
            for (LayerShape layer : LayerShape.of(network.architecture())) {
                for (int i = layer.firstWeight(); i < layer.end(); i++) {
                    neurons[i] = first + (i < layer.firstBias()
                            ? (i - layer.firstWeight()) / layer.fanIn() : i - layer.firstBias());
                }
                first += layer.fanOut();
            }
        }
        return neurons;
    }

    private Motion motion() {
        int epochs = runs.stream().mapToInt(run -> end(run) + 1).sum();
        MotionRecorder recorder = new MotionRecorder(last, epochs - 1);
        for (TrainedRun run : runs) {
            int end = end(run);
            run.replay((epoch, parameters) -> {
                RenderInterruptedException.check();
                if (epoch <= end) {
                    recorder.add(parameters);
                }
            });
        }
        return recorder.motion();
    }
}
