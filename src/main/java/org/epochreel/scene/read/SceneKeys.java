package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.network.Initialisation;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.data.DataKeys;
import org.epochreel.scene.read.model.InitialisationKeys;
import org.epochreel.scene.read.model.LearnerKeys;
import org.epochreel.scene.read.model.ModelName;
import org.epochreel.scene.read.model.NetworkKeys;
import org.epochreel.scene.read.model.Parameters;
import org.epochreel.scene.read.model.ReplayKeys;
import org.epochreel.scene.read.training.TrainingKeys;
import org.epochreel.scene.read.video.GlyphWarnings;
import org.epochreel.scene.read.video.TitleType;
import org.epochreel.scene.read.video.VideoKeys;
import org.epochreel.text.JsonText;

/**
 * The keys at the top of a scene; everything that can be said in a scene is declared here or in the groups named here.
 */
public final class SceneKeys extends Group<Scene> {

    public static final SceneKeys SCENE = new SceneKeys();

    /** Read before the others, since what it holds takes their place. */
    static final String COMPARE = "compare";

    private static final int SCHEMA = 1;

    private final Key<Integer> schema = key("schema", new SchemaNumber(SCHEMA)).orElse(SCHEMA, "1",
            "Version of this format.");
    private final Key<String> title = key("title", new TitleType()).alsoCalled("name", "heading")
            .orNothing("no title", "\"Linear data, epoch {epoch}\"",
                    "Shown above the picture; {epoch}, {loss}, {learning-rate} and {seed} are filled in for each"
                    + " frame.");
    private final Key<DataSource> data = key("data", new DataKeys()).alsoCalled("dataset", "points").required(
            "{x: {grid: {from: -10, to: 10, count: 100}}, y: {linear: {a: -2.5, b: -0.8}}}",
            "The points to learn from, made by a formula or read from a CSV file.");
    private final LearnerKeys learners = new LearnerKeys(
            data,
            key("model", new ModelName.Names()).orElse(ModelName.NETWORK, "linear",
                    "What is fitted to the points: a network, or the parameters of a curve: linear has a, b,"
                    + " quadratic a, b, c and sinusoidal a, b, c, d."),
            key("network", new NetworkKeys(data)).alsoCalled("net", "layers").orNothing("needed where model is network",
                    "{hidden: [20]}", "Layers and activations of the network; only where model is network."),
            key("replay", new ReplayKeys()).orNothing("the model is trained here",
                    "{predictions: curves.npy, x: grid.npy, metrics: log.csv}", "A run that was trained elsewhere, such as"
                    + " with PyTorch or Keras, instead of model, network, initialisation and training."));
    private final InitialisationKeys initialisationKeys = new InitialisationKeys(learners);
    private final Key<InitialisationKeys.Start> initialisation = key("initialisation", initialisationKeys)
            .alsoCalled("initialization", "init", "initial", "weights")
            .orNothing("its defaults", "{seed: 3}", "The parameters that the model starts from, at epoch 0.");
    private final Key<TrainingSpec> training = key("training", new TrainingKeys(data, learners)).alsoCalled("train", "learning")
            .orNothing("its defaults", "{learning-rate: 0.02, epochs: 500}", "How the model learns, and for how long.");
    private final Key<VideoSpec> video = key("video", new VideoKeys(learners, training)).alsoCalled("output", "render", "film", "movie")
            .orNothing("its defaults", "{size: 1080p, fps: 30}", "What the frames show and how long they are shown.");
    private final Key<SeedList> seeds = key("seeds", new SeedList.Seeds()).orNothing("one video, of the"
            + " initialisation's seed", "1..16", "Seeds of the initialisation, one video each; only the command"
            + " gallery reads them.");

    private final Key<ImmutableList<CompareType.Variant>> compare = key(COMPARE, new CompareType())
            .alsoCalled("comparison", "versus", "runs").orNothing("one run",
                    "{training.optimiser: {plain: gradient-descent, Adam: adam}}",
                    "Runs that one film shows together, by name: the same data, the same clock of epochs, and what"
                    + " differs. Their curves, or fields, stand side by side and their losses in one panel.");

    private SceneKeys() {
        super("", "A small model learning, as a video.");
    }

    @Override
    protected Optional<Scene> read(Section scene) {
        scene.find(schema);
        Optional<String> shown = scene.find(title);
        Optional<DataSource> points = scene.find(data);
        Optional<Learner> learner = learners.read(scene);
        learners.check(scene);
        if (scene.has(learners.replay())) {
            scene.refuse("what is replayed was trained elsewhere; remove this key or replay", learners.model(),
                    learners.network(), initialisation, training, seeds, compare);
        }
        InitialisationKeys.Start start = scene.group(initialisation);
        TrainingSpec spec = scene.group(training);
        VideoSpec look = scene.group(video);
        ImmutableList<BigInteger> members = scene.find(seeds).map(SeedList::seeds).orElse(ImmutableList.of());
        VideoKeys.warn(scene.value(video), look, spec.epochs());
        GlyphWarnings.warn(scene.value(title), shown, look);
        GlyphWarnings.warnOfTexts(scene.value(video), look);
        Optional<Scene> read = points.flatMap(source -> learner.map(model -> new Scene(
                scene.reading().name(), shown, source, model,
                model instanceof Learner.Replay ? Recorded.START : start.initialisation(),
                model instanceof Learner.Replay played ? Recorded.training(played.recording(), spec) : spec, look, members,
                ImmutableList.copyOf(scene.reading().files()))));
        read.ifPresent(whole -> LandscapeDemands.check(whole, scene.value(video)));
        read.ifPresent(whole -> Outlook.warn(whole, scene.value(data).orElseThrow(), scene.value(training)));
        return read;
    }

    /** Writes a model's parameters in the form in which a scene gives them. */
    public void writeParameters(ImmutableDoubleArray values, Learner learner, JsonText json) {
        initialisationKeys.write(new Parameters(values, learner), json);
    }

    @Override
    protected void write(Scene scene, Members members) {
        members.put(schema, SCHEMA).put(title, scene.title()).put(data, scene.data());
        if (scene.compared().isEmpty()) {
            learners.write(scene.learner(), members);
            if (!(scene.learner() instanceof Learner.Replay)) {
                Initialisation start = scene.initialisation();
                members.put(initialisation, new InitialisationKeys.Start(start, Optional.of(scene.learner())));
                members.put(training, scene.training());
            }
        }
        members.put(video, scene.video());
        // What one run leaves out it must not get from another, so that each says all.
        members.put(compare, Optional.of(scene.compared()).filter(runs -> !runs.isEmpty()).map(runs -> runs.stream()
                .map(run -> CompareType.Variant.of(run.name(), text(run.scene())))
                .collect(ImmutableList.toImmutableList())));
    }

    private String text(Scene scene) {
        JsonText json = new JsonText();
        write(scene, json);
        return json.finish();
    }

    @Override
    public String conditions() {
        return """
                {"allOf": [
                  {"if": {"properties": {"model": {"const": "network"}}, "not": {"anyOf": [
                      {"required": ["compare"]}, {"required": ["replay"]}]}},
                   "then": {"required": ["network"]}},
                  {"if": {"required": ["replay"]},
                   "then": {"properties": {"model": false, "network": false, "initialisation": false, "training": false,
                                           "seeds": false, "compare": false}}},
                  {"if": {"not": {"properties": {"model": {"const": "network"}}}},
                   "then": {"properties": {"network": false}}}]}""";
    }
}
