package org.epochreel.chart.panel.image;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Pixels;
import org.epochreel.chart.panel.TiledEntry;
import org.epochreel.chart.panel.TiledPanel;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.picture.Picture;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * What a model paints that learns a picture's colours from its places, beside the picture. The model knows colours between
 * the picture's pixels, too, so it is drawn finer than these.
 */
public final class PicturePanel extends TiledPanel {

    /** A model of a picture. */
    public static final PanelEntry ENTRY = new TiledEntry(PanelKind.PICTURE, true,
            (spec, layout) -> ImmutableSet.of(wanted(spec, layout)), ImmutableSet.of(), PicturePanel::new);

    private static final String NAME = "picture";
    private static final double TOLERANCE = 0.002;
    private static final int FINEST = 4;
    private static final int BAND = 16;
    private static final double GAP = 30;

    private final Picture goal;
    private final Wanted<Rows> wanted;
    private final Rectangle painted;
    private final Rectangle model;
    private final int columns;
    private final int rows;

    private PicturePanel(PanelSite site) {
        super(site);
        this.goal = site.spec().panels().images().goal().orElseThrow();
        this.wanted = wanted(site.spec(), site.layout());
        ImmutableList<Rectangle> areas = areas(goal, site.spec(), site.layout());
        this.painted = areas.get(0);
        this.model = areas.get(1);
        this.columns = goal.width() * finer(goal, painted);
        this.rows = goal.height() * finer(goal, painted);
    }

    /** Where the painted picture and its goal lie, side by side or one above the other, whichever makes them larger. */
    private static ImmutableList<Rectangle> areas(Picture goal, ChartSpec spec, PanelLayout layout) {
        Rectangle inside = layout.plot().inside();
        double scale = spec.theme().scale(spec.size());
        int gap = Math.max(4, (int) Math.rint(GAP * scale));
        int below = layout.plot().labelled() ? (int) Math.rint(1.5 * spec.theme().type().small() * scale) : 0;
        double beside = Math.min((inside.width - gap) / 2.0 / goal.width(), (inside.height - below) / (double) goal.height());
        double above = Math.min(inside.width / (double) goal.width(), ((inside.height - gap) / 2.0 - below) / goal.height());
        double zoom = Math.max(beside, above);
        // Whole pixels of the picture where they are large.
        zoom = zoom >= FINEST ? Math.floor(zoom) : zoom;
        int width = Math.max(1, (int) (zoom * goal.width()));
        int height = Math.max(1, (int) (zoom * goal.height()));
        Rectangle first = new Rectangle(inside.x, inside.y, width, height);
        Rectangle second = new Rectangle(first);
        if (beside >= above) {
            second.translate(width + gap, 0);
        } else {
            second.translate(0, height + below + gap);
        }
        return ImmutableList.of(first, second);
    }

    /** Cells of the model's picture for a pixel of the goal, each way: no smaller than two of the film's. */
    private static int finer(Picture goal, Rectangle area) {
        return Math.max(1, Math.min(FINEST, area.width / (2 * goal.width())));
    }

    private static Wanted<Rows> wanted(ChartSpec spec, PanelLayout layout) {
        Picture goal = spec.panels().images().goal().orElseThrow();
        int finer = finer(goal, areas(goal, spec, layout).get(0));
        double longer = Math.max(goal.width(), goal.height());
        double wide = goal.width() / longer;
        double high = goal.height() / longer;
        return new Wanted.Plane(new Range(-wide, wide), new Range(-high, high), goal.width() * finer,
                goal.height() * finer, Wanted.Numbers.OUTPUTS, TOLERANCE);
    }

    @Override
    protected ImmutableList<Mark> still() {
        ImmutableList.Builder<Mark> marks = ImmutableList.builder();
        marks.addAll(heading(NAME, "as the network paints it", 0));
        ImmutableIntArray.Builder colors = ImmutableIntArray.builder(goal.pixels());
        for (int i = 0; i < goal.pixels(); i++) {
            colors.add(color(goal.channels().get(0).get(i), goal.channels().get(1).get(i), goal.channels().get(2).get(i)));
        }
        marks.add(new Pixels(model, goal.width(), goal.height(), colors.build()));
        if (isLettered()) {
            double size = site().theme().type().small() * site().scale();
            marks.add(caption("painted", painted, size));
            marks.add(caption("goal", model, size));
        }
        return marks.build();
    }

    private Mark caption(String text, Rectangle area, double size) {
        return words(text, area.x, area.y + area.height + 0.5 * size + Typeface.CAP_HEIGHT * size, size,
                Typeface.Weight.REGULAR, palette().muted());
    }

    private static int color(double red, double green, double blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double part) {
        // NaN is black.
        return (int) (255 * Math.max(0, Math.min(1, part)) + 0.5);
    }

    @Override
    protected ImmutableList<Optional<Mark>> moving(Answers answers) {
        Rows values = answers.to(wanted);
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        // In parts, so that those that stay cost nothing.
        for (int top = 0; top < rows; top += BAND) {
            for (int left = 0; left < columns; left += BAND) {
                marks.add(Optional.of(part(values, left, top, Math.min(columns, left + BAND), Math.min(rows, top + BAND))));
            }
        }
        return marks.build();
    }

    private Mark part(Rows values, int left, int top, int right, int bottom) {
        ImmutableIntArray.Builder colors = ImmutableIntArray.builder((right - left) * (bottom - top));
        int green = values.neurons() > 1 ? 1 : 0;
        int blue = values.neurons() > 2 ? 2 : green;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int i = row * columns + column;
                colors.add(color(values.at(0, i), values.at(green, i), values.at(blue, i)));
            }
        }
        int x = painted.x + left * painted.width / columns;
        int y = painted.y + top * painted.height / rows;
        return new Pixels(new Rectangle(x, y, painted.x + right * painted.width / columns - x,
                painted.y + bottom * painted.height / rows - y), right - left, bottom - top, colors.build());
    }
}
