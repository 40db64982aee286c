package org.epochreel.video.h264.macroblock;

import org.epochreel.video.h264.predict.BSliceMotion;
import org.epochreel.video.h264.predict.BSlicePrediction;
import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.DirectMotion;
import org.epochreel.video.h264.predict.FlatBlocks;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.Motion.Partitioning;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.PackedSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.VectorSearch;

/**
 * Chooses how a macroblock of a B picture is predicted, by absolute error of luma and estimated bits. Mostly the
 * direct motion is right. Else the candidates are the motion of the column, the vectors that the neighbours predict,
 * the same place in the pictures around, and what {@link VectorSearch} makes of the best of these, in the picture before,
 * in the one behind and in both.
 */
public final class BSliceDecision {

    private static final int DIRECT = 0;
    private static final int BOTH = 1;
    private static final int BEFORE = 2;
    private static final int BEHIND = 3;
    private static final int PREDICTED = 4;
    private static final int COLUMN = 5;
    private static final int SEARCHED_BEFORE = 6;
    private static final int SEARCHED_BEHIND = 7;
    private static final int SEARCHED_BOTH = 8;
    private static final int CANDIDATES = 9;

    /** No candidate yet. */
    private static final int NONE = -1;

    /** Quarter bits of mb_type, by the lists used, and of B_8x8; then those of a quarter, the first a direct one's. */
    private static final int[] TYPE_BITS = {4, 12, 12, 20};
    private static final int QUARTERS_BITS = 20;
    private static final int[] QUARTER_BITS = {3, 8, 8, 14};

    /** Quarter bits whose worth in absolute error no further candidate is likely to save. */
    private static final int GOOD_ENOUGH = 400;

    /** Of the search, in quarters of a sample: between two pictures a curve is nearly where they say. */
    private static final int LONGEST_STEP = 2;

    private final MotionField forward;
    private final MotionField backward;
    private final DirectMotion direct;
    private final BSlicePrediction prediction;
    private final ColumnMotion columns;
    private final FlatBlocks flat;
    private final VectorSearch search;
    private final long[] packedSource = new long[PackedSamples.COUNT];
    private final long[] packed = new long[PackedSamples.COUNT];
    private final long[][] predictions = new long[CANDIDATES][PackedSamples.COUNT];
    private final BSliceMotion[] motions = new BSliceMotion[CANDIDATES];
    private final boolean[] present = new boolean[CANDIDATES];
    private final int[][] errors = new int[CANDIDATES][4];
    private final int[] vectorBits = new int[CANDIDATES];
    /** The candidate with the least error so far. */
    private int best;
    private int since;
    private int distance;

