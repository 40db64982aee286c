package org.epochreel.video.h264;

import org.epochreel.video.YuvPicture;
import org.epochreel.video.h264.Motion.Partitioning;

/**
 * Chooses how an inter macroblock is predicted, by absolute error of luma and estimated bits. The candidates are few:
 * the same place in the previous picture and in the long-term one, the vector that the neighbours predict, the one seen
 * last in the column, what a search up and down finds where these are far off, and the slide that {@link SlideEstimate}
 * sees from the best of them, of the whole macroblock or of each quarter. Every candidate is measured by quarters once;
 * partitions then take the best candidate each.
 */
final class InterDecision {

    private static final int STILL = 0;
    private static final int LONG_TERM = 1;
    private static final int PREDICTED = 2;
    private static final int COLUMN = 3;
    private static final int SEARCHED = 4;
    private static final int SLIDE = 5;
    private static final int QUARTER_SLIDES = 6;
    private static final int QUARTER_SLIDES_AGAIN = 7;
    private static final int CANDIDATES = 8;

    /** Quarter bits of each partitioning's macroblock type and, but for the first, its further references. */
    private static final int[] TYPE_BITS = {4, 14, 14, 20};

    /** Masks of quarters that the partitions of each partitioning cover. */
    private static final int[][] PARTITIONS = {{0b1111}, {0b0011, 0b1100}, {0b0101, 0b1010}, {1, 2, 4, 8}};

    /** Quarter bits whose worth in absolute error no further candidate is likely to save. */
    private static final int GOOD_ENOUGH = 160;

    /** How many times {@link #GOOD_ENOUGH} the error is from which on a search may pay. */
    private static final int LOST = 4;

    /** How far up and down is searched, in samples. */
    private static final int RANGE = 24;

