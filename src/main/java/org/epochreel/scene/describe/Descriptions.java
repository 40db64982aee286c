package org.epochreel.scene.describe;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The descriptions of scenes that are kept in the repository, made from the declarations of keys. */
public final class Descriptions {

    private Descriptions() {}

    /** Each text by its file's path from the repository's root. */
    public static ImmutableMap<String, String> texts() {
        return ImmutableMap.of(
                "src/main/resources/org/epochreel/scene/scene.schema.json", SchemaText.text(),
                "src/main/resources/org/epochreel/scene/starter-scene.yaml", StarterScene.text(),
                "src/site/scene-reference.md", ReferencePage.text());
    }

    /** Writes the files anew, below the repository's root, which is the only argument. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> text : texts().entrySet()) {
            Files.writeString(Path.of(arguments[0]).resolve(text.getKey()), text.getValue());
        }
    }
}
