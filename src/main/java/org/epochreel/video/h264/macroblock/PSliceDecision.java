package org.epochreel.video.h264.macroblock;

import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.FlatBlocks;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.Motion.Partitioning;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.PackedSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.Reference;
import org.epochreel.video.h264.predict.VectorSearch;

/**
 * Chooses how an inter macroblock is predicted, by absolute error of luma and estimated bits. The candidates are few:
 * the same place in the previous picture and in the long-term one, the vector that the neighbours predict, the one seen
 * last in the column, what a search up and down finds where these are far off, and what {@link VectorSearch} makes of the
 * best of them, for the whole macroblock and for each quarter. Every candidate is measured by quarters once; partitions
 * then take the best candidate each.
 */
public final class PSliceDecision {

    private static final int STILL = 0;
    private static final int LONG_TERM = 1;
    private static final int PREDICTED = 2;
    private static final int COLUMN = 3;
    private static final int JUMPED = 4;
    private static final int SEARCHED = 5;
    private static final int QUARTERS_SEARCHED = 6;
    private static final int CANDIDATES = 7;

    /** Quarter bits of each partitioning's macroblock type and, but for the first, its further references. */
    private static final int[] TYPE_BITS = {4, 14, 14, 20};

    /** Masks of quarters that the partitions of each partitioning cover. */
    private static final int[][] PARTITIONS = {{0b1111}, {0b0011, 0b1100}, {0b0101, 0b1010}, {1, 2, 4, 8}};

    /** Quarter bits whose worth in absolute error no further candidate is likely to save. */
    private static final int GOOD_ENOUGH = 160;

    /** How many times {@link #GOOD_ENOUGH} the error is from which on a curve may have jumped. */
    private static final int LOST = 4;

    /** How far up and down it is looked for, in samples: a graph goes up and down. */
    private static final int RANGE = 24;

    /** Of the search near a place, in quarters of a sample. */
    private static final int LONGEST_STEP = 4;

    private final MotionField field;
    private final FlatBlocks flat;
    private final ColumnMotion columns;
    private final VectorSearch search;
    private final long[][] predictions = new long[CANDIDATES][PackedSamples.COUNT];
    private final Motion[] motions = new Motion[CANDIDATES];
    private final boolean[] present = new boolean[CANDIDATES];
    private final int[][] errors = new int[CANDIDATES][4];
    private final int[][] costs = new int[CANDIDATES][4];
    private final int[] chosen = new int[4];
    private final int[] best = new int[4];
    private final long[] packedSource = new long[PackedSamples.COUNT];
    private final long[] packed = new long[PackedSamples.COUNT];
    private int predictedX;
    private int predictedY;

    public PSliceDecision(MotionField field, ColumnMotion columns, FlatBlocks flat) {
        this.flat = flat;
        this.field = field;
        this.columns = columns;
        this.search = new VectorSearch(flat, LONGEST_STEP);
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
    public void decide(int macroblock, int column, int row, int[] source, Reference previous, Reference longTerm,
            RateModel rate, Motion result, int[] samples) {
        field.predict(macroblock, Partitioning.WHOLE, 0, 0);
        predictedX = field.predictedX();
        predictedY = field.predictedY();
        PackedSamples.pack(source, packedSource);
        int goodEnough = rate.ofAbsoluteError(GOOD_ENOUGH);
        search.startMacroblock(packedSource, rate, goodEnough, predictedX, predictedY);
        gather(column, column * 16, row * 16, previous, longTerm, goodEnough);
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
            copyQuarter(predictions[chosen[quarter]], packed, quarter);
        }
        PackedSamples.unpack(packed, samples);
        int side = result.partitioning == Partitioning.WHOLE ? 16 : 8;
        for (int quarter = 0; quarter < (side == 16 ? 1 : 4); quarter++) {
            Reference reference = result.reference[quarter] == 0 ? previous : longTerm;
            reference.chroma(column * 16 + (quarter & 1) * 8, row * 16 + (quarter >> 1) * 8, side, result.x[quarter],
                    result.y[quarter], samples);
        }
    }

