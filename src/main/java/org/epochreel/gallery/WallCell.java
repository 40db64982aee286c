package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.Optional;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.Telling;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.run.Ending;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.PictureNumber;

/** Draws one member of a wall from its saved run. */
final class WallCell {

    private static final String WIDEST_LOSS = PictureNumber.loss(1.234e-10);

    private final SavedRun run;
    private final RunSummary summary;
    private final FrameRate rate;
    private final FrameRate wallRate;
    private final ChartDrawer drawer;
    private final String label;
    private final double[] samples;
    private int shown = -1;

    /** @param wallRate the wall's; the member's own decides which of its frames is due */
    WallCell(WallRenderer.Member member, FrameSize size, Range y, FrameRate wallRate, Typefaces typefaces) {
        this.run = member.run();
        this.summary = run.summary();
        this.rate = member.scene().video().fps();
        this.wallRate = wallRate;
        this.label = member.label();
        this.samples = new double[run.grid().samples()];
        Theme theme = Theme.of(member.scene().video().theme());
        this.drawer = new ChartDrawer(
                new ChartSpec(size, theme, member.scene().data().dataSet().train(), run.grid().x(), y,
                        Headline.NONE, AxisTexts.NONE,
                        ImmutableList.of(new ReadoutCell("", label), new ReadoutCell("", WIDEST_LOSS)),
                        ImmutableList.of(ShownRun.ofCurve(theme.ofRun(0))), Panels.FIT),
                typefaces.with(member.scene().video().font().map(VideoSpec.Font::face)));
    }

    /** Frames of the wall until this member stands still. */
    int frameCount() {
        long frames = (long) summary.frameCount() * wallRate.numerator() * rate.denominator();
        long perFrame = (long) wallRate.denominator() * rate.numerator();
        return Math.toIntExact((frames + perFrame - 1) / perFrame);
    }

    /**
     * Draws what is due in a frame of the wall, nothing if that is what was drawn last.
     *
     * @throws IOException if the saved run cannot be read
     */
    Optional<Frame> draw(int wallFrame) throws IOException {
        long frame = (long) wallFrame * rate.numerator() * wallRate.denominator()
                / ((long) rate.denominator() * wallRate.numerator());
        int last = summary.trainingFrames() - 1;
        int index = (int) Math.max(0, Math.min(last, frame - summary.heldFirst()));
        if (index == shown) {
            return Optional.empty();
        }
        shown = index;
        run.curve(index, samples);
        ImmutableDoubleArray.Builder curve = ImmutableDoubleArray.builder(drawer.curveX().length());
        drawer.curveX().forEach(x -> curve.add(run.grid().interpolate(samples, x)));
        boolean diverged = index == last && summary.ending() == Ending.DIVERGED;
        return Optional.of(drawer.draw(new FrameContents(
                0,
                0,
                Headline.NONE,
                ImmutableList.of(label, loss(run.loss(index))),
                ImmutableList.of(RunCurves.of(curve.build())),
                Telling.ofNotice(diverged ? Optional.of("diverged") : Optional.empty()))));
    }

    private static String loss(double value) {
        String text = PictureNumber.loss(value);
        return PictureNumber.wider(WIDEST_LOSS, text).equals(WIDEST_LOSS) ? text : PictureNumber.magnitude(value);
    }
}
