package org.epochreel.gallery;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import org.epochreel.chart.wall.WallContents;
import org.epochreel.frame.FrameRate;
import org.epochreel.scene.VideoSpec.Range;

/** What one member shows in each frame of a wall, from its saved run. */
final class WallRun {

    /** A curve is visible as long as this share of it is. */
    private static final double VISIBLE = 0.25;

    private final SavedRun run;
    private final RunSummary summary;
    private final FrameRate rate;
    private final FrameRate wallRate;
    private final ImmutableDoubleArray x;
    private final double[] samples;
    private final int lastVisible;
    private int shown = -1;
    private ImmutableDoubleArray curve = ImmutableDoubleArray.of();

    /**
     * @param wallRate the wall's; the member's own decides which of its frames is due
     * @param x where the wall wants curves
     */
    WallRun(WallRenderer.Member member, Range y, FrameRate wallRate, ImmutableDoubleArray x) throws IOException {
        this.run = member.run();
        this.summary = run.summary();
        this.rate = member.scene().video().fps();
        this.wallRate = wallRate;
        this.x = x;
        this.samples = new double[run.grid().samples()];
        this.lastVisible = summary.departed() ? lastVisible(y) : summary.trainingFrames() - 1;
    }

    boolean departed() {
        return summary.departed();
    }

    private int lastVisible(Range y) throws IOException {
        for (int i = summary.trainingFrames() - 1; i > 0; i--) {
            run.curve(i, samples);
            int visible = 0;
            for (double value : samples) {
                visible += value >= y.from() && value <= y.to() ? 1 : 0;
            }
            if (visible >= VISIBLE * samples.length) {
                return i;
            }
        }
        return 0;
    }

    /** The first frame of the wall that shows the run's last epoch. */
    int end() {
        return wallFrame(summary.trainingFrames() - 1);
    }

    // From here on the cell takes on how the run ended.
    private int settlesFrom() {
        return lastVisible < summary.trainingFrames() - 1 ? wallFrame(lastVisible + 1) : end();
    }

    private int wallFrame(int trainingFrame) {
        long frames = (long) (summary.heldFirst() + trainingFrame) * wallRate.numerator() * rate.denominator();
        long perFrame = (long) wallRate.denominator() * rate.numerator();
        return Math.toIntExact((frames + perFrame - 1) / perFrame);
    }

    private int index(int wallFrame) {
        long frame = (long) wallFrame * rate.numerator() * wallRate.denominator()
                / ((long) rate.denominator() * wallRate.numerator());
        return (int) Math.max(0, Math.min(summary.trainingFrames() - 1, frame - summary.heldFirst()));
    }

    /** The epoch that a frame of the wall shows. */
    int epoch(int wallFrame) throws IOException {
        return run.epoch(index(wallFrame));
    }

    /**
     * What is due in a frame of the wall.
     *
     * @param settling frames in which a cell takes on how its run ended
     */
    WallContents.Cell cell(int wallFrame, int settling) throws IOException {
        int index = index(wallFrame);
        int visible = Math.min(lastVisible, index);
        if (visible != shown) {
            shown = visible;
            run.curve(visible, samples);
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(x.length());
            x.forEach(at -> values.add(run.grid().interpolate(samples, at)));
            curve = values.build();
        }
        boolean ended = wallFrame >= end();
        boolean lost = departed() && wallFrame >= settlesFrom();
        double settled = Math.max(0, Math.min(1, (wallFrame - settlesFrom() + 1.0) / settling));
        return new WallContents.Cell(curve, run.loss(index), lost, ended, settled);
    }

    /** The final curve at other x. */
    ImmutableDoubleArray finalCurve(ImmutableDoubleArray at) throws IOException {
        return run.fineCurve(at);
    }
}
