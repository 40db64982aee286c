package org.epochreel.scene.describe;

import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.read.SceneKeys;
import org.epochreel.text.JsonText;

/** The JSON Schema, draft 2020-12, of scene files. */
final class SchemaText {

    private final JsonText json = new JsonText();

    private SchemaText() {}

    static String text() {
        return new SchemaText().write();
    }

    private String write() {
        json.beginObject();
        json.key("$schema").value("https://json-schema.org/draft/2020-12/schema");
        json.key("title").value("Epochreel scene");
        SceneKeys.SCENE.schema(json);
        json.key("$defs").beginObject();
        for (Group<?> group : Groups.of(SceneKeys.SCENE)) {
            json.key(group.definition());
            define(group);
        }
        return json.endObject().endObject().finish();
    }

    private void define(Group<?> group) {
        json.beginObject().key("description").value(group.sentence()).key("type").value("object");
        json.key("properties").beginObject();
        for (Key<?> key : group.keys()) {
            json.key(key.name()).beginObject();
            key.type().schema(json);
            if (key.fallback().isPresent()) {
                json.key("default");
                key.writeFallback(json);
            }
            json.key("examples").beginArray();
            FlowText.writeExample(key, json);
            json.endArray().key("description").value(key.sentence()).endObject();
        }
        json.endObject();
        names("required", group.keys().stream().filter(Key::required).map(Key::name).toList());
        defineRules(group);
        json.members(group.conditions()).key("additionalProperties").value(false).endObject();
    }

    private void names(String member, Iterable<String> names) {
        if (names.iterator().hasNext()) {
            json.key(member).beginArray();
            names.forEach(json::value);
            json.endArray();
        }
    }

    private void defineRules(Group<?> group) {
        if (group.keys().stream().anyMatch(key -> key.owner().isPresent())) {
            json.key("dependentRequired").beginObject();
            group.keys().forEach(key -> names(key.name(), key.owner().stream().toList()));
            json.endObject();
        }
        if (!group.choices().isEmpty()) {
            json.key("oneOf").beginArray();
            for (Key<?> choice : group.choices()) {
                json.beginObject().key("required").beginArray().value(choice.name()).endArray().endObject();
            }
            json.endArray();
        }
    }
}
