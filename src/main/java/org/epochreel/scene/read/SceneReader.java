package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.DataSource;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.TextFile;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;

/** Reads scene files. Either everything is right, or every mistake is reported at once. */
public final class SceneReader {

    private static final int SCHEMA = 1;
    private static final String NETWORK = "network";
    private static final ImmutableList<String> MODELS = ImmutableList.<String>builder()
            .add(NETWORK)
            .addAll(Choice.texts(CurveFamily.class))
            .build();

    private final Path file;
    private final Mistakes mistakes = new Mistakes();

    private SceneReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a scene, and the CSV and parameter files that it names, from the scene's directory.
     *
     * @param overrides applied in their order before anything is checked
     * @throws InvalidSceneException with all mistakes, if there is any
     */
    public static Scene read(Path file, List<KeyOverride> overrides) throws InvalidSceneException {
        return new SceneReader(file).read(overrides);
    }

    private Scene read(List<KeyOverride> overrides) throws InvalidSceneException {
        String shown = file.toString();
        Optional<YamlNode> root = TextFile.read(
                        file, shown, Limits.MAX_SCENE_BYTES, Position.startOf(shown), "", mistakes)
                .flatMap(text -> YamlReader.readFile(text, shown, mistakes));
        for (KeyOverride override : overrides) {
            root = root.map(node -> override.applyTo(node, mistakes));
        }
        Optional<Scene> scene = root.flatMap(node -> node instanceof YamlNode.Mapping mapping
                ? scene(Section.of(SectionKind.SCENE, mapping, "", mistakes))
                : notAScene(new Value(node, "", mistakes)));
        if (!mistakes.isEmpty()) {
            throw new InvalidSceneException(mistakes.inOrder(shown));
        }
        return scene.orElseThrow(() -> new IllegalStateException("no scene and no mistake in " + shown));
    }

    private static Optional<Scene> notAScene(Value value) {
        value.mistake("the file holds " + value.shown() + " where keys are needed", "write, for example, data: ...");
        return Optional.empty();
    }

    private Optional<Scene> scene(Section scene) {
        scene.optional("schema").ifPresent(SceneReader::checkSchema);
        Optional<String> title = scene.optional("title").flatMap(value -> value.text("Linear data"));
        title.ifPresent(text -> TitlePlaceholder.check(text, scene.optional("title").orElseThrow()));
        SceneFiles files = new SceneFiles(file, mistakes);
        Optional<DataSource> data = scene.required("data",
                        "data: {x: {grid: {from: -10, to: 10, count: 100}}, y: {linear: {a: -2.5, b: -0.8}}}")
                .map(value -> value.section(SectionKind.DATA))
                .filter(section -> !section.isBroken())
                .flatMap(section -> new DataReader(files).read(section));
        Optional<Learner> learner = learner(scene);
        Initialisation initialisation = new InitialisationReader(files)
                .read(group(scene, "initialisation", SectionKind.INITIALISATION), learner);
        OptionalInt points = data.map(source -> OptionalInt.of(source.trainCount()))
                .orElse(OptionalInt.empty());
        TrainingSpec training = TrainingReader.read(group(scene, "training", SectionKind.TRAINING), points);
        VideoSpec video = VideoReader.read(group(scene, "video", SectionKind.VIDEO));
        ImmutableList<BigInteger> seeds =
                scene.optional("seeds").flatMap(SeedList::read).map(SeedList::seeds).orElse(ImmutableList.of());
        return data.flatMap(source -> learner.map(
                model -> new Scene(name(), title, source, model, initialisation, training, video, seeds, files.read())));
    }

    private static void checkSchema(Value value) {
        OptionalInt schema = value.integer(1, Integer.MAX_VALUE);
        if (schema.isPresent() && schema.getAsInt() != SCHEMA) {
            value.mistake("this program does not know schema " + schema.getAsInt(), "allowed is " + SCHEMA);
        }
    }

    private String name() {
        String fileName = file.getFileName().toString();
        int point = fileName.lastIndexOf('.');
        return point > 0 ? fileName.substring(0, point) : fileName;
    }

    private Section group(Section scene, String key, SectionKind kind) {
        return scene.optional(key)
                .map(value -> value.section(kind))
                .orElseGet(() -> Section.broken(kind, scene.position(), key, mistakes));
    }

    private Optional<Learner> learner(Section scene) {
        Optional<String> model = scene.optional("model").isPresent()
                ? scene.optional("model").flatMap(value -> value.name(MODELS))
                : Optional.of(NETWORK);
        if (model.isPresent() && !model.get().equals(NETWORK)) {
            scene.refuse("the model is " + model.get()
                    + ", which has no layers; remove this key or write model: network", NETWORK);
            CurveFamily family = CurveFamily.values()[Choice.texts(CurveFamily.class).indexOf(model.get())];
            return Optional.of(new Learner.Family(family));
        }
        Optional<Value> network = model.isPresent()
                ? scene.required(NETWORK, "network: {hidden: [20]}")
                : scene.optional(NETWORK);
        return network.map(value -> value.section(SectionKind.NETWORK))
                .filter(section -> !section.isBroken())
                .flatMap(NetworkReader::read)
                .filter(architecture -> model.isPresent())
                .map(Learner.Network::new);
    }
}
