package org.epochreel.scene.describe;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.read.SceneKeys;

/** A scene that reads without mistakes, shows what the program does and explains every key. */
final class StarterScene {

    private static final int TEXT_WIDTH = 110;

    /** What the starter sets; every other key stands there as a comment with its default or an example. */
    private static final ImmutableMap<String, String> SET = ImmutableMap.<String, String>builder()
            .put("title", "A small network learns a line")
            .put("data.x", "{grid: {from: -10, to: 10, count: 100}}")
            .put("data.y", "{linear: {a: -2.5, b: -0.8}}")
            .put("data.noise", "0.5")
            .put("data.seed", "7")
            .put("network.hidden", "[20]")
            .put("network.activation", "sigmoid")
            .put("initialisation.seed", "3")
            .put("initialisation.scheme", "blog")
            .put("training.learning-rate", "1e-5")
            .put("training.cutoffs", "[{loss-change-below: 10, learning-rate: 1e-4}]")
            .put("training.epochs", "400")
            .put("video.size", "720p")
            .put("video.fps", "30")
            .buildOrThrow();

    private final StringBuilder scene = new StringBuilder();

    private StarterScene() {}

    static String text() {
        return new StarterScene().write();
    }

    private String write() {
        scene.append("""
                # A scene: points to learn from, a model, how it learns, and how that becomes a video.
                # A line such as "# model: network" shows a key's default, or an example where it has none; remove "# " to set it.
                #
                #   scripts/epochreel check FILE      reads this file and reports every mistake
                #   scripts/epochreel render FILE     renders the video into the directory "output"
                """);
        for (Key<?> key : SceneKeys.SCENE.keys()) {
            boolean set = SET.keySet().stream().anyMatch(name -> name.startsWith(key.name() + "."));
            if (set) {
                scene.append("\n");
                comment("# ", key.sentence());
                scene.append(key.name()).append(":\n");
                key.type().group().orElseThrow().keys().forEach(inner -> explain(inner, key.name() + ".", "  "));
            } else {
                explain(key, "", "");
            }
        }
        return scene.toString();
    }

    private void explain(Key<?> key, String place, String indent) {
        Optional<String> set = Optional.ofNullable(SET.get(place + key.name()));
        Optional<String> fallback = FlowText.fallback(key).filter(value -> !value.equals("[]"));
        List<String> facts = facts(key);
        if (set.isPresent()) {
            fallback.ifPresent(value -> facts.add("default " + value));
        }
        if (key.absence().startsWith("needed")) {
            facts.add(key.absence());
        } else if (!key.required() && !key.absence().isEmpty()) {
            facts.add("without it: " + key.absence());
        }
        scene.append("\n");
        comment(indent + "# ", key.sentence() + inParentheses(facts));
        key.type().group().ifPresent(group -> inner(group, indent + "#   "));
        scene.append(indent).append(set.isPresent() ? "" : "# ").append(key.name()).append(": ")
                .append(set.or(() -> fallback).orElse(key.example())).append("\n");
    }

    /** The keys within a value, a line each; letters of a formula speak for themselves. */
    private void inner(Group<?> group, String sign) {
        for (Key<?> key : group.keys()) {
            if (key.name().length() == 1 && key.sentence().startsWith("The coefficient")) {
                continue;
            }
            List<String> facts = facts(key);
            FlowText.fallback(key).ifPresent(value -> facts.add("default " + value));
            comment(sign, key.name() + ": " + key.sentence() + inParentheses(facts));
            key.type().group().ifPresent(more -> inner(more, sign + "  "));
        }
    }

    /** What a key may hold, where that is more than a kind of number or text. */
    private static List<String> facts(Key<?> key) {
        List<String> facts = new ArrayList<>();
        String words = key.type().words();
        if (!words.startsWith("a ") && !words.startsWith("an ") && !words.equals("text") && !words.equals("numbers")) {
            facts.add(words);
        }
        return facts;
    }

    private static String inParentheses(List<String> facts) {
        return facts.isEmpty() ? "" : " (" + String.join("; ", facts) + ")";
    }

    private void comment(String sign, String text) {
        StringBuilder line = new StringBuilder(sign);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > TEXT_WIDTH) {
                scene.append(line.toString().stripTrailing()).append("\n");
                line = new StringBuilder(sign).append("  ");
            }
            line.append(word).append(" ");
        }
        scene.append(line.toString().stripTrailing()).append("\n");
    }
}