    public BSliceDecision(MotionField forward, MotionField backward, DirectMotion direct,
            BSlicePrediction prediction, ColumnMotion columns, FlatBlocks flat) {
        this.forward = forward;
        this.backward = backward;
        this.direct = direct;
        this.prediction = prediction;
        this.columns = columns;
        this.flat = flat;
        this.search = new VectorSearch(flat, LONGEST_STEP);
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            motions[candidate] = new BSliceMotion();
        }
    }

    /** Begins a picture {@code since} frames behind the anchor before it, of the {@code distance} to the next. */
    public void startPicture(int since, int distance) {
        this.since = since;
        this.distance = distance;
    }

    /**
     * Decides one macroblock.
     *
     * @param x its left luma column in the picture
     * @param y its top luma row
     * @param result receives the motion
     * @param samples receives the luma prediction
     */
    public void decide(int macroblock, int x, int y, int[] source, RateModel rate, BSliceMotion result,
            int[] samples) {
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            present[candidate] = false;
        }
        best = NONE;
        PackedSamples.pack(source, packedSource);
        direct.infer(macroblock, motions[DIRECT]);
        place(DIRECT, x, y);
        int goodEnough = rate.ofAbsoluteError(GOOD_ENOUGH);
        if (leastError() > goodEnough) {
            gather(macroblock, x, y, goodEnough, rate);
        }
        choose(rate, result, samples);
    }

    /** The direct motion of the macroblock decided last, or null if it cannot be followed. */
    public BSliceMotion directMotion() {
        return present[DIRECT] ? motions[DIRECT] : null;
    }

    /** Tells the luma that the direct motion predicts. */
    public void directLuma(int[] samples) {
        PackedSamples.unpack(predictions[DIRECT], samples);
    }

    private void gather(int macroblock, int x, int y, int goodEnough, RateModel rate) {
        forward.predict(macroblock, Partitioning.WHOLE, 0, 0);
        int forwardX = forward.predictedX();
        int forwardY = forward.predictedY();
        backward.predict(macroblock, Partitioning.WHOLE, 0, 0);
        int backwardX = backward.predictedX();
        int backwardY = backward.predictedY();
        int columnX = columns.x(x >> 4, distance);
        int columnY = columns.y(x >> 4, distance);
        if ((columnX | columnY) != 0) {
            int nearX = columns.x(x >> 4, since);
            int nearY = columns.y(x >> 4, since);
            moved(COLUMN, x, y, 0, nearX, nearY, 0, nearX - columnX, nearY - columnY);
        }
        if ((forwardX | forwardY | backwardX | backwardY) != 0) {
            moved(PREDICTED, x, y, 0, forwardX, forwardY, 0, backwardX, backwardY);
        }
        if (leastError() > goodEnough) {
            moved(BEFORE, x, y, 0, 0, 0, MotionField.UNUSED, 0, 0);
            moved(BEHIND, x, y, MotionField.UNUSED, 0, 0, 0, 0, 0);
            if (!direct.isStill(macroblock)) {
                moved(BOTH, x, y, 0, 0, 0, 0, 0, 0);
            }
        }
        if (leastError() > goodEnough) {
            search(x, y, goodEnough, rate, forwardX, forwardY, backwardX, backwardY);
        }
        for (int candidate = BOTH; candidate < CANDIDATES; candidate++) {
            if (present[candidate]) {
                vectorBits[candidate] = vectorBits(candidate, forwardX, forwardY, backwardX, backwardY);
            }
        }
    }

    private int vectorBits(int candidate, int forwardX, int forwardY, int backwardX, int backwardY) {
        Motion before = motions[candidate].forward;
        Motion behind = motions[candidate].backward;
        int bits = 0;
        if (before.reference[0] >= 0) {
            bits += 2 + RateModel.vectorDifference(before.x[0] - forwardX)
                    + RateModel.vectorDifference(before.y[0] - forwardY);
        }
        if (behind.reference[0] >= 0) {
            bits += RateModel.vectorDifference(behind.x[0] - backwardX)
                    + RateModel.vectorDifference(behind.y[0] - backwardY);
        }
        return bits;
    }

    /**
     * Searches in the picture before and in the one behind, each from where the best candidate has it or, if that has
     * it in neither or in the long-term picture, from the motion of the column; then takes both together.
     */
    private void search(int x, int y, int goodEnough, RateModel rate, int forwardX, int forwardY, int backwardX,
            int backwardY) {
        Motion before = motions[best].forward;
        Motion behind = motions[best].backward;
        boolean isBefore = before.reference[0] == 0;
        boolean isBehind = behind.reference[0] == 0;
        int columnX = columns.x(x >> 4, since);
        int columnY = columns.y(x >> 4, since);
        int behindX = isBehind ? behind.x[0] : columnX - columns.x(x >> 4, distance);
        int behindY = isBehind ? behind.y[0] : columnY - columns.y(x >> 4, distance);
        search.startMacroblock(packedSource, rate, goodEnough, forwardX, forwardY);
        if (!search.whole(prediction.before(), x, y, isBefore ? before.x[0] : columnX,
                isBefore ? before.y[0] : columnY)) {
            return;
        }
        int foundX = search.x();
        int foundY = search.y();
        takeSearched(SEARCHED_BEFORE, 0, foundX, foundY, MotionField.UNUSED, 0, 0);
        search.startMacroblock(packedSource, rate, goodEnough, backwardX, backwardY);
        if (search.whole(prediction.behind(), x, y, behindX, behindY)) {
            takeSearched(SEARCHED_BEHIND, MotionField.UNUSED, 0, 0, 0, search.x(), search.y());
            moved(SEARCHED_BOTH, x, y, 0, foundX, foundY, 0, search.x(), search.y());
        }
    }

    private void takeSearched(int candidate, int forwardReference, int forwardX, int forwardY, int backwardReference,
            int backwardX, int backwardY) {
        motions[candidate].setWhole(forwardReference, forwardX, forwardY, backwardReference, backwardX, backwardY);
        System.arraycopy(search.samples(), 0, predictions[candidate], 0, PackedSamples.COUNT);
        for (int quarter = 0; quarter < 4; quarter++) {
            errors[candidate][quarter] = search.error(quarter);
        }
        take(candidate);
    }

    private void moved(int candidate, int x, int y, int forwardReference, int forwardX, int forwardY,
            int backwardReference, int backwardX, int backwardY) {
        motions[candidate].setWhole(forwardReference, forwardX, forwardY, backwardReference, backwardX, backwardY);
        place(candidate, x, y);
    }

    /** Predicts and measures a candidate if its vectors can be followed. */
    private void place(int candidate, int x, int y) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (!prediction.reaches(x, y, motions[candidate], quarter)) {
                return;
            }
        }
        prediction.luma(x, y, motions[candidate], predictions[candidate]);
        for (int quarter = 0; quarter < 4; quarter++) {
            errors[candidate][quarter] = flat.absoluteError(packedSource, predictions[candidate], quarter);
        }
        take(candidate);
    }

    private void take(int candidate) {
        present[candidate] = true;
        if (best == NONE || total(candidate) < total(best)) {
            best = candidate;
        }
    }

    private int leastError() {
        return best == NONE ? Integer.MAX_VALUE : total(best);
    }

    private int total(int candidate) {
        int[] error = errors[candidate];
        return error[0] + error[1] + error[2] + error[3];
    }

    private void choose(RateModel rate, BSliceMotion result, int[] samples) {
        int least = Integer.MAX_VALUE;
        int winner = DIRECT;
        int quartersCost = rate.ofAbsoluteError(QUARTERS_BITS);
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            if (present[candidate]) {
                int cost = total(candidate) + rate.ofAbsoluteError(candidate == DIRECT ? TYPE_BITS[0]
                        : TYPE_BITS[motions[candidate].lists(0)] + vectorBits[candidate]);
                if (cost < least) {
                    least = cost;
                    winner = candidate;
                }
            }
        }
        if (least > quartersCost) {
            for (int quarter = 0; quarter < 4; quarter++) {
                quartersCost += bestOfQuarter(quarter, rate, result);
            }
        }
        if (least <= quartersCost || least <= rate.ofAbsoluteError(QUARTERS_BITS)) {
            for (int quarter = 0; quarter < 4; quarter++) {
                result.set(quarter, motions[winner]);
            }
            PackedSamples.unpack(predictions[winner], samples);
            result.whole = true;
            return;
        }
        PackedSamples.unpack(packed, samples);
        result.whole = result.agree(0, 1) && result.agree(0, 2) && result.agree(0, 3);
    }

    private int bestOfQuarter(int quarter, RateModel rate, BSliceMotion result) {
        int least = Integer.MAX_VALUE;
        int winner = DIRECT;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            if (present[candidate]) {
                int cost = errors[candidate][quarter] + rate.ofAbsoluteError(candidate == DIRECT ? QUARTER_BITS[0]
                        : QUARTER_BITS[motions[candidate].lists(0)] + vectorBits[candidate]);
                if (cost < least) {
                    least = cost;
                    winner = candidate;
                }
            }
        }
        result.set(quarter, motions[winner]);
        int at = (quarter >> 1) * 8 * PackedSamples.ROW + (quarter & 1);
        for (int i = at; i < at + 8 * PackedSamples.ROW; i += PackedSamples.ROW) {
            packed[i] = predictions[winner][i];
        }
        return least;
    }
}
