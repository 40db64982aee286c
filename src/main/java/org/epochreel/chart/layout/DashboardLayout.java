package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Marks;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.layout.PanelShape.Aside;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Theme.Composition;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Lays out a picture with several panels, or with one that is not a main panel: title and readout above all (in a
 * boxed theme the readout at the foot), then the panels in a grid, plots below each other flush on the left. Where
 * the panels are too small for ticks' labels, and then for any text, there is none.
 */
final class DashboardLayout {

    /** How much text a picture has room for. */
    private enum Detail {
        FULL,
        UNLABELLED,
        BARE
    }

    private static final double OUTER = 0.042;
    private static final double BELOW_HEADER = 0.034;
    private static final double GAP = 1.5;
    private static final double HEADING_GAP = 0.75;
    // Ems of ticks' labels from one to the next upwards.
    private static final double Y_SPACING = 2;
    // Ems of ticks' labels that a plot is at least wide and high if it carries any.
    private static final double LEAST_WIDTH = 4.5;
    private static final double LEAST_HEIGHT = 2;
    // Ems of ticks' labels that a heading keeps for the panel's name before a note.
    private static final double ROOM_FOR_NAME = 9;
    private static final Range UNIT = new Range(0, 1);

    private final ChartSpec spec;
    private final Theme theme;
    private final Detail detail;
    private final double scale;
    private final double em;
    private final Typefaces typefaces;
    private final Typeface regular;
    private final Typeface headingFace;
    private final Header header;
    private final SideTexts sideTexts;
    private final AxisLabels axisLabels;
    private final ImmutableList<Place> places;

    /** A panel, the pixels that it may use but for those beside its plot, and these. */
    private record Place(PanelShape panel, Rectangle cell, Aside aside) {

        Rectangle all() {
            return new Rectangle(cell.x, cell.y, cell.width + aside.right(), cell.height + aside.below());
        }
    }

    private DashboardLayout(ChartSpec spec, ImmutableList<? extends PanelShape> kinds, Typefaces typefaces,
            Detail detail, boolean compact) {
        this.spec = spec;
        this.theme = spec.theme();
        this.detail = detail;
        this.scale = theme.scale(spec.size());
        this.em = theme.type().small() * scale;
        this.typefaces = typefaces;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.headingFace = typefaces.of(theme.type().titleWeight());
        this.header = new Header(spec, typefaces, scale, compact);
        this.sideTexts = new SideTexts(spec, regular, scale);
        this.axisLabels = new AxisLabels(spec, regular, scale, em);
        double gap = detail == Detail.BARE ? 2 : GAP * em;
        this.places = places(kinds, gap, detail == Detail.BARE ? 2 : 0.8 * gap);
    }

    private ImmutableList<Place> places(ImmutableList<? extends PanelShape> kinds, double gapX, double gapY) {
        // Of several, one a run, none is larger than the others.
        int main = kinds.stream().filter(PanelShape::leads).count() == 1 ? Iterables.indexOf(kinds, PanelShape::leads) : -1;
        ImmutableList<Rectangle> cells = PanelGrid.cells(kinds.size(), main,
                main >= 0 && !kinds.get(main).isMain(), area(), gapX, gapY);
        return Streams.zip(kinds.stream(), cells.stream(), this::place).collect(ImmutableList.toImmutableList());
    }

    private Place place(PanelShape panel, Rectangle cell) {
        Aside aside = detail == Detail.FULL ? panel.aside(spec, cell, scale, typefaces) : Aside.NONE;
        return new Place(panel, new Rectangle(cell.x, cell.y, Math.max(1, cell.width - aside.right()),
                Math.max(1, cell.height - aside.below())), aside);
    }

    static ChartLayout of(ChartSpec spec, ImmutableList<? extends PanelShape> kinds, Typefaces typefaces) {
        for (Detail detail : new Detail[] {Detail.FULL, Detail.UNLABELLED}) {
            for (boolean compact : new boolean[] {false, true}) {
                DashboardLayout layout = new DashboardLayout(spec, kinds, typefaces, detail, compact);
                ImmutableList<PanelLayout> panels = layout.panels();
                if (panels.stream().allMatch(layout::fits)) {
                    return new ChartLayout(layout.scale, panels, layout.header.title(), layout.sideTexts.subtitle(),
                            layout.sideTexts.caption(), layout.labels(panels), layout.header.cells());
                }
            }
        }
        DashboardLayout bare = new DashboardLayout(spec, kinds, typefaces, Detail.BARE, true);
        return ChartLayout.withoutTexts(bare.scale, bare.panels());
    }

    private boolean fits(PanelLayout panel) {
        double share = detail == Detail.FULL ? 1 : 0.5;
        Rectangle inside = panel.plot().inside();
        return inside.width >= share * LEAST_WIDTH * em && inside.height >= share * LEAST_HEIGHT * em;
    }

