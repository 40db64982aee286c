package org.epochreel.chart.panel.fit;

import java.util.HashMap;
import java.util.Map;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Theme;

/** The pens of one of a chart's runs: of several the leader's is the thickest, and one that has diverged is grey. */
final class RunInk {

    /** Parts of the theme's curve. */
    private static final double FOLLOWER = 0.7;
    private static final double LEADER = 1.3;
    private static final double OVER = 0.5;
    private static final int STEPS = 16;

    private final Theme theme;
    private final double scale;
    private final ShownRun run;
    private final boolean alone;
    private final Ink usual;
    private final Ink over;
    private final Map<Integer, Ink> byLead = new HashMap<>();

    RunInk(ChartSpec spec, double scale, ShownRun run) {
        this.theme = spec.theme();
        this.scale = scale;
        this.run = run;
        this.alone = spec.runs().size() == 1;
        this.usual = new Ink(theme, scale, run.color());
        this.over = new Ink(theme, scale, theme.palette().muted(), OVER * theme.lines().curve());
    }

    /** Pens of what is no curve of a frame. */
    Ink usual() {
        return usual;
    }

    /** @param lead how far the run is shown as the leader, from 0 to 1 */
    Ink at(double lead, int epoch) {
        if (alone) {
            return usual;
        }
        if (run.diverged() && epoch >= run.metrics().lastEpoch()) {
            return over;
        }
        int step = (int) Math.rint(STEPS * lead);
        return byLead.computeIfAbsent(step, of -> new Ink(theme, scale, run.color(),
                theme.lines().curve() * (FOLLOWER + (LEADER - FOLLOWER) * of / STEPS)));
    }
}
