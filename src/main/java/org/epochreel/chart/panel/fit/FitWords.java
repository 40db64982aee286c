package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.ShownNote;
import org.epochreel.chart.Telling;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;

/**
 * Words in the plot: what a ghost is, the author's notes, why the run ended. Each stands in free space, the further away
 * with a thin leader to what it is about, and has no box. Where no space is free, nothing is said.
 */
final class FitWords {

    private static final double LEADER_GAP = 0.35;
    private static final double LEAST_LEADER = 0.6;

    private final PanelSite site;
    private final PlotScale scale;
    private final CurveMasks masks;
    private final FreePlaces places;
    private final Rectangle inside;
    private final Palette palette;
    private final Typeface typeface;
    private final double em;
    private final Map<Beside, Optional<Rectangle2D>> beside = new HashMap<>();
    private final Map<Beside, Optional<Rectangle2D>> apart = new HashMap<>();
    private ImmutableList<Mark> marks = ImmutableList.of();

    /** A text at a curve that stays the same while the text is seen. */
    private record Beside(String text, ImmutableDoubleArray curve) {}

    FitWords(PanelSite site, PlotScale scale, CurveMasks masks) {
        this.site = site;
        this.scale = scale;
        this.masks = masks;
        this.inside = scale.inside();
        this.palette = site.theme().palette();
        this.typeface = site.typefaces().of(Typeface.Weight.REGULAR);
        this.em = site.theme().type().small() * site.scale();
        this.places = new FreePlaces(site, scale, em);
    }

    /** Lets nothing be seen. */
    void reset() {
        marks = ImmutableList.of();
    }

    /** Goes to a frame; {@code changed} is added to, also what words must be written anew for it. */
    void show(FrameContents contents, boolean eventsShown, ColumnRegion changed) {
        List<Mark> next = new ArrayList<>();
        Telling telling = contents.telling();
        telling.event().filter(event -> eventsShown).ifPresent(event -> name(event, next));
        telling.notice().ifPresent(text -> notice(text, telling, next));
        telling.notes().forEach(note -> note(note, contents.runs().get(0).curve(), next));
        ImmutableList<Mark> shown = ImmutableList.copyOf(next);
        addDifference(marks, shown, changed);
        addDifference(shown, marks, changed);
        marks = shown;
        boolean[] added = new boolean[marks.size()];
        for (int i = 0; i < added.length; i++) {
            Rectangle area = marks.get(i).area().intersection(inside);
            if (!added[i] && changed.meets(area)) {
                changed.add(area);
                added[i] = true;
                // It may reach one that was passed already.
                i = -1;
            }
        }
    }

    private void addDifference(ImmutableList<Mark> some, ImmutableList<Mark> others, ColumnRegion changed) {
        for (Mark mark : some) {
            if (!others.contains(mark)) {
                changed.add(mark.area().intersection(inside));
            }
        }
    }

    void draw(Canvas canvas, ColumnRegion changed) {
        for (Mark mark : marks) {
            if (changed.meets(mark.area().intersection(inside))) {
                mark.draw(canvas, inside, site.lettering());
            }
        }
    }

    private void name(RateEvent event, List<Mark> all) {
        double comes = (event.seconds() - RateEvent.BAND_WIPES_FROM)
                / (RateEvent.BAND_WIPES_TO - RateEvent.BAND_WIPES_FROM);
        double opacity = Math.max(0, Math.min(1, comes)) * Departure.opacity(event);
        if (opacity == 0 || event.ghosts().isEmpty()) {
            return;
        }
        String text = event.rose() ? "as the rate rose" : "as the rate fell";
        ImmutableDoubleArray ghost = event.ghosts().get(0);
        if (ghost.isEmpty()) {
            return;
        }
        beside(text, ghost).ifPresent(place -> write(text, place, palette.ghostName(), opacity, all));
    }

