package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.axis.Ticks;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Theme.Composition;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.FrameSize;

/**
 * Lays out a picture with the main panel alone. Texts that leave too little for the plot are given up, ticks' labels
 * first.
 */
final class MainLayout {

    /** How much text a picture has room for. */
    private enum Detail {
        FULL,
        UNLABELLED,
        BARE
    }

    // Less than this of the picture's sides is no plot any more.
    private static final double LEAST_SHARE = 0.45;
    private static final double TALLEST = 1.25;

    private final ChartSpec spec;
    private final Theme theme;
    private final FrameSize size;
    private final Detail detail;
    private final double scale;
    private final Typeface regular;
    private final Header header;
    private Rectangle2D box;
    private Rectangle inside;
    private ImmutableList<Tick> xTicks;
    private ImmutableList<Tick> yTicks;

    static ChartLayout of(ChartSpec spec, Typefaces typefaces) {
        MainLayout layout = null;
        for (Detail detail : Detail.values()) {
            layout = new MainLayout(spec, typefaces, detail);
            if (layout.fits()) {
                break;
            }
        }
        return layout.build();
    }

    private MainLayout(ChartSpec spec, Typefaces typefaces, Detail detail) {
        this.spec = spec;
        this.theme = spec.theme();
        this.size = spec.size();
        this.detail = detail;
        this.scale = theme.scale(size);
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.header = new Header(spec, typefaces, scale);
        if (detail == Detail.BARE) {
            bare();
        } else if (theme.composition() == Composition.BOXED) {
            boxed();
        } else {
            open();
        }
    }

    private boolean fits() {
        return inside.width >= LEAST_SHARE * size.width() && inside.height >= LEAST_SHARE * size.height();
    }

    private ChartLayout build() {
        PanelLayout panel = new PanelLayout(new Rectangle(size.width(), size.height()), plot(), spec.x(), spec.y(),
                Optional.empty());
        // In a picture of a few lines' height the texts would meet the plot.
        boolean clear = Stream.concat(header.title().stream(), header.cells().stream())
                .noneMatch(place -> place.area().intersects(inside));
        if (!clear) {
            return new ChartLayout(
                    scale, ImmutableList.of(panel), Optional.empty(), ImmutableList.of(), ImmutableList.of());
        }
        return new ChartLayout(scale, ImmutableList.of(panel), header.title(),
                header.labels(), header.cells());
    }

    private PlotLayout plot() {
        return new PlotLayout(box, inside, spine(), xTicks, yTicks, detail == Detail.FULL,
                theme.type().tick() * scale);
    }

    private void bare() {
        int margin = Math.max(1, Math.min(size.width(), size.height()) / 32);
        inside = new Rectangle(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
        box = inside;
        marks();
    }

    private void boxed() {
        double left = 0.125 * size.width();
        double top = 0.12 * size.height();
        box = new Rectangle2D.Double(left, top, 0.9 * size.width() - left, 0.875 * size.height() - top);
        int spine = spine();
        int x = (int) Math.floor(box.getMinX()) + spine / 2 + 1;
        int y = (int) Math.floor(box.getMinY()) + spine / 2 + 1;
        inside = new Rectangle(x, y, (int) Math.floor(box.getMaxX()) - (spine - 1) / 2 - x,
                (int) Math.floor(box.getMaxY()) - (spine - 1) / 2 - y);
        marks();
        int baseline = (int) Math.rint(top - 6 * scale);
        double wide = Math.min(size.width() - 8 * scale, 2 * (box.getCenterX() - 4 * scale));
        header.placeCentred(box.getCenterX(), wide, baseline);
        double foot = size.height() - Math.max(5 * scale, 0.017 * size.height());
        header.placeReadout(box.getMinX(), (int) Math.rint(foot));
    }

    private void open() {
        // Type has a least size, white space has none.
        double side = Math.min(size.width(), size.height());
        double outer = 0.055 * side;
        double textWidth = size.width() - 2 * outer;
        double headerHeight = header.isEmpty() ? 0 : header.height(textWidth) + 0.041 * side;
        boolean labelled = detail == Detail.FULL;
        double below = !labelled ? 0 : (theme.lines().tickGap() + theme.lines().spine()) * scale
                + Typeface.CAP_HEIGHT * theme.type().tick() * scale;

        double height = size.height() - 2 * outer - headerHeight - below;
        height = Math.min(height, TALLEST * textWidth);
        double top = (size.height() - height - headerHeight - below) / 2;
        inside = new Rectangle(0, (int) Math.rint(top + headerHeight), size.width(), (int) Math.rint(height));
        yTicks = Ticks.within(spec.y(), intervals(height, 4.2, 5));
        double tickWidth = 0;
        for (Tick tick : yTicks) {
            tickWidth = Math.max(tickWidth, regular.width(tick.label(), theme.type().tick() * scale));
        }
        double left = outer + (labelled ? tickWidth + theme.lines().tickGap() * scale : 0);
        inside.x = (int) Math.rint(left) + spine();
        inside.width = size.width() - (int) Math.rint(outer) - inside.x;
        box = inside;
        xTicks = Ticks.within(spec.x(), intervals(inside.width, 5, 8));
        header.placeAbove(inside.x - spine(), inside.x + inside.width, top, textWidth);
    }

    private void marks() {
        xTicks = Ticks.within(spec.x(), intervals(inside.width, 3, 9));
        yTicks = Ticks.within(spec.y(), intervals(inside.height, 2, 9));
    }

    private int intervals(double pixels, double ems, int most) {
        return (int) Math.max(1, Math.min(most, pixels / (ems * theme.type().tick() * scale)));
    }

    private int spine() {
        return (int) Math.max(1, Math.rint(theme.lines().spine() * scale));
    }
}