    private Rectangle area() {
        int width = spec.size().width();
        int height = spec.size().height();
        double side = Math.min(width, height);
        if (detail == Detail.BARE) {
            return new Rectangle(1, 1, width - 2, height - 2);
        }
        int outer = (int) Math.rint(OUTER * side);
        int top = outer;
        int bottom = height - outer - (int) Math.rint(sideTexts.captionRow());
        int wide = width - 2 * outer;
        double alignment = theme.composition() == Composition.BOXED ? 0.5 : 0;
        sideTexts.placeCaption(outer, wide, height - (int) Math.rint(0.6 * outer), alignment);
        if (theme.composition() == Composition.BOXED) {
            if (spec.headline().title().isPresent()) {
                int baseline = header.placeCentredBelow(width / 2.0, width - 2 * outer, outer);
                int below = baseline + (int) Math.rint(sideTexts.subtitleRow());
                sideTexts.placeSubtitle(outer, wide, below, alignment);
                top = below + (int) Math.rint(BELOW_HEADER * side);
            }
            if (!spec.readout().isEmpty()) {
                int baseline = height - (int) Math.rint(0.6 * outer + sideTexts.captionRow());
                header.placeReadout(outer, baseline);
                bottom = baseline - (int) Math.rint(1.7 * theme.type().readout() * scale);
            }
        } else if (!header.isEmpty()) {
            header.arrange(wide);
            header.placeAbove(outer, width - outer, outer);
            double texts = header.height() + sideTexts.subtitleRow();
            sideTexts.placeSubtitle(outer, wide, outer + (int) Math.rint(texts), alignment);
            top = outer + (int) Math.rint(texts + BELOW_HEADER * side);
        }
        return new Rectangle(outer, top, Math.max(1, width - 2 * outer), Math.max(1, bottom - top));
    }

    private ImmutableList<PanelLayout> panels() {
        Map<Integer, Integer> margins = new HashMap<>();
        for (Place place : places) {
            Rectangle cell = place.cell;
            int height = plotHeight(place);
            Optional<PanelAxes> axes = place.panel.axes(spec, new Rectangle(0, 0, cell.width, height), 0);
            int margin = axes.map(found -> margin(yMarks(found, height, cell.width).ticks())).orElse(0);
            margins.merge(cell.x, margin, Math::max);
        }
        ImmutableList.Builder<PanelLayout> panels = ImmutableList.builder();
        for (Place place : places) {
            panels.add(panel(place, margins.get(place.cell.x)));
        }
        return panels.build();
    }

    private int margin(ImmutableList<Tick> ticks) {
        if (detail != Detail.FULL || ticks.isEmpty()) {
            return 0;
        }
        double widest = 0;
        for (Tick tick : ticks) {
            widest = Math.max(widest, regular.width(tick.label(), em));
        }
        return (int) Math.ceil(widest + theme.lines().tickGap() * scale + theme.lines().tick() * scale);
    }

    private int headingHeight() {
        return detail == Detail.BARE ? 0
                : (int) Math.rint((Typeface.CAP_HEIGHT + HEADING_GAP) * theme.type().heading() * scale);
    }

    private int plotHeight(Place place) {
        double below = detail == Detail.FULL
                ? (theme.lines().tickGap() + theme.lines().tick()) * scale + Typeface.CAP_HEIGHT * em : 0;
        return Math.max(1, place.cell.height - headingHeight() - spine() - (int) Math.rint(below + xRow(place.panel)));
    }

    /** Height of the row under a panel that names x. */
    private double xRow(PanelShape panel) {
        return detail == Detail.FULL && panel.nameBeforeLabels().isPresent()
                ? axisLabels.row(axisLabels.xText(axisLabels.xMarks(8))) : 0;
    }

    /** The header's texts and, of panels that show them, the names of x and y, the latter after the panel's own. */
    private ImmutableList<Label> labels(ImmutableList<PanelLayout> panels) {
        ImmutableList.Builder<Label> labels = ImmutableList.<Label>builder().addAll(header.labels());
        for (int i = 0; i < panels.size() && detail == Detail.FULL; i++) {
            PanelShape shape = places.get(i).panel;
            Rectangle inside = panels.get(i).plot().inside();
            Optional<String> name = shape.nameBeforeLabels();
            if (name.isEmpty()) {
                continue;
            }
            if (xRow(shape) > 0) {
                axisLabels.xText(axisLabels.xMarks(intervals(inside.width, shape.tickSpacing(), 8)))
                        .map(text -> axisLabels.below(inside, spine(), text)).ifPresent(labels::add);
            }
            TextPlace heading = panels.get(i).heading().orElseThrow();
            int indent = (int) Math.ceil(headingFace.width(name.get(), heading.size()) + 0.7 * em);
            axisLabels.yText(axisLabels.yMarks(intervals(inside.height, Y_SPACING, 5)))
                    .map(text -> new Label(TextPlace.line(heading.area().x + indent,
                            Math.max(1, heading.area().width - indent), heading.baseline(), regular, em,
                            theme.palette().muted(), 0), text))
                    .ifPresent(labels::add);
        }
        return labels.build();
    }

