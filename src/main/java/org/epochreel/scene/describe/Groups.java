package org.epochreel.scene.describe;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;

/** All groups of keys below one. */
final class Groups {

    private Groups() {}

    /** The group itself, then those in it, each before those in it in turn. */
    static ImmutableList<Group<?>> of(Group<?> top) {
        List<Group<?>> groups = new ArrayList<>();
        collect(top, groups);
        return ImmutableList.copyOf(groups);
    }

    private static void collect(Group<?> group, List<Group<?>> groups) {
        groups.add(group);
        for (Key<?> key : group.keys()) {
            key.type().group().ifPresent(inner -> collect(inner, groups));
        }
    }
}
