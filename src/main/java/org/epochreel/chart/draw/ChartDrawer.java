package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.ShownNote;
import org.epochreel.chart.layout.ChartLayout;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.strip.TimeStrip;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.print.Sheet;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * Draws the frames of one chart one after the other onto one picture, and says where each differs from the one
 * before. A frame costs what changed in it; what it shows depends on its contents alone, whose epochs only panels over
 * epochs ask to rise. Not for several threads at a time.
 */
public final class ChartDrawer {

    private final ChartSpec spec;
    private final FrameSize size;
    private final ChartLayout layout;
    private final Theme theme;
    private final ImmutableList<Panel> panels;
    private final ImmutableDoubleArray curveX;
    private final ImmutableSet<Wanted<?>> wanted;
    private final int runs;
    private final Canvas canvas;
    private final Lettering lettering = new Lettering();
    private final ImmutableList<TextPlace> places;
    private final List<String> shown = new ArrayList<>();
    private final Optional<RateReadout> rate;
    private Optional<RateReadout.Told> told = Optional.empty();
    private int[] still;

    public ChartDrawer(ChartSpec spec) {
        this(spec, new Typefaces());
    }

    /** A drawer that shares {@code typefaces} with others. */
    public ChartDrawer(ChartSpec spec, Typefaces typefaces) {
        this(spec, typefaces, false);
    }

    /** A drawer of one picture that is to be printed: after {@link #draw} comes {@link #sheet}. */
    public static ChartDrawer forPrint(ChartSpec spec, Typefaces typefaces) {
        return new ChartDrawer(spec, typefaces, true);
    }

    private ChartDrawer(ChartSpec spec, Typefaces typefaces, boolean sketched) {
        this.spec = spec;
        this.size = spec.size();
        this.theme = spec.theme();
        this.runs = spec.runs().size();
        ImmutableList<Slot> slots = slots(spec);
        ImmutableList<PanelEntry> kinds = slots.stream().map(Slot::kind).collect(ImmutableList.toImmutableList());
        this.layout = ChartLayout.of(spec, kinds, typefaces);
        this.places = ImmutableList.<TextPlace>builder()
                .addAll(layout.title().lines())
                .addAll(layout.subtitle().stream().iterator())
                .addAll(layout.caption().stream().iterator())
                .addAll(layout.cells())
                .build();
        this.canvas = sketched ? Canvas.sketched(size, theme.palette().background())
                : Canvas.of(size, theme.palette().background());
        this.curveX = curveX(spec, kinds);
        ImmutableSet.Builder<Wanted<?>> wishes = ImmutableSet.builder();
        ImmutableList.Builder<Panel> made = ImmutableList.builder();
        for (int i = 0; i < kinds.size(); i++) {
            Slot slot = slots.get(i);
            PanelLayout place = slot.place(layout.panels().get(i));
            wishes.addAll(slot.kind.wanted(slot.spec, layout.scale(), place));
            Panel panel = slot.kind.panel(
                    new PanelSite(slot.spec, layout.scale(), place, typefaces, lettering, curveX, sketched));
            made.add(slot.run.isPresent() ? new OneRunPanel(panel, slot.run.getAsInt()) : panel);
        }
        layout.strip().ifPresent(place -> made.add(new TimeStrip(
                new PanelSite(spec, layout.scale(), place, typefaces, lettering, curveX, sketched))));
        this.panels = made.build();
        this.rate = RateReadout.of(spec, layout, typefaces);
        this.wanted = wishes.build();
    }

    /**
     * One panel of a picture.
     *
     * @param spec of the runs that it shows
     * @param run the one of several that it shows; empty where it shows all
     */
    private record Slot(PanelEntry kind, ChartSpec spec, OptionalInt run) {

        /** The run's name stands after the panel's. */
        PanelLayout place(PanelLayout place) {
            return run.isEmpty() ? place : place.noted(spec.runs().get(0).name());
        }
    }

    private static ImmutableList<Slot> slots(ChartSpec spec) {
        ImmutableList.Builder<Slot> slots = ImmutableList.builder();
        for (PanelKind kind : spec.panels().kinds()) {
            PanelEntry entry = PanelEntries.of(kind);
            if (spec.runs().size() == 1 || !entry.isOfOneRun()) {
                slots.add(new Slot(entry, spec, OptionalInt.empty()));
                continue;
            }
            for (int run = 0; run < spec.runs().size(); run++) {
                slots.add(new Slot(entry, spec.ofRun(run), OptionalInt.of(run)));
            }
        }
        return slots.build();
    }

    /** What is drawn. */
    public ChartSpec spec() {
        return spec;
    }

