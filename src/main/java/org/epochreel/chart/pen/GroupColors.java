package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.epochreel.network.ParameterGroup;

/**
 * Colours of groups of parameters: a family a layer, the layer being what group names have before their last word,
 * such as "layer 1" of "layer 1 weights". With more layers than families neighbours share one.
 */
public final class GroupColors {

    private final ImmutableList<Palette.Family> families;
    private final ImmutableMap<String, Integer> layers;

    public GroupColors(ImmutableList<ParameterGroup> groups, ImmutableList<Palette.Family> families) {
        this.families = families;
        Map<String, Integer> found = new LinkedHashMap<>();
        for (ParameterGroup group : groups) {
            found.putIfAbsent(layer(group), found.size());
        }
        this.layers = ImmutableMap.copyOf(found);
    }

    /** The layers' names, from the input on. */
    public ImmutableList<String> layers() {
        return layers.keySet().asList();
    }

    public Color ofLayer(String layer) {
        return family(layer).weights();
    }

    public Color of(ParameterGroup group) {
        boolean biases = group.name().endsWith(" bias") || group.name().endsWith(" biases");
        Palette.Family family = family(layer(group));
        return biases ? family.biases() : family.weights();
    }

    private Palette.Family family(String layer) {
        int index = layers.get(layer);
        return families.get(layers.size() <= families.size() ? index : index * families.size() / layers.size());
    }

    private static String layer(ParameterGroup group) {
        int space = group.name().lastIndexOf(' ');
        return space < 0 ? group.name() : group.name().substring(0, space);
    }
}
