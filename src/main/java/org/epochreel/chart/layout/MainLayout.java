package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Marks;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.layout.PanelShape.Aside;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Theme.Composition;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.FrameSize;

/**
 * Lays out a picture with the main panel alone, over a strip of time if there is to be one. What leaves too little for
 * the plot is given up, the strip first, then what the axes are called, then ticks' labels.
 */
final class MainLayout {

    /** How much text a picture has room for. */
    private enum Detail {
        TIMED,
        FULL,
        NAMELESS,
        UNLABELLED,
        BARE
    }

    // Less than this of the picture's sides is no plot any more.
    private static final double LEAST_SHARE = 0.45;
    private static final double LEAST_TIMED = 0.36;
    private static final double TALLEST = 2.4;
    // Pictures as much higher than wide are for phones, and leave this share of their height free at the foot.
    private static final double PHONE = 1.5;
    private static final double PHONE_FOOT = 0.068;
    private static final int MOST_TRIALS = 3;

    private final ChartSpec spec;
    private final PanelShape kind;
    private final Theme theme;
    private final FrameSize size;
    private final Detail detail;
    private final double scale;
    private final Typefaces typefaces;
    private final Typeface regular;
    private final Header header;
    private final SideTexts sideTexts;
    private final AxisLabels axisLabels;
    private final ImmutableList.Builder<Label> labels = ImmutableList.builder();
    private Rectangle2D box;
    private Rectangle inside;
    private Marks xMarks;
    private Marks yMarks;
    private Aside aside = Aside.NONE;
    private final Optional<StripPlace> stripPlace;
    private Optional<PanelLayout> strip = Optional.empty();

    static ChartLayout of(ChartSpec spec, PanelShape kind, Typefaces typefaces) {
        MainLayout layout = null;
        for (Detail detail : Detail.values()) {
            if (detail == Detail.TIMED && !spec.extras().strip()) {
                continue;
            }
            for (boolean compact : new boolean[] {false, true}) {
                layout = new MainLayout(spec, kind, typefaces, detail, compact);
                if (layout.fits()) {
                    return layout.build();
                }
            }
        }
        return layout.build();
    }

    private MainLayout(ChartSpec spec, PanelShape kind, Typefaces typefaces, Detail detail, boolean compact) {
        this.spec = spec;
        this.kind = kind;
        this.theme = spec.theme();
        this.size = spec.size();
        this.detail = detail;
        this.scale = theme.scale(size);
        this.typefaces = typefaces;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.header = new Header(spec, typefaces, scale, compact);
        this.sideTexts = new SideTexts(spec, regular, scale);
        this.axisLabels = new AxisLabels(spec, regular, scale, theme.type().tick() * scale);
        this.stripPlace = detail == Detail.TIMED
                ? Optional.of(new StripPlace(spec, typefaces, scale,
                        theme.composition() == Composition.BOXED ? 0 : reservedX().map(axisLabels::width).orElse(0.0)))
                : Optional.empty();
        if (detail == Detail.BARE) {
            bare();
        } else if (theme.composition() == Composition.BOXED) {
            boxed();
        } else {
            open();
        }
    }

    private boolean isNamed() {
        return detail.compareTo(Detail.FULL) <= 0;
    }

    private boolean isLabelled() {
        return detail.compareTo(Detail.NAMELESS) <= 0;
    }

    private boolean fits() {
        double height = Math.min(size.height(), TALLEST * size.width());
        double share = detail == Detail.TIMED ? LEAST_TIMED : LEAST_SHARE;
        return inside.width >= LEAST_SHARE * size.width() && inside.height >= share * height;
    }

    private ChartLayout build() {
        PanelLayout panel = new PanelLayout(new Rectangle(size.width(), size.height()), plot(), spec.x(), spec.y(),
                aside(), Optional.empty(), Optional.empty());
        // In a picture of a few lines' height the texts would meet the plot.
        boolean clear = Streams.concat(header.title().lines().stream(), header.cells().stream(),
                        sideTexts.subtitle().stream(), sideTexts.caption().stream())
                .noneMatch(place -> place.area().intersects(inside));
        if (!clear) {
            return ChartLayout.withoutTexts(scale, ImmutableList.of(panel));
        }
        return new ChartLayout(scale, ImmutableList.of(panel), header.title(), sideTexts.subtitle(),
                sideTexts.caption(),
                ImmutableList.<Label>builder().addAll(header.labels()).addAll(labels.build()).build(), header.cells(),
                strip);
    }