    private final MotionField field;
    private final MotionCompensation compensation;
    private final FlatBlocks flat;
    private final SlideEstimate slide = new SlideEstimate();
    private final int[][] predictions = new int[CANDIDATES][256];
    private final Motion[] motions = new Motion[CANDIDATES];
    private final boolean[] present = new boolean[CANDIDATES];
    private final int[][] errors = new int[CANDIDATES][4];
    private final int[][] costs = new int[CANDIDATES][4];
    private final int[] chosen = new int[4];
    private final int[] best = new int[4];
    private final ColumnMotion columns;
    private int predictedX;
    private int predictedY;
    InterDecision(MotionField field, MotionCompensation compensation, ColumnMotion columns, FlatBlocks flat) {
        this.flat = flat;
        this.field = field;
        this.compensation = compensation;
        this.columns = columns;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            motions[candidate] = new Motion();
        }
    }

    /**
     * Decides one macroblock.
     *
     * @param longTerm the second reference, or null if there is one only
     * @param result receives the motion
     * @param samples receives the prediction
     */
    void decide(int macroblock, int column, int row, int[] source, YuvPicture previous, YuvPicture longTerm,
            RateModel rate, Motion result, int[] samples) {
        field.predict(macroblock, Partitioning.WHOLE, 0, 0);
        predictedX = field.predictedX();
        predictedY = field.predictedY();
        gather(column, column * 16, row * 16, source, previous, longTerm, rate.ofAbsoluteError(GOOD_ENOUGH));
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            if (present[candidate]) {
                price(candidate, rate, longTerm != null);
            }
        }
        choosePartitions(rate, result);
        result.partitioning = simplest(result);
        for (int quarter = 0; quarter < 4; quarter++) {
            if (result.reference[quarter] == 0 && (result.x[quarter] | result.y[quarter]) != 0) {
                columns.note(column, result.x[quarter], result.y[quarter]);
            }
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            if (chosen[quarter] == LONG_TERM) {
                compensation.luma(longTerm, column * 16 + (quarter & 1) * 8, row * 16 + (quarter >> 1) * 8, 8, 0, 0,
                        samples);
            } else {
                copyQuarter(predictions[chosen[quarter]], samples, quarter);
            }
        }
        int side = result.partitioning == Partitioning.WHOLE ? 16 : 8;
        for (int quarter = 0; quarter < (side == 16 ? 1 : 4); quarter++) {
            compensation.chroma(result.reference[quarter] == 0 ? previous : longTerm, column * 16 + (quarter & 1) * 8,
                    row * 16 + (quarter >> 1) * 8, side, result.x[quarter], result.y[quarter], samples);
        }
    }

    private void gather(int column, int x, int y, int[] source, YuvPicture previous, YuvPicture longTerm,
            int goodEnough) {
        place(STILL, 0, x, y, 0, 0, source, previous);
        present[LONG_TERM] = false;
        present[PREDICTED] = false;
        present[COLUMN] = false;
        present[SEARCHED] = false;
        present[SLIDE] = false;
        present[QUARTER_SLIDES] = false;
        present[QUARTER_SLIDES_AGAIN] = false;
        if (total(STILL) <= goodEnough) {
            return;
        }
        if (longTerm != null) {
            present[LONG_TERM] = true;
            motions[LONG_TERM].setWhole(1, 0, 0);
            measureInPlace(LONG_TERM, x, y, source, longTerm);
            if (total(LONG_TERM) <= goodEnough) {
                return;
            }
        }
        int base = STILL;
        if ((predictedX | predictedY) != 0) {
            moved(PREDICTED, x, y, predictedX, predictedY, source, previous);
            base = better(PREDICTED, base);
        }
        int columnX = columns.x(column, columns.distance());
        int columnY = columns.y(column, columns.distance());
        if ((columnX | columnY) != 0 && (columnX != predictedX || columnY != predictedY)) {
            moved(COLUMN, x, y, columnX, columnY, source, previous);
            base = better(COLUMN, base);
        }
        base = slideFrom(base, x, y, source, previous, goodEnough);
        if (total(base) > LOST * goodEnough) {
            moved(SEARCHED, x, y, 0, 4 * search(x, y, source, previous), source, previous);
            if (better(SEARCHED, base) == SEARCHED) {
                base = slideFrom(SEARCHED, x, y, source, previous, goodEnough);
            }
        }
        if (total(base) <= goodEnough) {
            return;
        }
        if (base == SLIDE) {
            measureSlides(base, source, goodEnough / 4);
        }
        quarterSlides(QUARTER_SLIDES, base, x, y, source, previous, goodEnough / 4);
        if (total(QUARTER_SLIDES) < total(base) && total(QUARTER_SLIDES) > goodEnough) {
            measureSlides(QUARTER_SLIDES, source, goodEnough / 4);
            quarterSlides(QUARTER_SLIDES_AGAIN, QUARTER_SLIDES, x, y, source, previous, goodEnough / 4);
        }
    }

    /** Moves the whole macroblock on by the slide seen from where {@code base} has it; returns the better of both. */
    private int slideFrom(int base, int x, int y, int[] source, YuvPicture previous, int goodEnough) {
        measureSlides(base, source, goodEnough / 4);
        slide.estimateWhole();
        if ((slide.x() | slide.y()) == 0) {
            return base;
        }
        moved(SLIDE, x, y, motions[base].x[0] + slide.x(), motions[base].y[0] + slide.y(), source, previous);
        return better(SLIDE, base);
    }

    /**
     * Finds how many samples further down a curve was that has jumped too far for its slide to be seen: a graph goes up
     * and down.
     */
    private int search(int x, int y, int[] source, YuvPicture reference) {
        byte[] plane = reference.luma();
        int stride = reference.lumaStride();
        int least = Integer.MAX_VALUE;
        int best = 0;
        for (int down = -RANGE; down <= RANGE; down++) {
            if (compensation.reaches(x, y, 16, 0, 4 * down)) {
                int sum = 0;
                int from = (y + down) * stride + x;
                for (int row = 0; row < 256 && sum < least; row += 16, from += stride) {
                    for (int i = 0; i < 16; i += 2) {
                        int difference = source[row + i] - (plane[from + i] & 0xff);
                        sum += difference < 0 ? -difference : difference;
                    }
                }
                if (sum < least) {
                    least = sum;
                    best = down;
                }
            }
        }
        return best;
    }

    private void measureSlides(int base, int[] source, int goodEnough) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (errors[base][quarter] > goodEnough) {
                slide.measure(source, predictions[base], quarter);
            } else {
                slide.ignore(quarter);
            }
        }
    }

    private int better(int candidate, int base) {
        return present[candidate] && total(candidate) < total(base) ? candidate : base;
    }

    private int total(int candidate) {
        int[] error = errors[candidate];
        return error[0] + error[1] + error[2] + error[3];
    }

    private void moved(int candidate, int x, int y, int vectorX, int vectorY, int[] source, YuvPicture previous) {
        present[candidate] = compensation.reaches(x, y, 16, vectorX, vectorY);
        if (present[candidate]) {
            place(candidate, 0, x, y, vectorX, vectorY, source, previous);
        }
    }

    private void place(int candidate, int index, int x, int y, int vectorX, int vectorY, int[] source,
            YuvPicture reference) {
        present[candidate] = true;
        motions[candidate].setWhole(index, vectorX, vectorY);
        compensation.luma(reference, x, y, 16, vectorX, vectorY, predictions[candidate]);
        measure(candidate, source);
    }

    /**
     * Moves each quarter on from where {@code base} has it, by the slide measured on the prediction that base made;
     * leaves those alone that are good enough.
     */
    private void quarterSlides(int candidate, int base, int x, int y, int[] source, YuvPicture previous,
            int goodEnough) {
        present[candidate] = true;
        for (int quarter = 0; quarter < 4; quarter++) {
            slide.estimate(quarter);
            int vectorX = motions[base].x[quarter] + slide.x();
            int vectorY = motions[base].y[quarter] + slide.y();
            int quarterX = x + (quarter & 1) * 8;
            int quarterY = y + (quarter >> 1) * 8;
            if (errors[base][quarter] > goodEnough && (slide.x() | slide.y()) != 0
                    && compensation.reaches(quarterX, quarterY, 8, vectorX, vectorY)) {
                motions[candidate].set(quarter, 0, vectorX, vectorY);
                compensation.luma(previous, quarterX, quarterY, 8, vectorX, vectorY, predictions[candidate]);
                measure(candidate, quarter, source);
            } else {
                motions[candidate].set(quarter, 0, motions[base].x[quarter], motions[base].y[quarter]);
                copyQuarter(predictions[base], predictions[candidate], quarter);
                errors[candidate][quarter] = errors[base][quarter];
            }
        }
    }

    private void measure(int candidate, int[] source) {
        for (int quarter = 0; quarter < 4; quarter++) {
            measure(candidate, quarter, source);
        }
    }

    private void measure(int candidate, int quarter, int[] source) {
        errors[candidate][quarter] = flat.absoluteError(source, predictions[candidate], quarter);
    }

    /** Measures an unmoved macroblock without copying it. */
    private void measureInPlace(int candidate, int x, int y, int[] source, YuvPicture reference) {
        byte[] plane = reference.luma();
        int stride = reference.lumaStride();
        for (int quarter = 0; quarter < 4; quarter++) {
            int error = 0;
            for (int part = 0; part < 4; part++) {
                int block = (quarter >> 1) * 8 + (quarter & 1) * 2 + (part >> 1) * 4 + (part & 1);
                int at = (block >> 2) * 64 + (block & 3) * 4;
                int from = (y + (block >> 2) * 4) * stride + x + (block & 3) * 4;
                int sum = 0;
                for (int end = at + 64; at < end; at += 16, from += stride) {
                    int first = source[at] - (plane[from] & 0xff);
                    int second = source[at + 1] - (plane[from + 1] & 0xff);
                    int third = source[at + 2] - (plane[from + 2] & 0xff);
                    int fourth = source[at + 3] - (plane[from + 3] & 0xff);
                    sum += (first < 0 ? -first : first) + (second < 0 ? -second : second)
                            + (third < 0 ? -third : third) + (fourth < 0 ? -fourth : fourth);
                }
                error += sum * flat.weightInMotion(block);
            }
            errors[candidate][quarter] = error;
        }
    }

    private void price(int candidate, RateModel rate, boolean twoReferences) {
        Motion motion = motions[candidate];
        for (int quarter = 0; quarter < 4; quarter++) {
            int bits = (twoReferences ? 2 + 4 * motion.reference[quarter] : 0)
                    + RateModel.vectorDifference(motion.x[quarter] - predictedX)
                    + RateModel.vectorDifference(motion.y[quarter] - predictedY);
            costs[candidate][quarter] = rate.ofAbsoluteError(bits);
        }
    }

    /** Compares the best candidates of one partition, two halves either way and four quarters. */
    private void choosePartitions(RateModel rate, Motion result) {
        int least = Integer.MAX_VALUE;
        for (int partitioning = 0; partitioning < PARTITIONS.length; partitioning++) {
            int cost = rate.ofAbsoluteError(TYPE_BITS[partitioning]);
            for (int partition : PARTITIONS[partitioning]) {
                cost += bestOfPartition(partition, partitioning == 3 ? CANDIDATES : QUARTER_SLIDES);
            }
            if (cost < least) {
                least = cost;
                System.arraycopy(best, 0, chosen, 0, 4);
            }
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            Motion motion = motions[chosen[quarter]];
            result.set(quarter, motion.reference[quarter], motion.x[quarter], motion.y[quarter]);
        }
    }

    /** Finds the best of the first {@code candidates} for the quarters of a mask; returns its cost. */
    private int bestOfPartition(int partition, int candidates) {
        int first = (partition & 1) != 0 ? 0 : (partition & 2) != 0 ? 1 : (partition & 4) != 0 ? 2 : 3;
        int least = Integer.MAX_VALUE;
        int winner = STILL;
        for (int candidate = 0; candidate < candidates; candidate++) {
            if (present[candidate]) {
                int[] error = errors[candidate];
                int cost = costs[candidate][first] + ((partition & 1) != 0 ? error[0] : 0)
                        + ((partition & 2) != 0 ? error[1] : 0) + ((partition & 4) != 0 ? error[2] : 0)
                        + ((partition & 8) != 0 ? error[3] : 0);
                if (cost < least) {
                    least = cost;
                    winner = candidate;
                }
            }
        }
        for (int quarter = first; quarter < 4; quarter++) {
            if ((partition >> quarter & 1) != 0) {
                best[quarter] = winner;
            }
        }
        return least;
    }

    /** A squared error of luma that predicting the whole macroblock by a vector exceeds, as far as it was measured. */
    double leastSquaredError(int x, int y) {
        int candidate = (x | y) == 0 ? STILL : PREDICTED;
        if (!present[candidate] || !motions[candidate].isWhole(0, x, y)) {
            return 0;
        }
        // By Cauchy and Schwarz, with weights up to that of flat blocks.
        double total = total(candidate);
        return total * total / 256 / FlatBlocks.MOST_OF_SQUARE;
    }

    /** The coarsest partitioning that expresses a motion. */
    private static Partitioning simplest(Motion motion) {
        boolean rowsAlike = motion.agree(0, 1) && motion.agree(2, 3);
        boolean columnsAlike = motion.agree(0, 2) && motion.agree(1, 3);
        if (rowsAlike && columnsAlike) {
            return Partitioning.WHOLE;
        }
        return rowsAlike ? Partitioning.UPPER_LOWER : columnsAlike ? Partitioning.LEFT_RIGHT : Partitioning.QUARTERS;
    }

    private static void copyQuarter(int[] from, int[] to, int quarter) {
        int luma = (quarter >> 1) * 128 + (quarter & 1) * 8;
        for (int row = luma; row < luma + 128; row += 16) {
            System.arraycopy(from, row, to, row, 8);
        }
    }
}
