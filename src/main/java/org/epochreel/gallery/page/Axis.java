package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;

/**
 * What varies from member to member along one direction.
 *
 * @param name "seed" or the scene's key, such as "training.learning-rate"
 * @param words the name as people read it, such as "learning rate"
 * @param values as the user wrote them, in order; at least one
 * @param labels the values as people read them
 */
public record Axis(String name, String words, ImmutableList<String> values, ImmutableList<String> labels) {

    public Axis {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an axis needs a name");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the axis " + name + " needs a value");
        }
        if (labels.size() != values.size()) {
            throw new IllegalArgumentException("the axis " + name + " has " + values.size() + " values and "
                    + labels.size() + " labels");
        }
    }

    /** An axis whose values are read as they are written. */
    public Axis(String name, ImmutableList<String> values) {
        this(name, words(name), values, values);
    }

    /** A key in words, without the branch of the scene that it belongs to: "learning rate". */
    public static String words(String key) {
        return key.substring(key.lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** Such as "seed 7" or "learning rate 1e-4". */
    public String label(int index) {
        return words + " " + labels.get(index);
    }
}
