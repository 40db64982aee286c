package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;

/**
 * What varies from member to member along one direction.
 *
 * @param name "seed" or the scene's key, such as "training.learning-rate"
 * @param values as the user wrote them, in order; at least one
 */
public record Axis(String name, ImmutableList<String> values) {

    public Axis {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an axis needs a name");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the axis " + name + " needs a value");
        }
    }

    /** The name in words, without the branch of the scene that it belongs to: "learning rate". */
    String words() {
        return name.substring(name.lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** Such as "seed 7" or "learning rate 1e-4". */
    String label(int index) {
        return words() + " " + values.get(index);
    }
}
