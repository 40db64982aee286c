package org.epochreel.video.h264;

import org.epochreel.video.h264.Motion.Partitioning;

/**
 * Chooses how a macroblock of a B picture is predicted, by absolute error of luma and estimated bits. Mostly the direct
 * motion is right. Else the candidates are the same place in the pictures around, the vectors that the neighbours predict,
 * and the slide that {@link SlideEstimate} sees from the best of these.
 */
final class BidirectionalDecision {

    private static final int DIRECT = 0;
    private static final int BOTH = 1;
    private static final int BEFORE = 2;
    private static final int BEHIND = 3;
    private static final int LONG_TERM = 4;
    private static final int PREDICTED = 5;
    private static final int COLUMN = 6;
    private static final int SLIDE = 7;
    private static final int SLIDE_AGAIN = 8;
    private static final int CANDIDATES = 9;

    /** Quarter bits of mb_type, by the lists used, and of B_8x8; then those of a quarter, the first a direct one's. */
    private static final int[] TYPE_BITS = {4, 12, 12, 20};
    private static final int QUARTERS_BITS = 20;
    private static final int[] QUARTER_BITS = {3, 8, 8, 14};

    /** Quarter bits whose worth in absolute error no further candidate is likely to save. */
    private static final int GOOD_ENOUGH = 160;

    private final MotionField forward;
    private final MotionField backward;
    private final DirectMotion direct;
    private final BidirectionalPrediction prediction;
    private final ColumnMotion columns;
    private final FlatBlocks flat;
    private int since;
    private int distance;
    private final SlideEstimate slide = new SlideEstimate();
    private final int[][] predictions = new int[CANDIDATES][256];
    private final BidirectionalMotion[] motions = new BidirectionalMotion[CANDIDATES];
    private final boolean[] present = new boolean[CANDIDATES];
    private final int[][] errors = new int[CANDIDATES][4];
    private final int[] vectorBits = new int[CANDIDATES];

