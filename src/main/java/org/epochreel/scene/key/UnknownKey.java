package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
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
        Optional<String> tight = beforeColon().flatMap(before -> group.key(before).map(Key::name));
        return tight.or(() -> synonymIn(group)).or(() -> NearestName.of(name, group.names()));
    }

    /** What stands before a colon that no space follows, so that YAML takes both for one name. */
    private Optional<String> beforeColon() {
        int colon = name.indexOf(':');
        return colon > 0 ? Optional.of(name.substring(0, colon)) : Optional.empty();
    }

    private Optional<String> synonymIn(Group<?> owner) {
        String folded = NearestName.fold(name);
        return owner.keys().stream().filter(key -> key.synonyms().contains(folded)).map(Key::name).findFirst();
    }

    String sentence() {
        if (name.equals("<<")) {
            return "merging with << is not allowed; write the keys out";
        }
        Optional<String> tight = beforeColon().filter(before -> group.key(before).isPresent());
        if (tight.isPresent()) {
            return "a space is missing after the colon; write " + tight.get() + ": "
                    + shortened(name.substring(tight.get().length() + 1));
        }
        ImmutableList<String> hints = hints();
        String hint = hints.isEmpty() ? ""
                : "; did you mean " + String.join(" or ", hints.stream().map(near -> "\"" + near + "\"").toList()) + "?";
        return "unknown key \"" + shortened(name) + "\"; " + (path.isEmpty() ? "allowed are " : "allowed in " + path
                + " are ") + String.join(", ", group.names()) + hint;
    }

    /** What was probably meant: where keys of this very name stand, or a key of this group that is called alike. */
    private ImmutableList<String> hints() {
        Optional<String> synonym = synonymIn(group);
        ImmutableList<String> namesakes = elsewhere(owner -> owner.key(name).map(Key::name));
        if (synonym.isEmpty() && !namesakes.isEmpty()) {
            return namesakes;
        }
        Optional<String> here = meant();
        return here.isPresent() ? ImmutableList.of(here.get()) : elsewhere(this::synonymIn);
    }

    /** The paths of keys in the groups at the top. */
    private ImmutableList<String> elsewhere(Function<Group<?>, Optional<String>> find) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        if (group != scene) {
            find.apply(scene).ifPresent(found::add);
        }
        for (Key<?> top : scene.keys()) {
            if (top.type() instanceof Group<?> owner && owner != group) {
                find.apply(owner).ifPresent(key -> found.add(top.name() + "." + key));
            }
        }
        return found.build();
    }
}