    private PlotLayout plot() {
        return new PlotLayout(box, inside, spine(), xMarks.ticks(), yMarks.ticks(), isLabelled(),
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
        double top = 0.12 * size.height() + sideTexts.subtitleRow();
        boolean labelled = isLabelled();
        Optional<String> xText = labelled ? axisLabels.xText(axisLabels.xMarks(9)) : Optional.empty();
        double foot = size.height() - Math.max(5 * scale, 0.017 * size.height());
        double captionRow = labelled ? sideTexts.captionRow() : 0;
        // Matplotlib's margin has room for one row of text under the marks' labels.
        double more = captionRow + (spec.readout().isEmpty() ? 0 : axisLabels.row(xText)) + stripHeight();
        box = new Rectangle2D.Double(left, top, 0.9 * size.width() - left, 0.875 * size.height() - top - more);
        int spine = spine();
        int x = (int) Math.floor(box.getMinX()) + spine / 2 + 1;
        int y = (int) Math.floor(box.getMinY()) + spine / 2 + 1;
        inside = new Rectangle(x, y, (int) Math.floor(box.getMaxX()) - (spine - 1) / 2 - x,
                (int) Math.floor(box.getMaxY()) - (spine - 1) / 2 - y);
        marks();
        int baseline = (int) Math.rint(top - 6 * scale - sideTexts.subtitleRow());
        double wide = Math.min(size.width() - 8 * scale, 2 * (box.getCenterX() - 4 * scale));
        header.placeCentredAbove(box.getCenterX(), wide, baseline);
        int start = (int) (box.getCenterX() - wide / 2);
        sideTexts.placeSubtitle(start, (int) wide, (int) Math.rint(top - 6 * scale), 0.5);
        header.placeReadout(box.getMinX(), (int) Math.rint(foot - captionRow));
        strip = stripPlace.map(place -> place.under(inside, inside.getMaxY() + spine + theme.lines().tick() * scale
                + theme.lines().tickGap() * scale + Typeface.CAP_HEIGHT * theme.type().tick() * scale
                + axisLabels.row(xText), spine));
        if (labelled) {
            sideTexts.placeCaption(start, (int) wide, (int) Math.rint(foot), 0.5);
            xText.flatMap(reserved -> axisLabels.xText(xMarks))
                    .ifPresent(text -> labels.add(axisLabels.below(inside, spine, text)));
            axisLabels.yText(yMarks)
                    .flatMap(text -> axisLabels.along(inside, spine, yMarks.ticks(), text))
                    .ifPresent(labels::add);
        }
    }

    private void open() {
        double outer = outer();
        double widest = size.width() - 2 * outer;
        double top = open(widest);
        // The header stands above the plot, whose labels leave it less than that; how much, the plot's height decides.
        for (int i = 0; i < MOST_TRIALS && right() - left() < widest; i++) {
            widest = right() - left();
            top = open(widest);
        }
        header.placeAbove(left(), right(), top);
        int width = right() - left();
        sideTexts.placeSubtitle(left(), width, (int) Math.rint(top + header.height() + sideTexts.subtitleRow()), 0);
        if (!isLabelled()) {
            return;
        }
        double bottom = inside.getMaxY() + belowPlot() + stripHeight();
        sideTexts.placeCaption(left(), width, (int) Math.rint(bottom), 0);
        strip = stripPlace.map(place -> place.under(
                new Rectangle(inside.x, inside.y, inside.width + aside.right(), inside.height),
                inside.getMaxY() + belowPlot() - sideTexts.captionRow(), spine()));
        reservedX().flatMap(reserved -> axisLabels.xText(xMarks))
                .ifPresent(text -> labels.add(stripPlace.isPresent()
                        ? axisLabels.below(inside, spine(), text, stripPlace.get().labelRow())
                        : axisLabels.below(inside, spine(), text)));
        reservedY().flatMap(reserved -> axisLabels.yText(yMarks))
                .ifPresent(text -> labels.add(axisLabels.above(inside, spine(), text)));
    }

    private Optional<String> reservedX() {
        return isNamed() ? axisLabels.xText(axisLabels.xMarks(8)) : Optional.empty();
    }

    private Optional<String> reservedY() {
        return isNamed() ? axisLabels.yText(axisLabels.yMarks(5)) : Optional.empty();
    }

    // The name of x shares a row with the strip's.
    private double xRow() {
        return stripPlace.isPresent() ? 0 : axisLabels.row(reservedX());
    }

    /** Pixels of the texts under an open plot. */
    private double belowPlot() {
        return !isLabelled() ? 0 : (theme.lines().tickGap() + theme.lines().spine()) * scale
                + Typeface.CAP_HEIGHT * theme.type().tick() * scale + xRow() + sideTexts.captionRow();
    }

    private double stripHeight() {
        return stripPlace.map(StripPlace::height).orElse(0.0);
    }

    private int left() {
        return inside.x - spine();
    }

    private int right() {
        return inside.x + inside.width + aside.right();
    }

    private Rectangle aside() {
        if (aside.right() > 0) {
            return new Rectangle(inside.x + inside.width + aside.gap(), inside.y, aside.right() - aside.gap(),
                    inside.height);
        }
        int top = inside.y + inside.height + (int) Math.rint(belowPlot() + stripHeight()) + aside.gap();
        return aside.below() == 0 ? new Rectangle()
                : new Rectangle(left(), top, right() - left(), aside.below() - aside.gap());
    }

    // Type has a least size, white space has none.
    private double outer() {
        return 0.055 * Math.min(size.width(), size.height());
    }

    // On a phone a player's buttons lie over the foot.
    private double foot() {
        return size.height() > PHONE * size.width() ? Math.max(outer(), PHONE_FOOT * size.height()) : outer();
    }

    /** Lays the plot out below a header of this width; where the header begins. */
    private double open(double headerWidth) {
        double outer = outer();
        double textWidth = size.width() - 2 * outer;
        header.arrange(headerWidth);
        double texts = header.height() + sideTexts.subtitleRow();
        double headerHeight = (texts == 0 ? 0 : texts + 0.041 * Math.min(size.width(), size.height()))
                + axisLabels.row(reservedY());
        boolean labelled = isLabelled();
        double below = belowPlot() + stripHeight();
        double height = size.height() - outer - foot() - headerHeight - below;
        aside = !labelled ? Aside.NONE
                : kind.aside(spec, new Rectangle((int) textWidth, Math.max(1, (int) height)), scale, typefaces);
        height = Math.min(height - aside.below(), TALLEST * textWidth);
        double top = outer + (size.height() - outer - foot() - height - headerHeight - below - aside.below()) / 2;
        inside = new Rectangle(0, (int) Math.rint(top + headerHeight), size.width(), (int) Math.rint(height));
        yMarks = axisLabels.yMarks(intervals(height, detail == Detail.TIMED ? 2.6 : 4.2, 5));
        double tickWidth = Math.max(axisLabels.width(yMarks.ticks()),
                stripPlace.map(StripPlace::tickWidth).orElse(0.0));
        double left = outer + (labelled ? tickWidth + theme.lines().tickGap() * scale : 0);
        inside.x = (int) Math.rint(left) + spine();
        inside.width = size.width() - (int) Math.rint(outer) - aside.right() - inside.x;
        box = inside;
        xMarks = axisLabels.xMarks(intervals(inside.width, 5, 8));
        return top;
    }

    private void marks() {
        xMarks = axisLabels.xMarks(intervals(inside.width, spec.axes().xDates().isPresent() ? 4.5 : 3, 9));
        yMarks = axisLabels.yMarks(intervals(inside.height, 2, 9));
    }

    private int intervals(double pixels, double ems, int most) {
        return (int) Math.max(1, Math.min(most, pixels / (ems * theme.type().tick() * scale)));
    }

    private int spine() {
        return (int) Math.max(1, Math.rint(theme.lines().spine() * scale));
    }
}