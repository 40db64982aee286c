package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.epochreel.data.DataSource;
import org.epochreel.data.Inputs;
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
import org.epochreel.network.Layout;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.FrameSizeName;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.Story;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.sound.synth.Scale;
import org.epochreel.sound.synth.SoundForm;
import org.epochreel.sound.synth.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneReaderTest {

    private static final String DATA = "data: {x: {grid: {from: -1, to: 1, count: 10}}, y: {linear: {a: 1, b: 2}}}\n";
    private static final String SMALLEST = DATA + "network: {hidden: [3]}\n";

    @TempDir
    Path directory;

    private Scene read(String yaml, String... overrides) throws InvalidSceneException, IOException {
        return read(yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }

    private Scene read(byte[] yaml, String... overrides) throws InvalidSceneException, IOException {
        Path file = Files.write(directory.resolve("some.scene.yaml"), yaml);
        List<KeyOverride> parsed = Stream.of(overrides).map(KeyOverride::parse).toList();
        return SceneReader.read(file, parsed);
    }

    private String mistakes(String yaml, String... overrides) {
        return assertThrows(InvalidSceneException.class, () -> read(yaml, overrides)).getMessage()
                .replace(directory + "/", "");
    }

    @Test
    void everyKeyIsRead() throws Exception {
        Scene scene = read(Files.readString(Path.of(SceneReaderTest.class.getResource("every-key.yaml").toURI())));
        assertEquals(new Scene("some.scene", Optional.of("Linear data, {epoch}"),
                new DataSource.Generated(new Inputs.Grid(-10, 9.8, 100), new Target.Linear(-2.5, -0.8), 0.1,
                        BigInteger.valueOf(7), OptionalInt.of(50), new Scales(ScaleMethod.STANDARD, ScaleMethod.MIN_MAX)),
                new Scene.Learner.Network(new Architecture(ImmutableList.of(20, 4),
                        ImmutableList.of(Activation.SIGMOID, Activation.SIGMOID), Activation.IDENTITY, true)),
                new Initialisation(BigInteger.valueOf(3), new Scheme.Normal(0.01), Layout.AUGMENTED,
                        OptionalDouble.of(0.1), 2),
                new TrainingSpec(Loss.HALF_MSE, new Optimiser.Adam(0.8, 0.99, 1e-7), 1e-5,
                        ImmutableList.of(new Cutoff(new Condition.AtEpoch(255), 1e-4),
                                new Cutoff(new Condition.LossBelow(0.5), 2e-4),
                                new Cutoff(new Condition.LossChangeBelow(10, 5, 9), 3e-3),
                                new Cutoff(new Condition.AngleAbove(90), 4e-4)),
                        Optional.empty(), OptionalInt.of(5), BigInteger.valueOf(5), 0.001, 663,
                        Optional.of(new Condition.LossChangeBelow(1, 6, 8))),
                new VideoSpec(new FrameSize(432, 288), FrameRate.of(15),
                        new VideoSpec.FrameSelection.Count(600, VideoSpec.Pace.MOTION, true),
                        new VideoSpec.Hold(Duration.ZERO, Duration.ofMillis(2500)), VideoSpec.ThemeName.BLOG, 3, true,
                        ImmutableList.of(VideoSpec.Readout.EPOCH, VideoSpec.Readout.SEED),
                        new VideoSpec.Axes(Optional.of(new VideoSpec.Range(-10, 10)),
                                Optional.of(new VideoSpec.Range(-60, 80)), VideoSpec.Axes.Fit.FIRST,
                                Optional.of("time, s"), Optional.of("")),
                        ImmutableList.of(PanelSpec.of(VideoSpec.PanelKind.FIT),
                                PanelSpec.of(VideoSpec.PanelKind.GRADIENT_PATH)),
                        Optional.of("from epoch {epoch}"), Optional.of("made up"), Optional.empty(),
                        Optional.of(new AudioSpec.FromTraining(AudioSpec.Quantity.MOTION, SoundForm.CHORD,
                                new Tuning(Scale.MINOR, 220, 880))), VideoSpec.USUAL_FORMATS,
                        new Story(Story.Strip.ON, true, true,
                                ImmutableList.of(
                                        new Story.Note(252, "here the rate rises", Duration.ofSeconds(2),
                                                Story.Note.At.Place.CAPTION),
                                        new Story.Note(300, "10\u00B0", Duration.ofSeconds(3), new Story.Note.At.Point(-2.5, 40)),
                                        new Story.Note(310, "now", Duration.ofSeconds(3), Story.Note.At.Place.CURVE)),
                                ImmutableList.of(new Story.HoldAt(252, Duration.ofMillis(1500))),
                                ImmutableList.of(new Story.Slow(240, 300, 4), new Story.Slow(300, 310, 1.5)),
                                new Story.Poster.Epoch(252), true), Duration.ofMillis(500)),
                ImmutableList.of(), scene.inputs()), scene);
    }

    @Test
    void onlyDataAndHiddenAreNeeded() throws Exception {
        Scene scene = read(SMALLEST);
        assertEquals(Optional.empty(), scene.title());
        assertEquals(0, ((DataSource.Generated) scene.data()).noise());
        assertEquals(BigInteger.ZERO, ((DataSource.Generated) scene.data()).seed());
        assertEquals(new Scene.Learner.Network(new Architecture(ImmutableList.of(3), ImmutableList.of(Activation.TANH),
                Activation.IDENTITY, true)), scene.learner());
        assertEquals(
                new Initialisation(BigInteger.ZERO, new Scheme.Torch(), Layout.SEPARATE, OptionalDouble.empty(), 1),
                scene.initialisation());
        assertEquals(new TrainingSpec(Loss.MSE, new Optimiser.GradientDescent(), 0.01, ImmutableList.of(),
                Optional.empty(), OptionalInt.empty(), BigInteger.ZERO, 0, 1000, Optional.empty()), scene.training());
        assertEquals(new VideoSpec(new FrameSize(1280, 720), FrameRate.of(30), new VideoSpec.FrameSelection.Auto(),
                new VideoSpec.Hold(Duration.ofMillis(900), Duration.ofSeconds(2)), VideoSpec.ThemeName.PAPER, 0, false,
                ImmutableList.of(VideoSpec.Readout.EPOCH, VideoSpec.Readout.LOSS, VideoSpec.Readout.LEARNING_RATE),
                new VideoSpec.Axes(Optional.empty(), Optional.empty(), VideoSpec.Axes.Fit.ALL, Optional.empty(),
                        Optional.empty()),
                ImmutableList.of(PanelSpec.of(VideoSpec.PanelKind.FIT)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), VideoSpec.USUAL_FORMATS,
                Story.usual(VideoSpec.ThemeName.PAPER), Duration.ofSeconds(2)), scene.video());
    }

    @Test
    void aFontLiesInTheScenesDirectory() throws Exception {
        byte[] font = FontFile.class.getResourceAsStream("hebrew.ttf").readAllBytes();
        Path file = Files.write(directory.resolve("font.ttf"), font);
        Scene scene = read(SMALLEST + "video: {font: {file: font.ttf}}");
        assertEquals(new VideoSpec.Font(Path.of("font.ttf"), FontFile.of(font)), scene.video().font().orElseThrow());
        assertTrue(scene.inputs().contains(file), scene.inputs().toString());
    }

    @Test
    void aFileThatIsNoFontIsRefusedWithThePlaceAndTheReason() throws Exception {
        Files.writeString(directory.resolve("font.ttf"), "not a font at all");
        InvalidSceneException refused = assertThrows(InvalidSceneException.class,
                () -> read(SMALLEST + "video:\n  font: {file: font.ttf}\n"));
        String told = refused.getMessage();
        assertTrue(told.contains(": video.font.file: ") && told.contains("it is no font; allowed are OpenType"), told);
    }

    @Test
    void theBlogThemeFitsItsAxesToTheFirstFrame() throws Exception {
        assertEquals(VideoSpec.Axes.Fit.FIRST, read(SMALLEST + "video: {theme: blog}").video().axes().fit());
        assertEquals(VideoSpec.Axes.Fit.ALL,
                read(SMALLEST + "video: {theme: blog, axes: {fit: all}}").video().axes().fit());
    }

    @Test
    void lossChangesAreTakenOverSixEpochsFromTheEighthOn() throws Exception {
        assertEquals(Optional.of(new Condition.LossChangeBelow(1, 6, 8)),
                read(SMALLEST + "training: {stop: {loss-change-below: 1}}").training().stop());
    }

    @ParameterizedTest
    @CsvSource({"momentum,momentum: {}", "adam,adam: {}", "rmsprop,rmsprop: {}"})
    void optimisersByNameHavePytorchsNumbers(String name, String group) throws Exception {
        Optimiser named = read(SMALLEST + "training: {optimiser: " + name + "}").training().optimiser();
        assertEquals(named, read(SMALLEST + "training: {optimiser: {" + group + "}}").training().optimiser());
        assertTrue(List.of(new Optimiser.Momentum(0.9), new Optimiser.Adam(0.9, 0.999, 1e-8),
                new Optimiser.RmsProp(0.99, 1e-8)).contains(named), named.toString());
    }

    @Test
    void decaysStandInForCutoffs() throws Exception {
        assertEquals(Optional.of(new Decay.Exponential(0.5, 100)),
                read(SMALLEST + "training: {decay: {exponential: {factor: 0.5, every: 100}}}").training().decay());
        assertEquals(Optional.of(new Decay.Cosine(0, 100)),
                read(SMALLEST + "training: {decay: {cosine: {to: 0, over: 100}}}").training().decay());
    }

    @ParameterizedTest
    @CsvSource({"30,30", "29.97,30000/1001", "23.976,24000/1001", "59.94,60000/1001", "12.5,25/2",
        "30000/1001,30000/1001", "60/2,30", "50.0,50", "0x18,24", "1e2,100"})
    void frameRatesAreFractions(String written, String rate) throws Exception {
        if (written.startsWith("0x")) {
            assertTrue(mistakes(SMALLEST + "video: {fps: " + written + "}").contains("out of range"));
        } else {
            assertEquals(rate, read(SMALLEST + "video: {fps: " + written + "}").video().fps().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"720p,1280x720", "1080p,1920x1080", "1440p,2560x1440", "2160p,3840x2160", "square,1080x1080",
        "vertical,1080x1920", "16x8192,16x8192"})
    void sizesHaveNames(String written, String size) throws Exception {
        assertEquals(size, read(SMALLEST + "video: {size: " + written + "}").video().size().toString());
    }

    @ParameterizedTest
    @CsvSource({"900ms,900000000", "1.5s,1500000000", "0s,0", "0.5ms,500000", "999.999999999s,999999999999"})
    void timesHaveUnits(String written, long nanos) throws Exception {
        assertEquals(Duration.ofNanos(nanos), read(SMALLEST + "video: {hold: {last: " + written
                + "}}").video().hold().last());
    }

    @ParameterizedTest
    @CsvSource({"0xff,255", "0o17,15", "1e3,1000", "007,7", "+5,5", "123456789012345678901234567890123456789012,"
            + "123456789012345678901234567890123456789012"})
    void seedsAreWholeNumbersOfAnySize(String written, BigInteger seed) throws Exception {
        assertEquals(seed, read(SMALLEST + "training: {seed: " + written + "}").training().seed());
    }

    @Test
    void anEnormousSeedIsRefused() {
        assertTrue(mistakes(SMALLEST + "training: {seed: " + "9".repeat(1290) + "}").contains(
                "at most 4096 are allowed"));
        assertTrue(mistakes(SMALLEST + "training: {seed: 1e999999999}").contains("out of range"));
    }

    @Test
    void byteOrderMarksAndLineEndsOfWindowsAreFine() throws Exception {
        Scene plain = read(SMALLEST);
        assertEquals(plain, read("\uFEFF" + SMALLEST.replace("\n", "\r\n")));
    }

    @Test
    void jsonIsYaml() throws Exception {
        assertEquals(read(SMALLEST),
                read("{\"data\": {\"x\": {\"grid\": {\"from\": -1, \"to\": 1e0, \"count\": 10}}, \"y\":"
                + " {\"linear\": {\"a\": 1.0, \"b\": 2}}}, \"network\": {\"hidden\": [3]}}"));
    }

    @Test
    void pointsComeFromACsvFileBesideTheScene() throws Exception {
        Files.writeString(directory.resolve("points.csv"), "value,time\n2,1\n4,3\n");
        Files.writeString(directory.resolve("test.csv"), "time,value\n5,6\n");
        DataSource.Csv csv = (DataSource.Csv) read(
                "data: {csv: {file: points.csv, x: time, y: value}, test: {file: test.csv}}\n"
                        + "network: {hidden: [3]}\n").data();
        assertEquals(ImmutableDoubleArray.of(1, 3), csv.dataSet().train().x());
        assertEquals(ImmutableDoubleArray.of(2, 4), csv.dataSet().train().y());
        assertEquals(ImmutableDoubleArray.of(6), csv.dataSet().test().orElseThrow().y());
    }

    @Test
    void parametersAreGivenLayerByLayer() throws Exception {
        Files.writeString(directory.resolve("p.json"),
                "{\"weights\": [[[1], [2]], [[3, 4], [5, 6], [7, 8]], [[9, 10, 11]]],"
                        + " \"biases\": [[0.1, 0.2], [0.3, 0.4, 0.5], [0.6]]}");
        ImmutableDoubleArray values =
                ImmutableDoubleArray.of(1, 2, 0.1, 0.2, 3, 4, 5, 6, 7, 8, 0.3, 0.4, 0.5, 9, 10, 11, 0.6);
        assertEquals(new Scheme.Explicit(values),
                read(DATA + "network: {hidden: [2, 3]}\ninitialisation: {parameters: {file: p.json}}")
                        .initialisation().scheme());
        assertEquals(new Scheme.Explicit(ImmutableDoubleArray.of(1, 2, 3, 4)),
                read(DATA + "network: {hidden: [2], bias: false}\n"
                        + "initialisation: {parameters: {weights: [[[1], [2]], [[3, 4]]]}}").initialisation().scheme());
    }

    @Test
    void familiesOfCurvesHaveLetters() throws Exception {
        Scene scene = read("model: sinusoidal\n" + DATA + "initialisation: {parameters: {d: 4, a: 1, c: 3, b: 2}}");
        assertEquals(new Scene.Learner.Family(CurveFamily.SINUSOIDAL), scene.learner());
        assertEquals(new Scheme.Explicit(ImmutableDoubleArray.of(1, 2, 3, 4)), scene.initialisation().scheme());
    }

    @Test
    void overridesReplaceAndAddKeys() throws Exception {
        assertEquals(
                read(SMALLEST + "training: {epochs: 7, cutoffs: [{at-epoch: 3, learning-rate: 1}]}\ntitle: Lines\n"),
                read(SMALLEST + "training: {epochs: many, cutoffs: [{at-epoch: 3, learning-rate: 0.5}]}\n",
                        "training.epochs=7", "training.cutoffs.0.learning-rate=1", "title=Lines"));
        assertEquals(Optional.of(new Decay.Cosine(0, 5)),
                read(SMALLEST, "training.decay={cosine: {to: 0, over: 5}}").training().decay());
        assertEquals(new Optimiser.Momentum(0.5), read(SMALLEST + "training: {optimiser: adam}\n",
                "training.optimiser.momentum.beta=0.5").training().optimiser());
    }

    @Test
    void mistakesInOverridesNameTheOption() throws Exception {
        assertEquals("--set training.epochs: \"x\" is not a whole number; allowed is a whole number from 1 to 10000000",
                mistakes(SMALLEST, "training.epochs=x"));
        assertEquals("--set title: there is no value; write text, such as Linear data", mistakes(SMALLEST, "title="));
        Path file = Files.writeString(directory.resolve("scene.yaml"), SMALLEST);
        List<KeyOverride> big = List.of(new KeyOverride("--size", "video.size", "big"));
        assertEquals("--size: video.size: \"big\" is not a frame size; " + FrameSizeName.ALLOWED,
                assertThrows(InvalidSceneException.class, () -> SceneReader.read(file, big)).getMessage());
    }

    @Test
    void overridesNeedAKeyAndAValue() {
        assertThrows(IllegalArgumentException.class, () -> KeyOverride.parse("training.epochs"));
        assertThrows(IllegalArgumentException.class, () -> KeyOverride.parse("=5"));
        assertThrows(IllegalArgumentException.class, () -> KeyOverride.parse("training..epochs=5"));
    }

    @Test
    void mistakesOfAllGroupsComeTogetherFromTheTop() {
        String mistakes = mistakes("titel: x\nmodel: line\nvideo: {fps: 0}\n" + DATA
                + "network: {hidden: [0]}\ntraining: {epochs: 0}\n");
        assertEquals(List.of("1", "2", "3", "5", "6"), Stream.of(mistakes.split("\n"))
                .map(line -> line.split(":")[1]).toList());
    }

    @Test
    void theStarterSceneHasNoMistakes() throws Exception {
        Path file = Files.writeString(directory.resolve("starter.yaml"), SceneResources.starterScene());
        assertEquals(400, SceneReader.read(file, List.of()).training().epochs());
    }
}