    private PanelLayout panel(Place place, int margin) {
        Rectangle cell = place.cell;
        int left = Math.min(cell.width - 1, margin + spine());
        int right = theme.composition() == Composition.BOXED ? spine() : 0;
        int top = Math.min(headingHeight(), cell.height - 1);
        Rectangle inside = new Rectangle(cell.x + left, cell.y + top, Math.max(1, cell.width - left - right),
                Math.min(cell.height - top, plotHeight(place)));
        // In an open theme headings begin where the labels of ticks do, on the title's edge.
        int headingX = theme.composition() == Composition.BOXED ? inside.x - spine() : cell.x;
        Optional<TextPlace> heading = detail == Detail.BARE ? Optional.empty()
                : Optional.of(TextPlace.line(headingX, inside.x + inside.width - headingX,
                        cell.y + (int) Math.rint(Typeface.CAP_HEIGHT * theme.type().heading() * scale), headingFace,
                        theme.type().heading() * scale, theme.palette().text(), 0));
        Optional<PanelAxes> found = place.panel.axes(spec, inside, theme.lines().point() * scale / 2 + 1);
        if (found.isEmpty()) {
            // Without labels of y it begins where its name does.
            Rectangle whole = new Rectangle(cell.x, inside.y, cell.width - right, cell.height - top);
            PlotLayout plot = new PlotLayout(whole, whole, spine(), ImmutableList.of(), ImmutableList.of(),
                    detail == Detail.FULL, em);
            return new PanelLayout(grown(place.all()), plot, UNIT, UNIT, aside(place, whole), heading,
                    Optional.empty());
        }
        PanelAxes axes = found.get();
        Marks yMarks = yMarks(axes, inside.height, cell.width);
        PlotLayout plot = new PlotLayout(inside, inside, spine(),
                axes.x().ticks(intervals(inside.width, place.panel.tickSpacing(), 8)),
                yMarks.ticks(), detail == Detail.FULL, em);
        boolean named = place.panel.nameBeforeLabels().isPresent();
        return new PanelLayout(grown(place.all()), plot, axes.xRange(), axes.y().range(), aside(place, inside), heading,
                named || detail != Detail.FULL ? Optional.empty() : yMarks.text(Optional.empty()));
    }

    /** Marks of y; each has all of its number where the heading has no room for what they have in common. */
    private Marks yMarks(PanelAxes axes, int height, int width) {
        int intervals = intervals(height, Y_SPACING, 5);
        Marks marks = axes.y().marks(intervals);
        double note = marks.text(Optional.empty()).map(text -> regular.width(text, em) + ROOM_FOR_NAME * em).orElse(0.0);
        return note <= width ? marks : new Marks(axes.y().ticks(intervals), Optional.empty());
    }

    private static Rectangle aside(Place place, Rectangle inside) {
        Aside aside = place.aside;
        if (aside.right() > 0) {
            return new Rectangle(place.cell.x + place.cell.width + aside.gap(), inside.y, aside.right() - aside.gap(),
                    inside.height);
        }
        return aside.below() == 0 ? new Rectangle() : new Rectangle(place.cell.x,
                place.cell.y + place.cell.height + aside.gap(), place.cell.width, aside.below() - aside.gap());
    }

    // Labels of ticks and marked points may reach a little into the gaps, but not under a text that changes.
    private Rectangle grown(Rectangle cell) {
        int reach = detail == Detail.BARE ? 0 : (int) (GAP * em / 2) - 1;
        Rectangle grown = new Rectangle(cell.x - reach, cell.y - reach / 2, cell.width + 2 * reach,
                cell.height + 2 * (reach / 2));
        return grown.intersection(between(cell));
    }

    private Rectangle between(Rectangle cell) {
        int top = 0;
        int bottom = spec.size().height();
        for (TextPlace place : texts()) {
            Rectangle area = place.area();
            if (area.getCenterY() < cell.getCenterY()) {
                top = Math.max(top, area.y + area.height);
            } else {
                bottom = Math.min(bottom, area.y);
            }
        }
        return new Rectangle(0, top, spec.size().width(), Math.max(0, bottom - top));
    }

    private ImmutableList<TextPlace> texts() {
        return Streams.concat(header.title().lines().stream(), sideTexts.subtitle().stream(), sideTexts.caption().stream(),
                header.cells().stream()).collect(ImmutableList.toImmutableList());
    }

    private int intervals(double pixels, double ems, int most) {
        return (int) Math.max(1, Math.min(most, pixels / (ems * em)));
    }

    private int spine() {
        return (int) Math.max(1, Math.rint(theme.lines().spine() * scale));
    }
}
