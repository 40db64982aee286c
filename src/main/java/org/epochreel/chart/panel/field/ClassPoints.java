package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Stamp;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.wanted.Classes;
import org.epochreel.data.Labels;
import org.epochreel.data.Samples;

/**
 * Labelled points over a plane: the class by colour and shape, those of training filled, those of the test set hollow,
 * and a ring around each whose class the model says wrong. A ring fades in and out.
 */
final class ClassPoints {

    /** Frames in which a ring comes and goes. */
    private static final int FADE = 6;

    private final PointStyle style;
    private final ImmutableList<Tint> tints;
    private final Tint ground;
    private final List<Set> sets = new ArrayList<>();
    private final List<Tint> ringTints = new ArrayList<>();
    private final ImmutableList.Builder<Optional<Mark>> still = ImmutableList.builder();
    private ImmutableList<Optional<Mark>> points = ImmutableList.of();

    /** A set of points and the rings, of those for which one was made. */
    private record Set(Labels labels, double[] x, double[] y, Stamp[] rings) {}

    /** Where points lie in the picture. */
    interface Place {
        double x(Samples samples, int row);

        double y(Samples samples, int row);
    }

    ClassPoints(PointStyle style, Palette palette, int classes) {
        this.style = style;
        this.tints = IntStream.range(0, classes)
                .mapToObj(index -> new Tint(palette.ofClass(index)))
                .collect(ImmutableList.toImmutableList());
        this.ground = new Tint(palette.background());
        for (int i = 0; i <= FADE; i++) {
            Color ink = palette.ink();
            ringTints.add(new Tint(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 255 * i / FADE)));
        }
    }

    /** Adds points above those that were added before. */
    void add(Samples samples, boolean filled, Rectangle visible, Place place) {
        int count = samples.count();
        Labels labels = samples.labels().orElseThrow();
        double[] x = new double[count];
        double[] y = new double[count];
        Rectangle near = new Rectangle(visible);
        near.grow((int) (3 * style.radius()), (int) (3 * style.radius()));
        for (int row = 0; row < count; row++) {
            x[row] = place.x(samples, row);
            y[row] = place.y(samples, row);
            if (near.contains(x[row], y[row])) {
                int index = labels.indices().get(row);
                style.marks(index, filled, x[row], y[row], tints.get(index), ground)
                        .forEach(mark -> still.add(Optional.of(mark)));
            }
        }
        sets.add(new Set(labels, x, y, new Stamp[count]));
        points = still.build();
    }

    /** All points, and rings around those of which {@code said}, one for each set, is not the class. */
    ImmutableList<Optional<Mark>> marks(ImmutableList<Classes> said) {
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        marks.addAll(points);
        for (int i = 0; i < sets.size(); i++) {
            Set set = sets.get(i);
            Classes classes = said.get(i);
            for (int row = 0; row < set.x.length; row++) {
                int label = set.labels.indices().get(row);
                boolean wrong = classes.now().get(row) != label;
                boolean wasWrong = classes.before().get(row) != label;
                int part = Math.min(FADE, classes.age().get(row) + 1);
                int strength = wrong == wasWrong ? (wrong ? FADE : 0) : wrong ? part : FADE - part;
                marks.add(strength == 0 ? Optional.empty() : Optional.of(ring(set, row, strength)));
            }
        }
        return marks.build();
    }

    private Mark ring(Set set, int row, int strength) {
        if (set.rings[row] == null) {
            set.rings[row] = new Stamp(style.ringMask(set.x[row], set.y[row]), ringTints.get(FADE));
        }
        Stamp whole = set.rings[row];
        return strength == FADE ? whole : new Stamp(whole.mask(), whole.area(), ringTints.get(strength));
    }

    /** How many points of each set are said right. */
    static int right(Labels labels, Classes classes) {
        int right = 0;
        for (int row = 0; row < classes.now().length(); row++) {
            right += classes.now().get(row) == labels.indices().get(row) ? 1 : 0;
        }
        return right;
    }
}
