package org.epochreel.render.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Story;
import org.epochreel.scene.Story.HoldAt;
import org.epochreel.scene.Story.Slow;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinePlanTest {

    private static final int PLACES = 32;

    private static Story story(boolean events, ImmutableList<HoldAt> holds, ImmutableList<Slow> slow, boolean loop) {
        return new Story(Story.Strip.AUTO, events, false, ImmutableList.of(), holds, slow, Story.Poster.Moment.LAST, loop);
    }

    private static VideoSpec video(int fps, FrameSelection frames, VideoSpec.Hold hold, Story story) {
        return new VideoSpec(new FrameSize(96, 64), FrameRate.of(fps), frames, hold, VideoSpec.ThemeName.PAPER, 0, false,
                ImmutableList.of(), new VideoSpec.Axes(Optional.empty(), Optional.empty(), VideoSpec.Axes.Fit.ALL,
                        Optional.empty(), Optional.empty()),
                ImmutableList.of(PanelSpec.of(VideoSpec.PanelKind.FIT)), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), VideoSpec.USUAL_FORMATS, story, VideoSpec.USUAL_KEYFRAMES);
    }

    private static final VideoSpec.Hold NONE = new VideoSpec.Hold(Duration.ZERO, Duration.ZERO);

    /** A curve that comes to rest from far away, ever more slowly. */
    private static MovingPath settling(int epochs) {
        MotionSamples samples = new MotionSamples(PLACES, 0, 1);
        for (int epoch = 0; epoch <= epochs; epoch++) {
            double[] curve = new double[PLACES];
            for (int i = 0; i < PLACES; i++) {
                curve[i] = 0.5 * StrictMath.exp(-6.0 * epoch / epochs) * StrictMath.cos(0.2 * i)
                        + 0.2 * StrictMath.exp(-30.0 * epoch / epochs) * StrictMath.sin(0.5 * i);
            }
            samples.add(curve);
        }
        return MovingPath.of(ImmutableList.of(samples), -1, 1, epochs, true);
    }

    private static TimelinePlan.Run run(int epochs, MovingPath path, int... changes) {
        double[] motion = new double[epochs + 1];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            motion[epoch] = path.step(epoch);
        }
        return new TimelinePlan.Run(epochs, false, ImmutableIntArray.copyOf(changes), ImmutableDoubleArray.copyOf(motion),
                Optional.of(path));
    }

    @Test
    void everyEpochHasItsFrameWhereTheSceneWantsThat() {
        Timeline timeline = TimelinePlan.of(
                video(30, new FrameSelection.Every(1), NONE, story(true, ImmutableList.of(), ImmutableList.of(), false)),
                run(100, settling(100)));
        assertEquals(ImmutableIntArray.copyOf(IntStream.rangeClosed(0, 100)), timeline.epochs());
    }

    @Test
    void aHoldStandsAsLongAsItIsMeantTo() {
        Timeline timeline = TimelinePlan.of(
                video(30, new FrameSelection.Every(1), NONE, story(true,
                        ImmutableList.of(new HoldAt(40, Duration.ofMillis(1500))), ImmutableList.of(), false)),
                run(100, settling(100)));
        assertEquals(101 + 45, timeline.frameCount());
        assertEquals(46, IntStream.range(0, timeline.length()).filter(i -> timeline.position(i) == 40).count());
    }

    @Test
    void aChangeOfTheRateStandsUntilTheCurveSetsOut() {
        Timeline timeline = TimelinePlan.of(
                video(30, new FrameSelection.Auto(), NONE, story(true, ImmutableList.of(), ImmutableList.of(), false)),
                run(400, settling(400), 150));
        assertEquals(39, IntStream.range(0, timeline.length()).filter(i -> timeline.position(i) == 150).count());
        int arrived = timeline.indexOf(150);
        assertTrue(timeline.position(arrived) - timeline.position(arrived - 1) < 0.1, "not at rest before");
        assertTrue(timeline.position(arrived + 39) - 150 < 0.1, "starts with a jerk");
    }

    @Test
    void ofCloseChangesTheEarlierRestsLess() {
        int[] stands = IntStream.of(150, 180).map(epoch -> {
            Timeline timeline = TimelinePlan.of(
                    video(30, new FrameSelection.Auto(), NONE, story(true, ImmutableList.of(), ImmutableList.of(), false)),
                    run(400, settling(400), 150, 180));
            return (int) IntStream.range(0, timeline.length()).filter(i -> timeline.position(i) == epoch).count();
        }).toArray();
        assertTrue(stands[0] < stands[1] && stands[0] > 1, stands[0] + " before " + stands[1]);
        assertEquals(39, stands[1]);
    }

    @Test
    void filmsLeftToTheProgramTakeTenToThirtySeconds() {
        Story story = story(true, ImmutableList.of(), ImmutableList.of(), false);
        VideoSpec.Hold hold = new VideoSpec.Hold(Duration.ofMillis(900), Duration.ofSeconds(2));
        for (int epochs : new int[] {1, 2, 5, 40, 200, 300, 500, 700, 850, 3000, 20_000}) {
            Timeline timeline = TimelinePlan.of(
                    video(30, new FrameSelection.Auto(), hold, story), run(epochs, settling(epochs), epochs / 3));
            double seconds = timeline.frameCount() / 30.0;
            assertTrue(seconds >= 10 && seconds <= 30.1, epochs + " epochs take " + seconds + " s");
            assertEquals(0, timeline.position(0));
            assertEquals(epochs, timeline.position(timeline.length() - 1));
        }
    }

    @Test
    void inBetweenFramesOfEvenPaceAreAsManyAsWanted() {
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Count(240, Pace.EPOCHS, true), NONE,
                story(false, ImmutableList.of(), ImmutableList.of(), false)), run(17, settling(17)));
        assertEquals(240, timeline.frameCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 100, 663, 5000})
    void framesMoveTheCurveAboutAsFar(int epochs) {
        MovingPath path = settling(epochs);
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Count(300, Pace.MOTION, true), NONE,
                story(true, ImmutableList.of(), ImmutableList.of(), false)), run(epochs, path));
        double largest = 1;
        double before = 0;
        for (int i = 1; i < timeline.length(); i++) {
            double moved = path.between(timeline.position(i - 1), timeline.position(i));
            if (i > 1) {
                largest = Math.max(largest, Math.max(moved / before, before / moved));
            }
            before = moved;
        }
        assertEquals(300, timeline.length());
        assertTrue(largest < 1.15, "neighbours differ by " + largest);
    }

    @Test
    void aJumpOfTrainingIsAJumpOfTheFilm() {
        MotionSamples samples = new MotionSamples(1, 0, 1);
        for (int epoch = 0; epoch <= 100; epoch++) {
            samples.add(new double[] {0.004 * epoch - 0.5 + (epoch >= 60 ? 0.6 : 0)});
        }
        MovingPath path = MovingPath.of(ImmutableList.of(samples), -1, 1, 100, true);
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Count(300, Pace.MOTION, true), NONE,
                story(true, ImmutableList.of(), ImmutableList.of(), false)), run(100, path));
        int at = timeline.indexOf(60);
        assertEquals(60, timeline.position(at));
        assertEquals(59, timeline.position(at - 1));
    }

    @Test
    void aSlowWayIsSteppedOffEvenlyThoughEachEpochSwingsAcrossIt() {
        int epochs = 2000;
        MotionSamples samples = new MotionSamples(PLACES, 0, 1);
        for (int epoch = 0; epoch <= epochs; epoch++) {
            double[] curve = new double[PLACES];
            double swing = 0.004 * (1 + StrictMath.sin(epoch / 150.0)) * (epoch % 2 == 0 ? 1 : -1);
            for (int i = 0; i < PLACES; i++) {
                curve[i] = 0.7 * StrictMath.sin(0.3 * i + 3.0 * epoch / epochs) + swing * StrictMath.cos(0.9 * i);
            }
            samples.add(curve);
        }
        MovingPath path = MovingPath.of(ImmutableList.of(samples), -1, 1, epochs, false);
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Count(300, Pace.MOTION, true), NONE,
                story(true, ImmutableList.of(), ImmutableList.of(), false)), run(epochs, path));
        assertEquals(300, timeline.length());
        double largest = 1;
        for (int i = 2; i < timeline.length(); i++) {
            assertTrue(timeline.position(i) > timeline.position(i - 1));
            double ratio = path.between(timeline.position(i - 1), timeline.position(i))
                    / path.between(timeline.position(i - 2), timeline.position(i - 1));
            largest = Math.max(largest, Math.max(ratio, 1 / ratio));
        }
        assertTrue(largest < 1.15, "neighbours differ by " + largest);
    }

    @Test
    void trainingThatJumpsAtEachEpochShowsWholeEpochs() {
        for (int epochs : new int[] {3, 200, 2000}) {
            MotionSamples samples = new MotionSamples(1, 0, 1);
            for (int epoch = 0; epoch <= epochs; epoch++) {
                samples.add(new double[] {epoch % 2 == 0 ? -0.9 : 0.9});
            }
            MovingPath path = MovingPath.of(ImmutableList.of(samples), -1, 1, epochs, true);
            Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Auto(), NONE,
                    story(true, ImmutableList.of(), ImmutableList.of(), false)), run(epochs, path));
            assertTrue(timeline.positions().stream().allMatch(position -> position == Math.rint(position)));
            assertEquals(epochs < 2000 ? 300 : 900, timeline.length(), 1.0);
            int standing = (int) IntStream.range(0, timeline.length()).filter(i -> timeline.position(i) == 0).count();
            assertTrue(standing <= 300 / Math.min(3, epochs), epochs + " epochs: stands " + standing + " frames");
        }
    }

    @Test
    void slowStretchesTakeTheirTime() {
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Every(1), NONE, story(true, ImmutableList.of(),
                ImmutableList.of(new Slow(20, 30, 2.5)), false)), run(100, settling(100)));
        assertEquals(101 + 15, timeline.frameCount());
        Timeline between = TimelinePlan.of(video(30, new FrameSelection.Count(400, Pace.EPOCHS, true), NONE, story(true,
                ImmutableList.of(), ImmutableList.of(new Slow(20, 60, 4)), false)), run(100, settling(100)));
        long within = IntStream.range(0, 400).filter(i -> between.position(i) > 20 && between.position(i) < 60).count();
        assertTrue(within > 220 && within < 320, within + " frames");
    }

    @Test
    void theWayBackTakesEightTenthsOfASecond() {
        Timeline timeline = TimelinePlan.of(video(30, new FrameSelection.Every(1), NONE,
                story(true, ImmutableList.of(), ImmutableList.of(), true)), run(100, settling(100)));
        assertEquals(101 + 24, timeline.frameCount());
        for (int frame = timeline.firstBack(); frame < timeline.frameCount(); frame++) {
            assertTrue(timeline.indexAt(frame) <= timeline.indexAt(frame - 1));
        }
    }

    @Test
    void timeNeverGoesBackAndNothingIsLeftOutAtTheEnds() {
        Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            int epochs = random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(900);
            FrameSelection frames = switch (random.nextInt(4)) {
                case 0 -> new FrameSelection.Auto();
                case 1 -> new FrameSelection.Every(1 + random.nextInt(9));
                default -> new FrameSelection.Count(1 + random.nextInt(400),
                        Pace.values()[random.nextInt(3)], random.nextBoolean());
            };
            ImmutableList<HoldAt> holds = random.nextBoolean() ? ImmutableList.of()
                    : ImmutableList.of(new HoldAt(random.nextInt(epochs + 1), Duration.ofMillis(random.nextInt(2000))));
            int from = random.nextInt(Math.max(1, epochs));
            ImmutableList<Slow> slow = random.nextBoolean() || epochs == 0 ? ImmutableList.of()
                    : ImmutableList.of(new Slow(from, from + 1 + random.nextInt(epochs), 1 + 5 * random.nextDouble()));
            int[] changes = random.ints(random.nextInt(5), 0, epochs + 1).sorted().distinct().toArray();
            int fps = 1 + random.nextInt(60);
            TimelinePlan.Run run = run(epochs, wandering(random, epochs), changes);
            Timeline timeline = TimelinePlan.of(video(fps, frames, NONE, story(random.nextBoolean(), holds, slow,
                    random.nextBoolean())), run);
            String which = i + ": " + frames + ", " + epochs + " epochs, " + fps + " fps";
            if (!(frames instanceof FrameSelection.Count count && count.count() == 1)) {
                assertEquals(0, timeline.position(0), which);
            }
            assertEquals(epochs, timeline.position(timeline.length() - 1), which);
            for (int k = 1; k < timeline.length(); k++) {
                assertTrue(timeline.position(k) >= timeline.position(k - 1), which + ", frame " + k);
                boolean whole = frames instanceof FrameSelection.Every
                        || frames instanceof FrameSelection.Count count && !count.inBetween();
                assertTrue(!whole || timeline.position(k) == timeline.epoch(k), which + ", frame " + k);
                if (frames instanceof FrameSelection.Every every && every.epochs() == 1) {
                    assertTrue(timeline.epoch(k) <= timeline.epoch(k - 1) + 1, which + ", frame " + k);
                }
            }
        }
    }

    /** A curve that drifts, trembles and now and then jumps. */
    private static MovingPath wandering(Random random, int epochs) {
        MotionSamples samples = new MotionSamples(PLACES, 0, 1);
        double[] curve = new double[PLACES];
        double shake = random.nextInt(3) == 0 ? 0 : 0.1 * random.nextDouble();
        boolean moves = random.nextInt(5) > 0;
        for (int epoch = 0; epoch <= epochs; epoch++) {
            double jump = moves && random.nextInt(100) == 0 ? random.nextGaussian() : 0;
            for (int i = 0; moves && i < PLACES; i++) {
                curve[i] += 0.01 * StrictMath.sin(i + 0.01 * epoch) + shake * random.nextGaussian() + jump;
            }
            samples.add(curve);
        }
        return MovingPath.of(ImmutableList.of(samples), -1, 1, epochs, true);
    }
}
