package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.frame.MacroblockSet;

/** A panel without axes: marks that stay and marks that follow the first run's answers. */
public abstract class TiledPanel implements Panel {

    private final PanelSite site;
    private final Tiles tiles;
    private Optional<Answers> shown = Optional.empty();
    private boolean drawn;

    protected TiledPanel(PanelSite site) {
        this.site = site;
        this.tiles = new Tiles(site.spec().size(), site.layout().cell(), site.lettering());
    }

    /** What never changes, from back to front. */
    protected abstract ImmutableList<Mark> still();

    /** What does, each in its own place of the list. */
    protected abstract ImmutableList<Optional<Mark>> moving(Answers answers);

    protected final PanelSite site() {
        return site;
    }

    protected final Palette palette() {
        return site.theme().palette();
    }

    /** Where the panel draws. */
    protected final Rectangle inside() {
        return site.layout().plot().inside();
    }

    /** Whether there is room for words. */
    protected final boolean isLettered() {
        return site.layout().plot().labelled();
    }

    protected final Typeface typeface(Typeface.Weight weight) {
        return site.typefaces().of(weight);
    }

    /** The ground of an image or a cell. */
    protected final Color tileGround() {
        return Palette.mix(palette().background(), palette().grid().orElse(palette().future()), 0.55);
    }

    /** A colour of the marks that show how one turns into another. */
    protected static int rgb(Color color) {
        return color.getRGB() & 0xFFFFFF;
    }

    /** A text of the panel. */
    protected final Mark words(String text, double x, double baseline, double size, Typeface.Weight weight, Color color) {
        Typeface typeface = typeface(weight);
        return new Mark.Words(text, Math.rint(x), (int) Math.rint(baseline), typeface.width(text, size), typeface, size,
                color);
    }

    /** The panel's name and, where there is room, a remark after it. */
    protected final ImmutableList<Mark> heading(String name, String remark, double reserved) {
        if (site.layout().heading().isEmpty()) {
            return ImmutableList.of();
        }
        TextPlace place = site.layout().heading().get();
        String fitting = place.typeface().fit(name, place.size(), place.area().width);
        double width = place.typeface().width(fitting, place.size());
        Mark title = new Mark.Words(fitting, place.area().x, place.baseline(), width, place.typeface(), place.size(),
                place.color());
        Typeface regular = typeface(Typeface.Weight.REGULAR);
        double gap = 0.3 * place.size();
        boolean fits = width + gap + regular.width(remark, place.size()) + reserved <= place.area().width;
        return !fits || remark.isEmpty() ? ImmutableList.of(title) : ImmutableList.of(title, words(remark,
                place.area().x + width + gap, place.baseline(), place.size(), Typeface.Weight.REGULAR, palette().muted()));
    }

    /** A text at the right end of the heading's row, where there is room beside the panel's name. */
    protected final Optional<Mark> headingEnd(String text, String name, Color color) {
        return site.layout().heading().flatMap(place -> {
            Typeface bold = typeface(Typeface.Weight.SEMIBOLD);
            double size = site.theme().type().small() * site.scale();
            double width = bold.width(text, size);
            boolean fits = place.typeface().width(name, place.size()) + size + width <= place.area().width;
            return fits ? Optional.of(words(text, place.area().getMaxX() - width, place.baseline(), size,
                    Typeface.Weight.SEMIBOLD, color)) : Optional.empty();
        });
    }

    @Override
    public final boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public final void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        Rectangle cell = canvas.within(site.layout().cell());
        still().forEach(mark -> mark.draw(canvas, cell, site.lettering()));
        tiles.forget();
        shown = Optional.empty();
    }

    @Override
    public final void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Answers answers = contents.runs().get(0).answers();
        if (shown.isPresent() && shown.get().equals(answers)) {
            return;
        }
        shown = Optional.of(answers);
        tiles.show(moving(answers), Tiles.still(still), canvas, touched);
    }
}
