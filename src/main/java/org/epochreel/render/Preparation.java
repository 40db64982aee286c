package org.epochreel.render;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.data.Samples;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.ColorConverter;

/**
 * Draws and encodes a small chart that nobody sees, on a thread of its own, while arguments and scene are read and the
 * model is trained: whatever Java loads and links when it is first used is there when the first frame is due, and so
 * are the digits of the typeface.
 */
final class Preparation {

    private static final FrameSize SIZE = new FrameSize(128, 96);
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final Range RANGE = new Range(-1, 1);
    private static final ImmutableDoubleArray ENDS = ImmutableDoubleArray.of(-0.5, 0.5);
    private static final String DIGITS = "0123456789.-e";

    /** An IDR picture, an anchor after it and a group with pictures in between. */
    private static final int FRAMES = 4;

    private final FutureTask<Void> task;

    private Preparation(Typefaces typefaces) {
        this.task = new FutureTask<>(() -> {
            drawAndEncode(typefaces);
            return null;
        });
    }

    /** Begins. The weight of text that every theme has is read into {@code typefaces}. */
    static Preparation begin(Typefaces typefaces) {
        Preparation preparation = new Preparation(typefaces);
        Thread thread = new Thread(preparation.task, "preparing");
        thread.setDaemon(true);
        thread.start();
        return preparation;
    }

    /**
     * Waits for the end.
     *
     * @throws RenderInterruptedException if the thread that waits is interrupted
     * @throws RuntimeException or Error, whatever went wrong: it would go wrong in a video, too
     */
    void await() {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RenderInterruptedException();
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException("a chart that is not written could not be encoded", e.getCause());
        }
    }

    private static void drawAndEncode(Typefaces typefaces) throws IOException {
        ChartSpec spec = new ChartSpec(SIZE, Theme.BLOG, new Samples(ENDS, ENDS), RANGE, RANGE, Headline.NONE,
                AxisTexts.NONE,
                ImmutableList.of(new ReadoutCell("", DIGITS)),
                ImmutableList.of(ShownRun.ofCurve(Theme.BLOG.ofRun(0))), Panels.FIT);
        ChartDrawer drawer = new ChartDrawer(spec, typefaces);
        ColorConverter converter = new ColorConverter(SIZE);
        H264Encoder encoder = new H264Encoder(SIZE, RATE, Quantisers.standard(SIZE));
        for (int number = 0; number < FRAMES; number++) {
            Frame frame = drawer.draw(contents(number, drawer.curveX()));
            encoder.encode(converter.convert(frame), converter.changed(), false, unit -> { });
        }
        encoder.flush(unit -> { });
    }

    private static FrameContents contents(int number, ImmutableDoubleArray x) {
        ImmutableDoubleArray.Builder curve = ImmutableDoubleArray.builder(x.length());
        x.forEach(at -> curve.add(at * at + 0.1 * number));
        return FrameContents.of(RunCurves.of(curve.build()), DIGITS.substring(number));
    }
}
