package org.epochreel.video.h264;

/**
 * Finds how far a drawn curve slid between a prediction and the source without a search: one step of least squares
 * along the brightness gradient (Lucas, Kanade: An iterative image registration technique with an application to
 * stereo vision, 1981). An edge shows its motion only across itself, so the vector lies along the axis that explains
 * more of the difference.
 */
final class SlideEstimate {

    /** Farther than this, in quarters of a sample, a linear step says nothing. */
    private static final int FARTHEST = 12;

    private final int[] gradientX = new int[4];
    private final int[] gradientY = new int[4];
    private final int[] productX = new int[4];
    private final int[] productY = new int[4];
    private int x;
    private int y;

    /** Takes a quarter of a macroblock for one that shows no slide. */
    void ignore(int quarter) {
        gradientX[quarter] = 0;
        gradientY[quarter] = 0;
        productX[quarter] = 0;
        productY[quarter] = 0;
    }

    /** Gathers sums over the luma of a quarter of a macroblock. */
    void measure(int[] source, int[] prediction, int quarter) {
        int top = quarter < 2 ? 1 : 8;
        int left = (quarter & 1) == 0 ? 1 : 8;
        int sumXx = 0;
        int sumYy = 0;
        int sumXd = 0;
        int sumYd = 0;
        for (int row = top * 16 + left; row < (top + 7) * 16; row += 16) {
            int before = prediction[row - 1];
            int here = prediction[row];
            for (int i = row; i < row + 7; i++) {
                int next = prediction[i + 1];
                int alongX = next - before;
                int alongY = prediction[i + 16] - prediction[i - 16];
                if ((alongX | alongY) != 0) {
                    int difference = source[i] - here;
                    sumXx += alongX * alongX;
                    sumYy += alongY * alongY;
                    sumXd += alongX * difference;
                    sumYd += alongY * difference;
                }
                before = here;
                here = next;
            }
        }
        gradientX[quarter] = sumXx;
        gradientY[quarter] = sumYy;
        productX[quarter] = sumXd;
        productY[quarter] = sumYd;
    }

    /** Estimates the vector of a whole macroblock. */
    void estimateWhole() {
        estimate(sum(gradientX), sum(gradientY), sum(productX), sum(productY));
    }

    /** Estimates the vector of one quarter. */
    void estimate(int quarter) {
        estimate(gradientX[quarter], gradientY[quarter], productX[quarter], productY[quarter]);
    }

    private static int sum(int[] quarters) {
        return quarters[0] + quarters[1] + quarters[2] + quarters[3];
    }

    private void estimate(int xx, int yy, int xd, int yd) {
        double explainedByX = xx == 0 ? 0 : (double) xd * xd / xx;
        double explainedByY = yy == 0 ? 0 : (double) yd * yd / yy;
        x = 0;
        y = 0;
        // The gradients are differences over two samples, hence 8 quarters for a quotient of 1.
        if (explainedByX > explainedByY) {
            x = step(8.0 * xd / xx);
        } else if (explainedByY > 0) {
            y = step(8.0 * yd / yy);
        }
    }

    private static int step(double quarters) {
        return (int) Math.rint(Math.max(-FARTHEST, Math.min(FARTHEST, quarters)));
    }

    /** The vector found last, in quarters of a sample, to be added to the one that made the prediction. */
    int x() {
        return x;
    }

    int y() {
        return y;
    }
}
