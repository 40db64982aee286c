package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableSet;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * A kind of panel without axes.
 *
 * @param leads whether it stands first and largest among several
 * @param wishes what a panel in a place wants to see in each frame
 * @param wantedAtEnd what it wants to know of the end of the run
 * @param maker makes one
 */
public record TiledEntry(PanelKind kind, boolean leads, Wishes wishes, ImmutableSet<Wanted<?>> wantedAtEnd,
        Function<PanelSite, Panel> maker) implements PanelEntry {

    /** A kind that is one among others. */
    public TiledEntry(PanelKind kind, Wishes wishes, ImmutableSet<Wanted<?>> wantedAtEnd,
            Function<PanelSite, Panel> maker) {
        this(kind, false, wishes, wantedAtEnd, maker);
    }

    /** Says what a panel wants to see. */
    public interface Wishes {
        ImmutableSet<Wanted<?>> in(ChartSpec spec, PanelLayout layout);
    }

    /** The answers of a test set, or of the training set where there is no test set. */
    public static Wanted.Points measured(ChartSpec spec) {
        return spec.panels().test().isPresent() ? Wanted.Points.TEST : Wanted.Points.TRAIN;
    }

    @Override
    public ImmutableSet<Need> needs() {
        return ImmutableSet.of();
    }

    @Override
    public ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
        return wishes.in(spec, layout);
    }

    @Override
    public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
        return Optional.empty();
    }

    @Override
    public Panel panel(PanelSite site) {
        return maker.apply(site);
    }
}
