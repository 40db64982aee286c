package org.epochreel.scene.describe;

import org.epochreel.scene.SceneResources;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.read.SceneKeys;

/** The page that explains every key to a reader, in Markdown. */
final class ReferencePage {

    private final StringBuilder page = new StringBuilder();

    private ReferencePage() {}

    static String text() {
        return new ReferencePage().write();
    }

    private String write() {
        page.append("""
                # Every key of a scene

                A scene is a YAML 1.2 file in UTF-8. Only `data`, and for a network `network.hidden`, are needed. This page is made from
                the program's own declarations, as are the messages of `scripts/epochreel check`, the JSON Schema that
                `scripts/epochreel schema` prints for editors, and the commented scene that `scripts/epochreel new` writes.

                What numbers mean beyond their keys - random draws, formulas, when a cut-off fires - stands
                [below the tables](#random-draws).
                """);
        for (Group<?> group : Groups.of(SceneKeys.SCENE)) {
            section(group);
        }
        return page.append("\n").append(SceneResources.rulesOfScenes()).toString();
    }

    private void section(Group<?> group) {
        page.append("\n## ").append(heading(group)).append("\n\n").append(group.sentence());
        if (!group.choices().isEmpty()) {
            page.append(" Exactly one of ").append(String.join(", ", group.choices().stream()
                    .map(key -> "`" + key.name() + "`").toList())).append(" is needed.");
        }
        page.append("\n\n| key | holds | without it | what it does | example |\n| --- | --- | --- | --- | --- |\n");
        group.keys().forEach(this::row);
    }

    private static String heading(Group<?> group) {
        return group.place().isEmpty() ? "The whole scene" : "`" + group.place() + "`";
    }

    private void row(Key<?> key) {
        String holds = cell(key.type().words()) + key.type().group()
                .map(group -> " ([keys](#" + group.place().replace(".", "") + "))").orElse("");
        String beside = key.owner().map(owner -> " Only beside `" + owner + "`.").orElse("");
        page.append("| `").append(key.name()).append("` | ").append(holds).append(" | ")
                .append(FlowText.fallback(key).map(value -> "`" + cell(value) + "`").orElse(key.absence())).append(" | ")
                .append(cell(key.sentence())).append(beside).append(" | `").append(cell(key.example())).append("` |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
