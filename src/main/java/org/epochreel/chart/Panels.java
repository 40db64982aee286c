package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.landscape.Landscape;
import org.epochreel.network.ParameterGroup;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Which panels a chart has, and what those beside the fit panel show besides runs.
 *
 * @param kinds 1 to 9 panels
 * @param test points that training never sees
 * @param target the function that the points follow, where it is known
 * @param groups of the model's parameters
 * @param reach visible values of the parameters
 * @param images what of the data are images
 * @param landscape the loss around the runs, if a panel shows it
 * @param networks of each run, if a panel shows them
 * @param history the first run's parameters at some of its epochs, from the first to the last, if a panel asks for them
 */
public record Panels(
        ImmutableList<PanelKind> kinds,
        Optional<Samples> test,
        Optional<Target> target,
        ImmutableList<ParameterGroup> groups,
        Range reach,
        Images images,
        Optional<Landscape> landscape,
        ImmutableList<ShownNetwork> networks,
        ImmutableList<ImmutableDoubleArray> history) {

    /** Panels that fit a picture of any shape. */
    public static final int MOST = 9;

    /** The fit panel alone. */
    public static final Panels FIT = new Panels(ImmutableList.of(PanelKind.FIT), Optional.empty(), Optional.empty(),
            ImmutableList.of(), new Range(-1, 1));

    /** Panels of which none shows an image, a landscape or a network. */
    public Panels(ImmutableList<PanelKind> kinds, Optional<Samples> test, Optional<Target> target,
            ImmutableList<ParameterGroup> groups, Range reach) {
        this(kinds, test, target, groups, reach, Images.NONE, Optional.empty(), ImmutableList.of(), ImmutableList.of());
    }

    /** The same panels for one of several runs. */
    Panels ofRun(int run) {
        return networks.isEmpty() ? this : new Panels(kinds, test, target, groups, reach, images, landscape,
                ImmutableList.of(networks.get(run)), history);
    }

    public Panels {
        if (kinds.isEmpty() || kinds.size() > MOST) {
            throw new IllegalArgumentException("a chart has 1 to " + MOST + " panels, not " + kinds.size());
        }
    }
}
