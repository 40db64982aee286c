package org.epochreel.scene.key;

import java.util.Optional;
import org.epochreel.text.NearestName;

/** A key that its group does not know, and what its author probably meant. */
final class UnknownKey {

    private static final int LONGEST_SHOWN = 40;

    private final Group<?> group;
    private final String name;
    private final String path;
    private final Group<?> scene;

    /**
     * @param path of the group
     * @param scene the group of all groups
     */
    UnknownKey(Group<?> group, String name, String path, Group<?> scene) {
        this.group = group;
        this.name = name;
        this.path = path;
        this.scene = scene;
    }

    static String shortened(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name;
    }

    /** The key of the same group that was probably meant. */
    Optional<String> meant() {
        return synonymIn(group).or(() -> NearestName.of(name, group.names()));
    }

    private Optional<String> synonymIn(Group<?> owner) {
        String folded = NearestName.fold(name);
        return owner.keys().stream().filter(key -> key.synonyms().contains(folded)).map(Key::name).findFirst();
    }

    String sentence() {
        if (name.equals("<<")) {
            return "merging with << is not allowed; write the keys out";
        }
        String hint = meant().or(this::elsewhere).map(near -> "; did you mean \"" + near + "\"?").orElse("");
        return "unknown key \"" + shortened(name) + "\"; " + (path.isEmpty() ? "allowed are " : "allowed in " + path
                + " are ") + String.join(", ", group.names()) + hint;
    }

    /** The path of a key that stands in the wrong group, if exactly one of the groups at the top has it. */
    private Optional<String> elsewhere() {
        Optional<String> found = scene.key(name).map(Key::name);
        for (Key<?> top : scene.keys()) {
            if (top.type() instanceof Group<?> owner && owner.key(name).isPresent()) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(top.name() + "." + name);
            }
        }
        return found;
    }
}
