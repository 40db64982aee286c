package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a gallery's page shows.
 *
 * @param title plain text, without placeholders
 * @param scene the scene file's text
 * @param columns what varies along a row
 * @param rows what varies from row to row; absent if one axis alone varies
 * @param members row by row, one for each pair of values
 * @param data the training points
 * @param wall the video with all members in step, if there is one
 * @param light whether the videos have a light ground
 * @throws IllegalArgumentException if the members do not fill the rows and columns
 */
public record GalleryContents(
        String title,
        String scene,
        Axis columns,
        Optional<Axis> rows,
        ImmutableList<PageMember> members,
        Curve data,
        Optional<Clip> wall,
        boolean light) {

    public GalleryContents {
        int expected = columns.values().size() * rows.map(axis -> axis.values().size()).orElse(1);
        if (members.size() != expected) {
            throw new IllegalArgumentException(
                    members.size() + " members do not fill a gallery of " + expected + " places");
        }
    }

    /** The member's values along the axes, such as "learning rate 1e-4, seed 7". */
    String label(int member) {
        String column = columns.label(member % columns.values().size());
        return rows.map(axis -> axis.label(member / columns.values().size()) + ", " + column).orElse(column);
    }

    long count(Outcome.State state) {
        return members.stream().filter(member -> member.outcome().state() == state).count();
    }
}
