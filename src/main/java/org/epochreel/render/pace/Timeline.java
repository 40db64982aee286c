package org.epochreel.render.pace;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;

/**
 * Which moment of the training each frame of a video shows, known before the first frame is drawn.
 *
 * @param positions of the training frames, in epochs, not falling: whole at an epoch, between two where the curve is
 *     between those of two epochs. They repeat where the film rests and where more frames were asked for than epochs
 *     exist
 * @param heldFirst still frames of the first training frame before them
 * @param heldLast still frames of the last training frame after them
 * @param back training frames, by their index, that are shown once more at the end, on the way back to the beginning
 */
public record Timeline(ImmutableDoubleArray positions, int heldFirst, int heldLast, ImmutableIntArray back) {

    public Timeline {
        if (positions.isEmpty() || heldFirst < 0 || heldLast < 0) {
            throw new IllegalArgumentException(
                    positions.length() + " training frames between " + heldFirst + " and " + heldLast + " still ones");
        }
    }

    /** A film of whole epochs that ends with the last. */
    public Timeline(ImmutableIntArray epochs, int heldFirst, int heldLast) {
        this(ImmutableDoubleArray.copyOf(epochs.stream().asDoubleStream()), heldFirst, heldLast, ImmutableIntArray.of());
    }

    /** How many training frames there are. */
    public int length() {
        return positions.length();
    }

    public double position(int index) {
        return positions.get(index);
    }

    /** The epoch whose numbers training frame {@code index} shows. */
    public int epoch(int index) {
        return (int) positions.get(index);
    }

    /** Whether training frame {@code index} shows what the one before does. */
    public boolean rests(int index) {
        return index > 0 && positions.get(index) == positions.get(index - 1);
    }

    /** The epochs of the training frames, in their order. */
    public ImmutableIntArray epochs() {
        return ImmutableIntArray.copyOf(positions.stream().mapToInt(position -> (int) position));
    }

    public int frameCount() {
        return end() + back.length();
    }

    /** The frame after the last that shows the last training frame for the first time. */
    private int end() {
        return heldFirst + positions.length() + heldLast;
    }

    /** The first frame of the video that shows training frame {@code index}. */
    public int firstFrameOf(int index) {
        return index == 0 ? 0 : heldFirst + index;
    }

    /** The frame behind the last one that shows training frame {@code index}, but for those on the way back. */
    public int endOf(int index) {
        return index == positions.length() - 1 ? end() : heldFirst + index + 1;
    }

    /** The first frame of the way back. */
    public int firstBack() {
        return end();
    }

    /** The training frame that a frame of the video shows. */
    public int indexAt(int frame) {
        return frame < end() ? Math.max(0, Math.min(positions.length() - 1, frame - heldFirst)) : back.get(frame - end());
    }

    /** The epoch that a frame of the video shows. */
    public int epochOf(int frame) {
        return epoch(indexAt(frame));
    }

    /** The first training frame at {@code epoch} or later; the last training frame if there is none. */
    public int indexOf(int epoch) {
        int low = 0;
        int high = positions.length() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (positions.get(middle) < epoch) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first frame of the video at {@code epoch} or later; the last training frame if there is none. */
    public int frameOf(int epoch) {
        return firstFrameOf(indexOf(epoch));
    }

    /** The training frames before {@code epoch} and one of that epoch, which is the last; nothing held after it. */
    public Timeline until(int epoch) {
        int before = (int) IntStream.range(0, positions.length()).filter(i -> positions.get(i) < epoch).count();
        return new Timeline(ImmutableDoubleArray.builder(before + 1)
                .addAll(positions.subArray(0, before))
                .add(epoch)
                .build(), heldFirst, 0, ImmutableIntArray.of());
    }
}
