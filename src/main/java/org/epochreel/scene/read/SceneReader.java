package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.key.Reading;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistake;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.TextFile;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;

/** Reads scene files. Either everything is right, or every mistake is reported at once. */
public final class SceneReader {

    private static final int MAX_BYTES = 1 << 20;

    private SceneReader() {}

    /**
     * A scene without mistakes.
     *
     * @param warnings what its author may not have meant
     */
    public record Result(Scene scene, ImmutableList<Mistake> warnings) {}

    /**
     * Reads a scene, and the CSV and parameter files that it names, from the scene's directory.
     *
     * @param overrides applied in their order before anything is checked
     * @throws InvalidSceneException with all mistakes, if there is any
     */
    public static Scene read(Path file, List<KeyOverride> overrides) throws InvalidSceneException {
        return read(file, overrides, false).scene();
    }

    /**
     * As the other, with all that is to be known about the scene.
     *
     * @param confined whether files outside of the scene's directory are refused
     */
    public static Result read(Path file, List<KeyOverride> overrides, boolean confined) throws InvalidSceneException {
        String shown = file.toString();
        Mistakes mistakes = new Mistakes();
        Optional<YamlNode> root = TextFile.read(file, shown, MAX_BYTES, Position.startOf(shown), "", mistakes)
                .flatMap(text -> YamlReader.readFile(text, shown, mistakes));
        for (KeyOverride override : overrides) {
            root = root.map(node -> override.applyTo(node, mistakes));
        }
        Reading reading = Reading.of(file, confined, mistakes);
        Optional<Result> read = root.flatMap(node -> result(node, reading));
        if (!mistakes.isEmpty()) {
            throw new InvalidSceneException(mistakes.inOrder(shown));
        }
        return read.orElseThrow(() -> new IllegalStateException("no scene and no mistake in " + shown));
    }

    private static Optional<Result> result(YamlNode root, Reading reading) {
        Optional<YamlNode.Entry> compare = root instanceof YamlNode.Mapping mapping
                ? mapping.entry(SceneKeys.COMPARE) : Optional.empty();
        Optional<Scene> scene = compare.isPresent()
                ? comparing((YamlNode.Mapping) root, compare.get(), reading)
                : scene(root, reading);
        return scene.map(read -> new Result(read, reading.mistakes().warnings()));
    }

    private static Optional<Scene> scene(YamlNode root, Reading reading) {
        Value value = Value.of(root, reading);
        if (!value.isMapping()) {
            value.mistake("the file holds " + value.shown() + " where keys are needed",
                    "write, for example, data: ...");
            return Optional.empty();
        }
        return SceneKeys.SCENE.readAll(value.section(SceneKeys.SCENE).orElseThrow());
    }

    /** Reports the panels that cannot show several runs. */
    private static void checkPanels(Scene scene, int runs, Value shared) {
        Optional<Value> panels = shared.child("video").flatMap(video -> video.child("panels"));
        for (int i = 0; panels.isPresent() && i < scene.video().panels().size(); i++) {
            PanelKind kind = scene.video().panels().get(i).kind();
            if (kind == PanelKind.WEIGHTS || kind == PanelKind.WEIGHT_HISTOGRAM) {
                panels.get().item(i).mistake("the panel " + scene.video().panels().get(i).word() + " shows one run, and this film compares "
                        + runs, "leave it out");
            }
        }
    }

    /** Reads each of the runs as the scene that it is alone: what is a mistake there is one here. */
    private static Optional<Scene> comparing(YamlNode.Mapping root, YamlNode.Entry compare, Reading reading) {
        YamlNode shared = new YamlNode.Mapping(root.entries().stream()
                .filter(entry -> !entry.name().equals(compare.name()))
                .collect(ImmutableList.toImmutableList()), root.position());
        Optional<ImmutableList<CompareType.Variant>> variants =
                new CompareType().read(Value.of(compare.value(), reading).at(compare.name()));
        if (variants.isEmpty()) {
            return scene(shared, reading);
        }
        ImmutableList.Builder<Scene.Compared> runs = ImmutableList.builder();
        for (CompareType.Variant variant : variants.get()) {
            YamlNode alone = shared;
            for (KeySetting setting : variant.settings()) {
                alone = setting.applyTo(alone, reading.mistakes());
            }
            Optional<Scene> scene = scene(alone, reading);
            scene.ifPresent(read -> runs.add(new Scene.Compared(variant.name(), read)));
        }
        ImmutableList<Scene.Compared> read = runs.build();
        read.stream().findFirst().ifPresent(first -> checkPanels(first.scene(), read.size(), Value.of(shared, reading)));
        return read.stream().findFirst().map(first -> first.scene().comparing(read));
    }
}
