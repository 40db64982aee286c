package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.epochreel.render.plan.Plan;

/**
 * The order, from the top, in which the names of several runs stand at their curves' right ends. It changes only where
 * two ends have clearly passed each other, and gradually.
 */
final class NameOrder {

    /** Frames that a change takes. */
    private static final int CHANGE_FRAMES = 8;

    /** Parts of the visible height by which an end must have passed another one. */
    private static final double CLEARLY = 0.012;

    private final double least;
    private final int end;
    private double[] before;
    private int[] ranks;
    private int since;

    /** @param curveX where the curves' values are taken */
    NameOrder(Plan plan, ImmutableDoubleArray curveX) {
        this.least = CLEARLY * (plan.y().to() - plan.y().from());
        int last = curveX.length() - 1;
        while (last > 0 && curveX.get(last) > plan.x().to()) {
            last--;
        }
        this.end = last;
    }

    /** Takes in the curves of the next training frame, which frame {@code frame} shows first. */
    void advance(ImmutableList<ImmutableDoubleArray> curves, int frame) {
        if (end < 0) {
            before = new double[curves.size()];
            ranks = new int[curves.size()];
            return;
        }
        double[] ends = curves.stream().mapToDouble(curve -> curve.get(end)).toArray();
        if (ranks == null) {
            ranks = ranks(IntStream.range(0, ends.length).boxed()
                    .sorted(Comparator.comparingDouble(run -> -ends[run])).mapToInt(run -> run).toArray());
            before = IntStream.of(ranks).asDoubleStream().toArray();
            since = frame - CHANGE_FRAMES;
            return;
        }
        int[] order = order(ranks);
        boolean changed = false;
        for (int sorted = 1; sorted < order.length; sorted++) {
            for (int place = sorted; place > 0 && ends[order[place]] > ends[order[place - 1]] + least; place--) {
                int passed = order[place - 1];
                order[place - 1] = order[place];
                order[place] = passed;
                changed = true;
            }
        }
        if (changed) {
            before = IntStream.range(0, ends.length).mapToDouble(run -> rank(run, frame)).toArray();
            ranks = ranks(order);
            since = frame;
        }
    }

    private static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }

    private static int[] order(int[] ranks) {
        int[] order = new int[ranks.length];
        for (int run = 0; run < ranks.length; run++) {
            order[ranks[run]] = run;
        }
        return order;
    }

    /** A run's place from the top, from 0, in a frame that shows the present training frame. */
    double rank(int run, int frame) {
        double part = Math.max(0, Math.min(1, (frame - since) / (double) CHANGE_FRAMES));
        return before[run] + part * (ranks[run] - before[run]);
    }
}