    BidirectionalDecision(MotionField forward, MotionField backward, DirectMotion direct,
            BidirectionalPrediction prediction, ColumnMotion columns, FlatBlocks flat) {
        this.forward = forward;
        this.backward = backward;
        this.direct = direct;
        this.prediction = prediction;
        this.columns = columns;
        this.flat = flat;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            motions[candidate] = new BidirectionalMotion();
        }
    }

    /** Begins a picture {@code since} frames behind the anchor before it, of the {@code distance} to the next. */
    void startPicture(int since, int distance) {
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
    void decide(int macroblock, int x, int y, int[] source, RateModel rate, BidirectionalMotion result,
            int[] samples) {
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            present[candidate] = false;
        }
        direct.infer(macroblock, motions[DIRECT]);
        if (reaches(DIRECT, x, y)) {
            place(DIRECT, x, y, source);
        }
        int goodEnough = rate.ofAbsoluteError(GOOD_ENOUGH);
        if (!present[DIRECT] || total(DIRECT) > goodEnough) {
            gather(macroblock, x, y, source, goodEnough);
        }
        choose(rate, result, samples);
    }

    /** The direct motion of the macroblock decided last, or null if it cannot be followed. */
    BidirectionalMotion directMotion() {
        return present[DIRECT] ? motions[DIRECT] : null;
    }

    /** The luma that the direct motion predicts. */
    int[] directLuma() {
        return predictions[DIRECT];
    }

    private void gather(int macroblock, int x, int y, int[] source, int goodEnough) {
        int unused = MotionField.UNUSED;
        forward.predict(macroblock, Partitioning.WHOLE, 0, 0);
        int forwardX = forward.predictedX();
        int forwardY = forward.predictedY();
        backward.predict(macroblock, Partitioning.WHOLE, 0, 0);
        int backwardX = backward.predictedX();
        int backwardY = backward.predictedY();
        moved(BEFORE, x, y, source, 0, 0, 0, unused, 0, 0);
        moved(BEHIND, x, y, source, unused, 0, 0, 0, 0, 0);
        moved(LONG_TERM, x, y, source, 1, 0, 0, unused, 0, 0);
        int base = present[DIRECT] ? DIRECT : BEFORE;
        if (!present[DIRECT] || !direct.isStill(macroblock)) {
            moved(BOTH, x, y, source, 0, 0, 0, 0, 0, 0);
        }
        if ((forwardX | forwardY | backwardX | backwardY) != 0) {
            moved(PREDICTED, x, y, source, 0, forwardX, forwardY, 0, backwardX, backwardY);
        }
        int columnX = columns.x(x >> 4, distance);
        int columnY = columns.y(x >> 4, distance);
        if ((columnX | columnY) != 0) {
            int nearX = columns.x(x >> 4, since);
            int nearY = columns.y(x >> 4, since);
            moved(COLUMN, x, y, source, 0, nearX, nearY, 0, nearX - columnX, nearY - columnY);
        }
        for (int candidate = 0; candidate < SLIDE; candidate++) {
            base = better(candidate, base);
        }
        if (total(base) > goodEnough && slide(SLIDE, base, x, y, source)) {
            if (better(SLIDE, base) == SLIDE && total(SLIDE) > goodEnough) {
                slide(SLIDE_AGAIN, SLIDE, x, y, source);
            }
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
            bits += 2 + 4 * before.reference[0] + RateModel.vectorDifference(before.x[0] - forwardX)
                    + RateModel.vectorDifference(before.y[0] - forwardY);
        }
        if (behind.reference[0] >= 0) {
            bits += RateModel.vectorDifference(behind.x[0] - backwardX)
                    + RateModel.vectorDifference(behind.y[0] - backwardY);
        }
        return bits;
    }

    /** Moves all of the macroblock on from where {@code base} has its first quarter, both predictions alike. */
    private boolean slide(int candidate, int base, int x, int y, int[] source) {
        for (int quarter = 0; quarter < 4; quarter++) {
            slide.measure(source, predictions[base], quarter);
        }
        slide.estimateWhole();
        if ((slide.x() | slide.y()) == 0) {
            return false;
        }
        Motion before = motions[base].forward;
        Motion behind = motions[base].backward;
        boolean fromBefore = before.reference[0] >= 0;
        boolean fromBehind = behind.reference[0] >= 0;
        moved(candidate, x, y, source,
                before.reference[0], fromBefore ? before.x[0] + slide.x() : 0, fromBefore ? before.y[0] + slide.y() : 0,
                behind.reference[0], fromBehind ? behind.x[0] + slide.x() : 0, fromBehind ? behind.y[0] + slide.y() : 0);
        return present[candidate];
    }

    private void moved(int candidate, int x, int y, int[] source, int forwardReference, int forwardX, int forwardY,
            int backwardReference, int backwardX, int backwardY) {
        motions[candidate].setWhole(forwardReference, forwardX, forwardY, backwardReference, backwardX, backwardY);
        if (reaches(candidate, x, y)) {
            place(candidate, x, y, source);
        }
    }

    private boolean reaches(int candidate, int x, int y) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (!prediction.reaches(x, y, motions[candidate], quarter)) {
                return false;
            }
        }
        return true;
    }

    private void place(int candidate, int x, int y, int[] source) {
        present[candidate] = true;
        prediction.luma(x, y, motions[candidate], predictions[candidate]);
        for (int quarter = 0; quarter < 4; quarter++) {
            errors[candidate][quarter] = flat.absoluteError(source, predictions[candidate], quarter);
        }
    }

    private int better(int candidate, int base) {
        return present[candidate] && total(candidate) < total(base) ? candidate : base;
    }

    private int total(int candidate) {
        int[] error = errors[candidate];
        return error[0] + error[1] + error[2] + error[3];
    }

    private void choose(RateModel rate, BidirectionalMotion result, int[] samples) {
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
                quartersCost += bestOfQuarter(quarter, rate, result, samples);
            }
        }
        if (least <= quartersCost || least <= rate.ofAbsoluteError(QUARTERS_BITS)) {
            for (int quarter = 0; quarter < 4; quarter++) {
                result.set(quarter, motions[winner]);
            }
            System.arraycopy(predictions[winner], 0, samples, 0, 256);
            result.whole = true;
            return;
        }
        result.whole = result.agree(0, 1) && result.agree(0, 2) && result.agree(0, 3);
    }

    private int bestOfQuarter(int quarter, RateModel rate, BidirectionalMotion result, int[] samples) {
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
        int at = (quarter >> 1) * 128 + (quarter & 1) * 8;
        for (int row = at; row < at + 128; row += 16) {
            System.arraycopy(predictions[winner], row, samples, row, 8);
        }
        return least;
    }
}
