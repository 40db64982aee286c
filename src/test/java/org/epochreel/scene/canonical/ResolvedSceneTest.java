package org.epochreel.scene.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.data.Features;
import org.epochreel.data.Inputs;
import org.epochreel.data.PointShape;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.data.Target;
import org.epochreel.font.FontFile;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Layout;
import org.epochreel.network.Output;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.FamilyParameters;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.Story;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.sound.synth.Scale;
import org.epochreel.sound.synth.SoundForm;
import org.epochreel.sound.synth.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedSceneTest {

    /** Cross-entropy is for classes. */
    private static final Loss[] VALUE_LOSSES = {Loss.MSE, Loss.HALF_MSE, Loss.SSE, Loss.HALF_SSE, Loss.MAE};

    @TempDir
    Path directory;

    private final Random random = new Random(20240131);

    private Scene read(String text) throws InvalidSceneException, IOException {
        Path file = Files.writeString(directory.resolve("scene.yaml"), text);
        return SceneReader.read(file, List.of());
    }

    @Test
    void readsBackToAnEqualScene() throws Exception {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Scene scene = scene();
            String text = ResolvedScene.text(scene);
            Scene back = read(text);
            assertEquals(scene, back, text);
            assertEquals(text, ResolvedScene.text(back));
            hashes.add(ResolvedScene.hash(scene));
        }
        assertEquals(500, hashes.size());
    }

    @Test
    void theHashOfPointsFromAFileIsThatOfTheirBits() throws Exception {
        String scene = "data: {csv: {file: points.csv, x: x, y: y}}\nnetwork: {hidden: [2]}\n";
        Path points = Files.writeString(directory.resolve("points.csv"), "x,y\n1,2\n");
        Scene first = read(scene);
        assertEquals(first, read(ResolvedScene.text(first)));
        Files.writeString(points, "y,x,other\n\n2.0,1.0,z\n");
        assertEquals(ResolvedScene.hash(first), ResolvedScene.hash(read(scene)));
        Files.writeString(points, "x,y\n1,2.0000000000000004\n");
        assertNotEquals(ResolvedScene.hash(first), ResolvedScene.hash(read(scene)));
    }

    @Test
    void theHashOfASceneWithAFontChangesWithTheFontsBytes() throws Exception {
        String scene = "data: {x: {grid: {from: -1, to: 1, count: 10}}, y: {linear: {a: 1, b: 2}}}\n"
                + "network: {hidden: [3]}\nvideo: {font: {file: font.ttf}}\n";
        Path font = directory.resolve("font.ttf");
        Files.write(font, FontFile.class.getResourceAsStream("hebrew.ttf").readAllBytes());
        Scene first = read(scene);
        assertEquals(first, read(ResolvedScene.text(first)));
        Files.write(font, FontFile.class.getResourceAsStream("arabic.ttf").readAllBytes());
        assertNotEquals(ResolvedScene.hash(first), ResolvedScene.hash(read(scene)));
    }

    @Test
    void theHashDoesNotDependOnHowASceneIsWritten() throws Exception {
        String scene = "data: {x: {grid: {from: -1, to: 1, count: 10}}, y: {linear: {a: 1, b: 2}}}\n"
                + "network: {hidden: [3]}\n";
        String other = "# The same\nnetwork:\n  hidden:\n  - 0x3\n  activation: [tanh]\ndata:\n  seed: 0\n"
                + "  y: {linear: {b: 2.0, a: 1e0}}\n  x: {grid: {count: 10, from: -1, to: 1}}\n";
        assertEquals(ResolvedScene.hash(read(scene)), ResolvedScene.hash(read(other)));
    }

    @Test
    void theTextDoesNotDependOnTheLocale() throws Exception {
        Scene scene = scene();
        String text = ResolvedScene.text(scene);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            assertEquals(text, ResolvedScene.text(scene));
            assertEquals(scene, read(text));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(text.endsWith("}\n") && text.indexOf('\r') < 0);
    }

    private Scene scene() throws ExpressionException {
        int points = 2 + random.nextInt(50);
        Inputs inputs = random.nextBoolean()
                ? new Inputs.Grid(-1 - random.nextDouble(), random.nextDouble(), points)
                : new Inputs.Uniform(-1 - random.nextDouble(), random.nextDouble(), points);
        if (random.nextInt(3) == 0) {
            return labelledScene(points);
        }
        DataSource data = new DataSource.Generated(inputs, target(), random.nextBoolean() ? 0 : random.nextDouble(),
                new BigInteger(random.nextInt(200), random), random.nextBoolean() ? OptionalInt.empty()
                        : OptionalInt.of(2 + random.nextInt(5)),
                new Scales(pick(ScaleMethod.values()), pick(ScaleMethod.values())));
        Learner learner = random.nextInt(4) == 0 ? new Learner.Family(pick(CurveFamily.values()))
                : new Learner.Network(architecture());
        return new Scene("scene", random.nextBoolean() ? Optional.empty()
                : Optional.of("\"Ü\" {epoch} {} \\ / 😀: # yes"),
                data, learner, initialisation(learner), training(points), video(OF_CURVES), ImmutableList.of(),
                ImmutableList.of(directory.resolve("scene.yaml")));
    }

    private static final VideoSpec.PanelKind[] OF_CURVES = {
        VideoSpec.PanelKind.FIT, VideoSpec.PanelKind.DATA, VideoSpec.PanelKind.LOSS, VideoSpec.PanelKind.GRADIENT_NORM,
        VideoSpec.PanelKind.GRADIENT_ANGLE, VideoSpec.PanelKind.GRADIENT_PATH, VideoSpec.PanelKind.WEIGHTS};

    private Scene labelledScene(int points) throws ExpressionException {
        PointShape shape = pick(new PointShape.Moons(points), new PointShape.Circles(points, positive()),
                new PointShape.Spirals(points, 2, number()), new PointShape.Xor(points),
                new PointShape.Checkerboard(points, 2 + random.nextInt(5)),
                new PointShape.Blobs(points, ImmutableList.of(), 2, positive()),
                new PointShape.Blobs(points, ImmutableList.of(new PointShape.Blobs.Centre(number(), number()),
                        new PointShape.Blobs.Centre(number(), number())), 0, positive()));
        DataSource data = new DataSource.Points(shape, random.nextBoolean() ? 0 : positive(),
                new BigInteger(random.nextInt(200), random),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(5)),
                new Scales(pick(ScaleMethod.values()), pick(ScaleMethod.values())));
        Optional<Features> features = random.nextBoolean() ? Optional.empty() : Optional.of(new Features(
                ImmutableList.of(Expression.parse("x1*x2", 2), Expression.parse("3", 2), Expression.parse("x1^2", 2))));
        Output output = pick(Output.values());
        Architecture around = architecture();
        Learner learner = new Learner.Network(new Architecture(features.map(Features::count).orElse(2), around.hidden(),
                around.activations(), output == Output.SIGMOID ? 1 : 2, output, around.bias()), features);
        VideoSpec video = video(VideoSpec.PanelKind.LOSS, VideoSpec.PanelKind.WEIGHTS,
                VideoSpec.PanelKind.FIELD);
        return new Scene("scene", Optional.empty(), data, learner, initialisation(learner), training(points), video,
                ImmutableList.of(), ImmutableList.of(directory.resolve("scene.yaml")));
    }

    private Target target() throws ExpressionException {
        switch (random.nextInt(4)) {
            case 0:
                return new Target.Linear(number(), number());
            case 1:
                return new Target.Quadratic(number(), number(), number());
            case 2:
                return new Target.Sinusoidal(number(), number(), number(), number());
            default:
                return new Target.Formula(Expression.parse(pick("3", "sin(x)*(25 - x^2)", "x")));
        }
    }

    private double number() {
        double size = StrictMath.pow(10, random.nextInt(9) - 4);
        return random.nextInt(3) == 0 ? random.nextInt(20) - 10 : random.nextGaussian() * size;
    }

    private double positive() {
        return Math.abs(number()) + 1e-9;
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Architecture architecture() {
        ImmutableList.Builder<Integer> hidden = ImmutableList.builder();
        ImmutableList.Builder<Activation> activations = ImmutableList.builder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            hidden.add(1 + random.nextInt(5));
            activations.add(pick(Activation.values()));
        }
        return new Architecture(hidden.build(), activations.build(), pick(Activation.values()), random.nextBoolean());
    }

    private Initialisation initialisation(Learner learner) {
        BigInteger seed = BigInteger.valueOf(random.nextInt(100));
        long parameters;
        boolean bias = false;
        boolean blogFits = false;
        if (learner instanceof Learner.Network network) {
            parameters = LayerShape.of(network.architecture()).stream().mapToLong(LayerShape::parameters).sum();
            bias = network.architecture().bias();
            blogFits = bias && network.architecture().hidden().size() == 1;
        } else {
            parameters = FamilyParameters.names(((Learner.Family) learner).family()).size();
        }
        OptionalDouble biases = bias && random.nextBoolean() ? OptionalDouble.of(number()) : OptionalDouble.empty();
        Layout layout = pick(Layout.values());
        switch (random.nextInt(7)) {
            case 0:
                return new Initialisation(seed,
                        new Scheme.Explicit(ImmutableDoubleArray.copyOf(random.doubles(parameters, -9, 9))),
                        Layout.SEPARATE, OptionalDouble.empty(), 1);
            case 1:
                return new Initialisation(seed, new Scheme.Uniform(-positive(), number() + 1e6), layout, biases,
                        number());
            case 2:
                return new Initialisation(seed, blogFits ? new Scheme.Blog() : new Scheme.Torch(), Layout.SEPARATE,
                        biases, number());
            case 3:
                return new Initialisation(seed, new Scheme.Xavier(), layout, biases, number());
            case 4:
                return new Initialisation(seed, new Scheme.He(), layout, biases, number());
            case 5:
                return new Initialisation(seed, new Scheme.Torch(), layout, biases, number());
            default:
                return new Initialisation(seed, new Scheme.Normal(positive()), layout, biases, number());
        }
    }

    private TrainingSpec training(int points) {
        Optimiser optimiser = pick(new Optimiser.GradientDescent(), new Optimiser.Momentum(random.nextDouble()),
                new Optimiser.Adam(random.nextDouble(), random.nextDouble(), positive()),
                new Optimiser.RmsProp(random.nextDouble(), positive()));
        ImmutableList.Builder<Cutoff> cutoffs = ImmutableList.builder();
        Optional<Decay> decay = Optional.empty();
        if (random.nextInt(3) == 0) {
            decay = Optional.of(pick(new Decay.Exponential(1 - random.nextDouble(), 1 + random.nextInt(9)),
                    new Decay.Cosine(Math.abs(number()), 1 + random.nextInt(999))));
        } else {
            for (int i = random.nextInt(4); i > 0; i--) {
                cutoffs.add(new Cutoff(pick(new Condition.AtEpoch(random.nextInt(99)), change(),
                        new Condition.LossBelow(positive()), new Condition.AngleAbove(random.nextDouble(0, 180))),
                        positive()));
            }
        }
        return new TrainingSpec(pick(VALUE_LOSSES), optimiser, positive(), cutoffs.build(), decay,
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(points)),
                BigInteger.valueOf(random.nextLong() >>> 1), random.nextBoolean() ? 0 : positive(),
                1 + random.nextInt(100_000),
                random.nextBoolean() ? Optional.empty()
                        : Optional.of(pick(change(), new Condition.LossBelow(positive()))));
    }

    private Condition change() {
        return new Condition.LossChangeBelow(positive(), 1 + random.nextInt(9), random.nextInt(20));
    }

    private static final VideoSpec.PanelKind[] CURVE_PANELS = Arrays.stream(VideoSpec.PanelKind.values())
            .filter(kind -> !ImmutableSet.of(VideoSpec.PanelKind.FIELD, VideoSpec.PanelKind.ACCURACY,
                    VideoSpec.PanelKind.SAMPLES, VideoSpec.PanelKind.FILTERS, VideoSpec.PanelKind.CONFUSION,
                    VideoSpec.PanelKind.PICTURE, VideoSpec.PanelKind.HIDDEN).contains(kind))
            .toArray(VideoSpec.PanelKind[]::new);

    private VideoSpec video(VideoSpec.PanelKind... kinds) {
        ImmutableList.Builder<PanelSpec> panels = ImmutableList.builder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            panels.add(PanelSpec.of(pick(kinds)));
        }
        PanelSpec.Landscape landscape = new PanelSpec.Landscape(PanelSpec.PlaneChoice.RANDOM, Optional.empty(),
                pick(Optional.empty(), Optional.of(new PanelSpec.Span.Around(positive())),
                        Optional.of(new PanelSpec.Span.Limits(new VideoSpec.Range(-1, 2), new VideoSpec.Range(0, 1)))),
                11 + random.nextInt(90), BigInteger.valueOf(random.nextInt(9)));
        ImmutableList<PanelSpec> chosen = panels.build().stream()
                .distinct()
                .map(panel -> panel.kind() == VideoSpec.PanelKind.LANDSCAPE ? landscape : panel)
                .collect(ImmutableList.toImmutableList());
        double from = number();
        Optional<VideoSpec.Range> range = Optional.of(new VideoSpec.Range(from, from + positive()));
        return new VideoSpec(new FrameSize(16 + 2 * random.nextInt(1000), 16 + 2 * random.nextInt(1000)),
                pick(FrameRate.of(15), new FrameRate(30_000, 1001), new FrameRate(25, 2)),
                pick(new VideoSpec.FrameSelection.Every(1 + random.nextInt(99)),
                        new VideoSpec.FrameSelection.Count(1 + random.nextInt(999), pick(VideoSpec.Pace.values()),
                                random.nextBoolean()),
                        new VideoSpec.FrameSelection.Auto()),
                new VideoSpec.Hold(Duration.ofNanos(random.nextLong(1_000_000_000_000L)),
                        Duration.ofMillis(random.nextInt(5000))),
                pick(VideoSpec.ThemeName.values()), random.nextInt(51), random.nextBoolean(),
                pick(ImmutableList.of(), ImmutableList.of(VideoSpec.Readout.SEED, VideoSpec.Readout.LEARNING_RATE)),
                new VideoSpec.Axes(pick(range, Optional.empty()), pick(range, Optional.empty()),
                        pick(VideoSpec.Axes.Fit.values()), text(), text()),
                chosen, text(), text(), Optional.empty(),
                pick(Optional.empty(), Optional.of(new AudioSpec.FromTraining(pick(AudioSpec.Quantity.values()),
                        pick(SoundForm.values()), new Tuning(pick(Scale.values()), 40 + random.nextInt(400), 1000)))),
                pick(VideoSpec.USUAL_FORMATS, ImmutableList.of(FilmFormat.of(FilmFormat.Kind.GIF)),
                        ImmutableList.of(FilmFormat.of(FilmFormat.Kind.APNG),
                                new FilmFormat(FilmFormat.Kind.GIF, Optional.of(16)))),
                story(), Duration.ofMillis(1 + random.nextInt(5000)));
    }

    private Story story() {
        if (random.nextInt(3) == 0) {
            return Story.usual(pick(VideoSpec.ThemeName.values()));
        }
        return new Story(pick(Story.Strip.values()), random.nextBoolean(), random.nextBoolean(),
                pick(ImmutableList.of(), ImmutableList.of(new Story.Note(random.nextInt(2), "say: \"#\"",
                        Duration.ofMillis(random.nextInt(5000)),
                        pick(Story.Note.At.Place.CURVE, new Story.Note.At.Point(number(), number()))))),
                pick(ImmutableList.of(), ImmutableList.of(new Story.HoldAt(1, Duration.ofMillis(random.nextInt(5000))))),
                pick(ImmutableList.of(), ImmutableList.of(new Story.Slow(0, 1 + random.nextInt(9), 2.5))),
                pick(Story.Poster.Moment.FIRST, new Story.Poster.Epoch(1)), random.nextBoolean());
    }

    private Optional<String> text() {
        return pick(Optional.empty(), Optional.of("\"\u00B0\": # {seed}"), Optional.of("day"));
    }
}
