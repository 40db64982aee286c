package org.epochreel.render.plan;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Finds where a run's curves bend so sharply that points a pixel apart do not show it: peaks, corners, fast waves. Some
 * epochs' curves are looked at in steps of a pixel, and at the dots; where one leaves the straight line there, points
 * are wanted between.
 */
final class CurveBends {

    private static final int CURVES = 6;

    /** Pixels by which the middle of three points may leave the line between the others. */
    private static final double BENT = 0.12;

    /** Points between two others where the curve bends. */
    private static final int BETWEEN = 3;

    private static final int MOST_DOTS = 2000;

    private CurveBends() {}

    /** @param run parameters at some of its epochs, in order */
    static ImmutableDoubleArray of(Model model, Samples points, Range x, Range y, FrameSize size, List<double[]> run) {
        double[] at = positions(points, x, size.width());
        double pixels = size.height() / (y.to() - y.from());
        Probe probe = Probe.line(model, at);
        boolean[] bent = new boolean[at.length];
        int count = Math.min(CURVES, run.size());
        for (int i = 1; i <= count; i++) {
            mark(bent, at, probe.curve(run.get((int) ((long) i * run.size() / count) - 1)), y, pixels);
        }
        ImmutableDoubleArray.Builder bends = ImmutableDoubleArray.builder();
        for (int i = 0; i + 1 < at.length; i++) {
            if (bent[i] || bent[i + 1]) {
                for (int part = 1; part <= BETWEEN; part++) {
                    bends.add(at[i] + (at[i + 1] - at[i]) * part / (BETWEEN + 1));
                }
            }
        }
        return bends.build();
    }

    private static double[] positions(Samples points, Range x, int width) {
        double[] even = new double[width + 1];
        for (int i = 0; i <= width; i++) {
            even[i] = x.from() + (x.to() - x.from()) * i / width;
        }
        if (points.count() > MOST_DOTS) {
            return even;
        }
        double[] dots = points.x().stream().filter(dot -> dot > x.from() && dot < x.to()).toArray();
        double[] all = Arrays.copyOf(even, even.length + dots.length);
        System.arraycopy(dots, 0, all, even.length, dots.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static void mark(boolean[] bent, double[] at, double[] curve, Range y, double pixels) {
        double far = y.to() - y.from();
        for (int i = 1; i + 1 < at.length; i++) {
            double part = (at[i] - at[i - 1]) / (at[i + 1] - at[i - 1]);
            double away = curve[i] - curve[i - 1] - part * (curve[i + 1] - curve[i - 1]);
            boolean visible = curve[i] > y.from() - far && curve[i] < y.to() + far;
            if (visible && Math.abs(away) * pixels > BENT) {
                bent[i] = true;
            }
        }
    }
}
