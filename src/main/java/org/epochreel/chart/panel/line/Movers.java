package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.GroupColors;
import org.epochreel.network.ParameterGroup;

/** The parameters that move furthest from the start to the end of a run: strong lines whose names go before them. */
final class Movers {

    private static final int MOST = 5;
    private static final double WIDER = 1.5;
    // In ems of names: what they take after the last epoch, from the line to the name, from one name to the next, and
    // what a plot is at least wide that has room for them.
    private static final double ROOM = 2.5;
    private static final double AWAY = 0.5;
    private static final double APART = 0.95;
    private static final double LEAST_WIDTH = 12;
    private static final double MOVED = 0.25;

    private final PanelSite site;
    private final ImmutableList<ParameterGroup> groups;
    private final Function<ParameterGroup, Color> colors;
    private final ImmutableDoubleArray last;
    private final Function<Color, Coverage> coverages;
    private final EpochScale epochs;
    private final List<Mover> movers = new ArrayList<>();
    private double[] values = new double[0];

    private record Mover(int parameter, String name, Color color, EpochLine line) {}

    /** A name and the height at which it is written. */
    private record Placed(Mover mover, double head, double middle) {}

    /**
     * @param last the parameters at the end of the run
     * @param coverages where strong lines of a colour are inked
     */
    Movers(PanelSite site, GroupColors colors, ImmutableDoubleArray last, Function<Color, Coverage> coverages) {
        this.site = site;
        this.groups = site.spec().panels().groups();
        this.colors = colors::of;
        this.last = last;
        this.coverages = coverages;
        this.epochs = new EpochScale(site.layout());
        // All colours there may be, for who they are is known with the first parameters.
        groups.forEach(group -> coverages.apply(colors.of(group)));
    }

    private Movers(PanelSite site) {
        this.site = site;
        this.groups = ImmutableList.of();
        this.colors = group -> Color.BLACK;
        this.last = ImmutableDoubleArray.of();
        this.coverages = color -> site.coverage();
        this.epochs = new EpochScale(site.layout());
    }

    static Movers none(PanelSite site) {
        return new Movers(site);
    }

    /** Pixels after the last epoch that names want. */
    static double room(ChartSpec spec, Rectangle inside) {
        double em = spec.theme().type().small() * spec.theme().scale(spec.size());
        return inside.width >= LEAST_WIDTH * em ? ROOM * em : 0;
    }

    void addEpoch(int epoch, double[] parameters, Strips added) {
        if (epoch == 0) {
            choose(parameters);
        }
        for (Mover mover : movers) {
            mover.line.add(epoch, parameters[mover.parameter], added);
        }
        values = movers.stream().mapToDouble(mover -> parameters[mover.parameter]).toArray();
    }

    private void choose(double[] first) {
        double width = WIDER * site.theme().lines().thin() * site.scale();
        Comparator<Integer> byWay = Comparator.comparingDouble(parameter ->
                -Math.abs(last.get(parameter) - first[parameter]));
        for (int parameter : IntStream.range(0, last.length()).boxed()
                .filter(parameter -> Math.abs(last.get(parameter) - first[parameter]) < Double.POSITIVE_INFINITY)
                .sorted(byWay).limit(MOST).collect(Collectors.toList())) {
            ParameterGroup group = groups.stream()
                    .filter(one -> parameter >= one.from() && parameter < one.from() + one.count())
                    .findFirst().orElseThrow();
            Color color = colors.apply(group);
            movers.add(new Mover(parameter, name(group, parameter), color,
                    new EpochLine(coverages.apply(color), epochs, width)));
        }
    }

    // The layer is told by the colour.
    private static String name(ParameterGroup group, int parameter) {
        String kind = group.name().substring(group.name().lastIndexOf(' ') + 1);
        String letter = kind.startsWith("weight") ? "w" : kind.startsWith("bias") ? "b" : kind;
        return group.count() == 1 && letter.equals(kind) ? letter : letter + (parameter - group.from() + 1);
    }

    /** Writes the names after the lines' ends, moved apart. */
    void name(Annotations pen, int epoch) {
        if (!pen.isLettered() || room(site.spec(), site.layout().plot().inside()) == 0) {
            return;
        }
        double x = epochs.pixelX(Math.min(epoch, site.spec().runs().get(0).metrics().lastEpoch()));
        for (Placed placed : apart(pen.em())) {
            double left = Math.rint(x + AWAY * pen.em());
            Rectangle2D place = new Rectangle2D.Double(left, placed.middle - pen.capHeight() / 2,
                    pen.width(placed.mover.name), pen.capHeight());
            if (Math.abs(placed.middle - placed.head) > MOVED * pen.em()) {
                pen.tie(x, placed.head, left - 0.12 * pen.em(), placed.middle, placed.mover.color);
            }
            pen.letters(placed.mover.name, place, placed.mover.color);
        }
    }

    /** Moves names as little as it takes; those that touch share the way evenly. */
    private List<Placed> apart(double em) {
        Rectangle inside = site.layout().plot().inside();
        double step = APART * em;
        double[] heads = IntStream.range(0, movers.size()).mapToDouble(i -> epochs.pixelY(values[i])).toArray();
        List<Integer> order = IntStream.range(0, heads.length).boxed()
                .filter(i -> heads[i] >= inside.y && heads[i] <= inside.getMaxY())
                .sorted(Comparator.comparingDouble(i -> heads[i])).collect(Collectors.toList());
        int fitting = (int) Math.max(0, Math.min(order.size(), (inside.height - em) / step + 1));
        order = order.stream().filter(i -> i < fitting).collect(Collectors.toList());
        // Blocks of names that touch: sums of where their first ones want to be, and counts.
        List<double[]> blocks = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double[] block = {heads[order.get(i)] - i * step, 1};
            while (!blocks.isEmpty() && mean(blocks.get(blocks.size() - 1)) >= mean(block)) {
                double[] before = blocks.remove(blocks.size() - 1);
                block = new double[] {block[0] + before[0], block[1] + before[1]};
            }
            blocks.add(block);
        }
        List<Placed> placed = new ArrayList<>();
        double least = inside.y + em / 2;
        double greatest = inside.getMaxY() - em / 2 - (order.size() - 1) * step;
        for (double[] block : blocks) {
            for (int i = 0; i < block[1]; i++) {
                int index = placed.size();
                double first = Math.max(least, Math.min(greatest, mean(block)));
                placed.add(new Placed(movers.get(order.get(index)), heads[order.get(index)], first + index * step));
            }
        }
        return placed;
    }

    private static double mean(double[] block) {
        return block[0] / block[1];
    }
}
