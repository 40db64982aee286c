package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.epochreel.scene.VideoSpec.ThemeName;

/**
 * What a film tells beside the curves and numbers of its frames, and how it divides its time.
 *
 * @param strip whether loss and rates over time lie under a lone panel
 * @param events whether a change of the learning rate is told before it acts
 * @param residuals whether a stick goes from each dot to the curve
 * @param notes in the order in which they are written
 * @param holds moments at which the film stands still
 * @param slow stretches of epochs that pass more slowly, in order, none over another
 * @param loop whether the film goes back to its beginning at the end
 */
public record Story(
        Strip strip,
        boolean events,
        boolean residuals,
        ImmutableList<Note> notes,
        ImmutableList<HoldAt> holds,
        ImmutableList<Slow> slow,
        Poster poster,
        boolean loop) {

    /** What a film tells whose scene says nothing of it; the blog's originals tell nothing. */
    public static Story usual(ThemeName theme) {
        boolean blog = theme == ThemeName.BLOG;
        return new Story(Strip.AUTO, !blog, false, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(),
                blog ? Poster.Moment.LAST : Poster.Moment.TELLING, false);
    }

    public enum Strip {
        /** Under a lone panel, but not in the theme blog. */
        AUTO,
        ON,
        OFF
    }

    /**
     * A text that is seen for a while.
     *
     * @param epoch from which on
     */
    public record Note(int epoch, String text, Duration time, At at) {

        /** Where it is seen. */
        public sealed interface At {

            enum Place implements At {
                /** In free space near the curve. */
                CURVE,
                /** In the line under the plot. */
                CAPTION
            }

            /** In free space near a point, in the data's units. */
            record Point(double x, double y) implements At {}
        }
    }

    /** Still time at an epoch. */
    public record HoldAt(int epoch, Duration time) {}

    /**
     * Epochs that pass more slowly.
     *
     * @param by how many times longer they take
     */
    public record Slow(int from, int to, double by) {}

    /** What the poster shows. */
    public sealed interface Poster {

        enum Moment implements Poster {
            /** The largest motion after a change of the rate, else the first epoch of the lowest tenth of the loss. */
            TELLING,
            FIRST,
            LAST
        }

        record Epoch(int epoch) implements Poster {}
    }
}
