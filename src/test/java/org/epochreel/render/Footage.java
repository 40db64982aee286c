package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.sequence.FrameSequence;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;

/**
 * What a scene's video shows, frame by frame, at a size of one's choice, and the chart to draw it on.
 *
 * @param contents those of all frames of the video
 */
record Footage(FrameSize size, FrameRate rate, ChartSpec chart, ImmutableList<FrameContents> contents) {

    /** Trains the scene in {@code file}. */
    static Footage of(Path file, String size) throws Exception {
        Scene scene = SceneReader.read(file, ImmutableList.of(KeyOverride.parse("video.size=" + size)));
        Plan plan = Plan.of(scene, new Silence());
        ChartSpec chart = FitPicture.spec(plan);
        ChartDrawer drawer = new ChartDrawer(chart);
        FrameSequence sequence = new FrameSequence(plan, drawer.curveX(), drawer.wanted());
        ImmutableList.Builder<FrameContents> contents = ImmutableList.builder();
        Timeline timeline = plan.timeline();
        plan.play(timeline, (index, epoch, parameters) -> {
            sequence.advance(timeline, index, parameters);
            for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                contents.add(sequence.at(frame));
            }
        });
        return new Footage(scene.video().size(), scene.video().fps(), chart, contents.build());
    }
}
