package org.epochreel.scene;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts about scene files that the program hands out. */
public final class SceneResources {

    private SceneResources() {}

    /** The JSON Schema, draft 2020-12, of scene files. */
    public static String schema() {
        return text("scene.schema.json");
    }

    /** A scene in YAML that reads without mistakes and explains its keys. */
    public static String starterScene() {
        return text("starter-scene.yaml");
    }

    /** What the numbers of a scene mean beyond what a key's sentence can say, in Markdown. */
    public static String rulesOfScenes() {
        return text("scene-rules.md");
    }

    private static String text(String name) {
        try {
            return Resources.toString(Resources.getResource(SceneResources.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + name + " cannot be read", e);
        }
    }
}