    // Panels share the x that the first of them wants.
    private ImmutableDoubleArray curveX(ChartSpec spec, ImmutableList<PanelEntry> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            ImmutableDoubleArray x = kinds.get(i).curveX(spec, layout.scale(), layout.panels().get(i));
            if (!x.isEmpty()) {
                return x;
            }
        }
        return ImmutableDoubleArray.of();
    }

    /**
     * The ascending x at which curves are wanted, fine enough for the picture's width; none if no panel shows curves.
     */
    public ImmutableDoubleArray curveX() {
        return curveX;
    }

    /** What the frames' answers must answer, of each run. */
    public ImmutableSet<Wanted<?>> wanted() {
        return wanted;
    }

    /**
     * Takes in the model's parameters at the next epoch, also of epochs that are not drawn, where a panel needs
     * {@link Need#PARAMETERS}: it shows every epoch up to the one that is drawn.
     *
     * @throws IllegalArgumentException if an epoch is left out
     */
    public void addEpoch(int epoch, double[] parameters) {
        panels.forEach(panel -> panel.addEpoch(epoch, parameters));
    }

    /**
     * Draws {@code contents}.
     *
     * @return this drawer's own picture, valid until the next call; the first one is touched everywhere
     * @throws IllegalArgumentException if a curve, the runs or the readout are not as many as the chart's, or if there
     *     are panels over epochs and the epoch lies before one that was drawn
     */
    public Frame draw(FrameContents contents) {
        check(contents);
        boolean whole = needsStill(contents);
        if (whole) {
            canvas.clear(theme.palette().background());
            panels.forEach(panel -> panel.drawStill(canvas, contents));
            canvas.clearOpacity(picture());
            layout.labels().forEach(label -> label.draw(canvas, lettering));
            still = canvas.pixels().clone();
            shown.clear();
        }
        MacroblockSet touched = whole ? MacroblockSet.allOf(size) : MacroblockSet.noneOf(size);
        panels.forEach(panel -> panel.drawMoving(canvas, still, contents, touched));
        drawTexts(contents, touched);
        return new Frame(size, canvas.pixels(), touched);
    }

    /**
     * How the picture that was drawn came about.
     *
     * @throws java.util.NoSuchElementException if the drawer is not {@link #forPrint}
     */
    public Sheet sheet() {
        return canvas.sketch().orElseThrow().sheet();
    }

    private boolean needsStill(FrameContents contents) {
        for (Panel panel : panels) {
            if (panel.needsStill(contents)) {
                return true;
            }
        }
        return false;
    }

    private void check(FrameContents contents) {
        if (!layout.cells().isEmpty() && contents.readout().size() != layout.cells().size()) {
            throw new IllegalArgumentException(
                    contents.readout().size() + " readout values for " + layout.cells().size() + " cells");
        }
        if (contents.runs().size() != runs) {
            throw new IllegalArgumentException("curves of " + contents.runs().size() + " runs for " + runs);
        }
    }

    private void drawTexts(FrameContents contents, MacroblockSet touched) {
        List<String> texts = texts(contents);
        Optional<RateReadout.Told> next = rate.flatMap(readout -> readout.told(contents));
        int rateIndex = rate.isEmpty() ? -1 : places.size() - layout.cells().size() + RateReadout.index(spec);
        boolean retold = !next.equals(told) || shown.isEmpty() && next.isPresent();
        for (int i = 0; i < places.size(); i++) {
            boolean toldHere = i == rateIndex && (next.isPresent() || told.isPresent());
            boolean same = i < shown.size() && shown.get(i).equals(texts.get(i));
            if (toldHere ? !retold : same) {
                continue;
            }
            if (toldHere) {
                rate.get().areas().forEach(area -> refresh(area, touched));
            }
            TextPlace place = places.get(i);
            refresh(place.area(), touched);
            Optional<ShownNote> note = layout.caption().stream().anyMatch(place::equals)
                    ? captionNote(contents) : Optional.empty();
            if (toldHere && next.isPresent()) {
                rate.get().draw(canvas, lettering, next.get());
            } else if (note.isPresent()) {
                place.faded(note.get().opacity()).draw(canvas, lettering, note.get().text());
            } else {
                place.draw(canvas, lettering, texts.get(i));
            }
        }
        told = next;
        shown.clear();
        shown.addAll(texts);
    }

    /** A note that takes the caption's line for its time. */
    private static Optional<ShownNote> captionNote(FrameContents contents) {
        return contents.telling().notes().stream().filter(note -> note.at() instanceof ShownNote.At.Caption).findFirst();
    }

    private void refresh(Rectangle place, MacroblockSet touched) {
        Rectangle area = place.intersection(picture());
        restore(area);
        touched.addPixels(area.x, area.y, area.x + area.width - 1, area.y + area.height - 1);
    }

    private void restore(Rectangle area) {
        for (int row = area.y; row < area.y + area.height; row++) {
            int start = row * size.width() + area.x;
            System.arraycopy(still, start, canvas.pixels(), start, area.width);
        }
    }

    private Rectangle picture() {
        return new Rectangle(size.width(), size.height());
    }

    private List<String> texts(FrameContents contents) {
        List<String> texts = new ArrayList<>();
        texts.addAll(layout.title().texts(contents.headline().title().orElse("")));
        if (layout.subtitle().isPresent()) {
            texts.add(contents.headline().subtitle().orElse(""));
        }
        if (layout.caption().isPresent()) {
            texts.add(captionNote(contents).map(ShownNote::toString)
                    .orElse(contents.headline().caption().orElse("")));
        }
        if (!layout.cells().isEmpty()) {
            texts.addAll(contents.readout());
        }
        return texts;
    }
}
