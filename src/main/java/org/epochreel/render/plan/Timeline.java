package org.epochreel.render.plan;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import org.epochreel.frame.FrameRate;
import org.epochreel.scene.VideoSpec;

/**
 * Which epoch each frame of a video shows, known before the first frame is drawn.
 *
 * @param epochs the epochs of the training frames, rising; they may repeat where more frames were asked for than
 *     epochs exist
 * @param heldFirst still frames of the first epoch before them
 * @param heldLast still frames of the last epoch after them
 */
public record Timeline(ImmutableIntArray epochs, int heldFirst, int heldLast) {

    /** How long the last frame of a diverged run stays at least, so that its notice can be read. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    public Timeline {
        if (epochs.isEmpty() || heldFirst < 0 || heldLast < 0) {
            throw new IllegalArgumentException(
                    epochs.length() + " training frames between " + heldFirst + " and " + heldLast + " still ones");
        }
    }

    /** Puts the still frames that a scene asks for around its training frames. */
    static Timeline of(ImmutableIntArray epochs, VideoSpec video, boolean diverged) {
        Duration last = video.hold().last();
        if (diverged && last.compareTo(NOTICE) < 0) {
            last = NOTICE;
        }
        return new Timeline(epochs, frames(video.hold().first(), video.fps()), frames(last, video.fps()));
    }

    /** The number of frames nearest to a duration. */
    private static int frames(Duration duration, FrameRate rate) {
        double seconds = duration.toNanos() / 1e9;
        return Math.toIntExact(Math.round(seconds * rate.numerator() / rate.denominator()));
    }

    public int frameCount() {
        return heldFirst + epochs.length() + heldLast;
    }

    /** The first frame of the video that shows training frame {@code index}. */
    public int firstFrameOf(int index) {
        return index == 0 ? 0 : heldFirst + index;
    }

    /** The frame behind the last one that shows training frame {@code index}. */
    public int endOf(int index) {
        return index == epochs.length() - 1 ? frameCount() : heldFirst + index + 1;
    }

    /** The epoch that a frame of the video shows. */
    public int epochOf(int frame) {
        return epochs.get(Math.max(0, Math.min(epochs.length() - 1, frame - heldFirst)));
    }

    /** The first training frame that shows {@code epoch} or a later one; the last training frame if there is none. */
    int indexOf(int epoch) {
        int low = 0;
        int high = epochs.length() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (epochs.get(middle) < epoch) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The first frame of the video that shows {@code epoch} or a later one; the last training frame if there is none.
     */
    public int frameOf(int epoch) {
        return firstFrameOf(indexOf(epoch));
    }

    /** The training frames before {@code epoch} and one of that epoch, which is the last; nothing held after it. */
    public Timeline until(int epoch) {
        int before = 0;
        while (before < epochs.length() && epochs.get(before) < epoch) {
            before++;
        }
        ImmutableIntArray cut = ImmutableIntArray.builder(before + 1)
                .addAll(epochs.subArray(0, before))
                .add(epoch)
                .build();
        return new Timeline(cut, heldFirst, 0);
    }
}
