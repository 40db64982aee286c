package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.epochreel.chart.ChartDrawer;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Moment;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.KeyOverride;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneReader;

/**
 * What a scene's video shows, frame by frame, at a size of one's choice, and the chart to draw it on.
 *
 * @param moments those of all frames of the video
 */
record Footage(FrameSize size, FrameRate rate, ChartSpec chart, ImmutableList<Moment> moments) {

    /** Trains the scene in {@code file}. */
    static Footage of(Path file, String size) throws Exception {
        Scene scene = SceneReader.read(file, ImmutableList.of(KeyOverride.parse("video.size=" + size)));
        Storyboard board = Storyboard.of(scene, new Silence());
        ChartSpec chart = FitPicture.spec(board);
        MomentSequence sequence = new MomentSequence(board, new ChartDrawer(chart).curveX());
        ImmutableList.Builder<Moment> moments = ImmutableList.builder();
        Timeline timeline = board.timeline();
        board.play(timeline, (index, epoch, parameters) -> {
            sequence.advance(epoch, parameters);
            for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                moments.add(sequence.at(frame));
            }
        });
        return new Footage(scene.video().size(), scene.video().fps(), chart, moments.build());
    }
}