    private void gather(int column, int x, int y, Reference previous, Reference longTerm, int goodEnough) {
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            present[candidate] = false;
        }
        place(STILL, 0, x, y, 0, 0, previous);
        if (total(STILL) <= goodEnough) {
            return;
        }
        if (longTerm != null) {
            place(LONG_TERM, 1, x, y, 0, 0, longTerm);
            if (total(LONG_TERM) <= goodEnough) {
                return;
            }
        }
        int base = STILL;
        if ((predictedX | predictedY) != 0) {
            moved(PREDICTED, x, y, predictedX, predictedY, previous);
            base = better(PREDICTED, base);
        }
        int columnX = columns.x(column, columns.distance());
        int columnY = columns.y(column, columns.distance());
        if ((columnX | columnY) != 0 && (columnX != predictedX || columnY != predictedY)) {
            moved(COLUMN, x, y, columnX, columnY, previous);
            base = better(COLUMN, base);
        }
        if (total(base) > LOST * goodEnough) {
            search.upAndDown(previous, x, y, RANGE);
            takeSearched(JUMPED);
            base = better(JUMPED, base);
        }
        if (total(base) <= goodEnough) {
            return;
        }
        search.whole(previous, x, y, motions[base].x[0], motions[base].y[0]);
        takeSearched(SEARCHED);
        if (total(SEARCHED) > goodEnough) {
            searchQuarters(x, y, previous, goodEnough / 4);
        }
    }

    private int better(int candidate, int base) {
        return present[candidate] && total(candidate) < total(base) ? candidate : base;
    }

    private int total(int candidate) {
        int[] error = errors[candidate];
        return error[0] + error[1] + error[2] + error[3];
    }

    private void moved(int candidate, int x, int y, int vectorX, int vectorY, Reference previous) {
        if (previous.reaches(x, y, 16, vectorX, vectorY)) {
            place(candidate, 0, x, y, vectorX, vectorY, previous);
        }
    }

    private void place(int candidate, int index, int x, int y, int vectorX, int vectorY, Reference reference) {
        present[candidate] = true;
        motions[candidate].setWhole(index, vectorX, vectorY);
        reference.luma(x, y, 16, vectorX, vectorY, predictions[candidate]);
        for (int quarter = 0; quarter < 4; quarter++) {
            errors[candidate][quarter] = flat.absoluteError(packedSource, predictions[candidate], quarter);
        }
    }

    private void takeSearched(int candidate) {
        present[candidate] = true;
        motions[candidate].setWhole(0, search.x(), search.y());
        System.arraycopy(search.samples(), 0, predictions[candidate], 0, PackedSamples.COUNT);
        for (int quarter = 0; quarter < 4; quarter++) {
            errors[candidate][quarter] = search.error(quarter);
        }
    }

    /** Searches for the quarters that are not good enough, from where the whole macroblock was found. */
    private void searchQuarters(int x, int y, Reference previous, int goodEnough) {
        present[QUARTERS_SEARCHED] = true;
        for (int quarter = 0; quarter < 4; quarter++) {
            int vectorX = motions[SEARCHED].x[quarter];
            int vectorY = motions[SEARCHED].y[quarter];
            if (errors[SEARCHED][quarter] > goodEnough) {
                search.quarter(quarter, previous, x, y, vectorX, vectorY);
                motions[QUARTERS_SEARCHED].set(quarter, 0, search.x(), search.y());
                copyQuarter(search.samples(), predictions[QUARTERS_SEARCHED], quarter);
                errors[QUARTERS_SEARCHED][quarter] = search.error(quarter);
            } else {
                motions[QUARTERS_SEARCHED].set(quarter, 0, vectorX, vectorY);
                copyQuarter(predictions[SEARCHED], predictions[QUARTERS_SEARCHED], quarter);
                errors[QUARTERS_SEARCHED][quarter] = errors[SEARCHED][quarter];
            }
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
                cost += bestOfPartition(partition, partitioning == 3 ? CANDIDATES : QUARTERS_SEARCHED);
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
    public double leastSquaredError(int x, int y) {
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

    private static void copyQuarter(long[] from, long[] to, int quarter) {
        int at = (quarter >> 1) * 8 * PackedSamples.ROW + (quarter & 1);
        for (int i = at; i < at + 8 * PackedSamples.ROW; i += PackedSamples.ROW) {
            to[i] = from[i];
        }
    }
}