    private void notice(String text, Telling telling, List<Mark> all) {
        Optional<Rectangle2D> place = telling.lastSeen().isEmpty() || telling.lastSeen().get(0).isEmpty()
                ? apart(text, ImmutableDoubleArray.of()) : beside(text, telling.lastSeen().get(0));
        place.or(() -> apart(text, ImmutableDoubleArray.of())).or(() -> Optional.of(new Rectangle2D.Double(inside.x + em, inside.y + em,
                        typeface.width(text, em), Typeface.CAP_HEIGHT * em)))
                .ifPresent(found -> write(text, found, palette.accent(), 1, all));
    }

    private Optional<Rectangle2D> beside(String text, ImmutableDoubleArray curve) {
        return beside.computeIfAbsent(new Beside(text, curve),
                of -> places.beside(masks.columns(of.curve), typeface.width(of.text, em)));
    }

    private Optional<Rectangle2D> apart(String text, ImmutableDoubleArray curve) {
        return apart.computeIfAbsent(new Beside(text, curve), of -> places.apart(typeface.width(text, em), columns(curve)));
    }

    private double[] columns(ImmutableDoubleArray curve) {
        return curve.isEmpty() ? new double[0] : masks.columns(curve);
    }

    private void note(ShownNote note, ImmutableDoubleArray curve, List<Mark> all) {
        if (note.at() instanceof ShownNote.At.Curve) {
            apart(note.text(), note.curve()).ifPresent(place -> {
                double x = Math.rint(place.getCenterX());
                lead(place, x, masks.height(curve, x), note.opacity(), all);
                write(note.text(), place, palette.text(), note.opacity(), all);
            });
        } else if (note.at() instanceof ShownNote.At.Point point) {
            double x = scale.pixelX(point.x());
            double y = scale.pixelY(point.y());
            apart.computeIfAbsent(new Beside(note.text() + '\n' + point, note.curve()),
                    of -> places.near(x, y, typeface.width(note.text(), em), columns(note.curve()))).ifPresent(place -> {
                        leadTo(place, x, y, note.opacity(), all);
                        write(note.text(), place, palette.text(), note.opacity(), all);
                    });
        }
    }

    // From the words straight up or down to a height.
    private void lead(Rectangle2D place, double x, double height, double opacity, List<Mark> all) {
        boolean below = height > place.getCenterY();
        double from = below ? place.getMaxY() + LEADER_GAP * em : place.getMinY() - LEADER_GAP * em;
        double end = Math.max(inside.y, Math.min(inside.getMaxY(), height + (below ? -1 : 1) * LEADER_GAP * em));
        if (!Double.isNaN(height) && (below ? end - from : from - end) > LEAST_LEADER * em) {
            all.add(new Mark.Stroke(x, from, x, end, Math.max(1, site.theme().lines().grid() * site.scale() * 0.75),
                    Departure.faded(palette.muted(), opacity)));
        }
    }

    // From the words' nearest edge to a point.
    private void leadTo(Rectangle2D place, double x, double y, double opacity, List<Mark> all) {
        double gap = LEADER_GAP * em;
        double fromX = Math.max(place.getMinX() - gap, Math.min(place.getMaxX() + gap, x));
        double fromY = Math.max(place.getMinY() - gap, Math.min(place.getMaxY() + gap, y));
        double length = Math.sqrt((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY));
        if (length > LEAST_LEADER * em + gap) {
            double part = 1 - gap / length;
            all.add(new Mark.Stroke(fromX, fromY, fromX + part * (x - fromX), fromY + part * (y - fromY),
                    Math.max(1, site.theme().lines().grid() * site.scale() * 0.75),
                    Departure.faded(palette.muted(), opacity)));
        }
    }

    private void write(String text, Rectangle2D place, Color color, double opacity, List<Mark> all) {
        all.add(new Mark.Words(text, Math.rint(place.getX()), (int) Math.rint(place.getMaxY()), place.getWidth(), typeface,
                em, Departure.faded(color, opacity)));
    }
}
