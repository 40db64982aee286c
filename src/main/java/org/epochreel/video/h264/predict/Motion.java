package org.epochreel.video.h264.predict;

/**
 * How one inter macroblock is predicted: its partitioning, and the reference index and vector of each quarter (row by
 * row), equal within a partition. Vectors are in quarters of a luma sample. Reused from macroblock to macroblock.
 */
public final class Motion {

    /** Partitionings of Table 7-13. */
    public enum Partitioning {
        WHOLE, UPPER_LOWER, LEFT_RIGHT, QUARTERS;

        /** Whether a quarter (row by row) is the first of its partition. */
        public boolean starts(int quarter) {
            return switch (this) {
                case WHOLE -> quarter == 0;
                case UPPER_LOWER -> (quarter & 1) == 0;
                case LEFT_RIGHT -> quarter < 2;
                case QUARTERS -> true;
            };
        }

        /** Whether a quarter belongs to the partition that {@code first} starts. */
        public boolean covers(int first, int quarter) {
            return switch (this) {
                case WHOLE -> true;
                case UPPER_LOWER -> quarter >> 1 == first >> 1;
                case LEFT_RIGHT -> (quarter & 1) == (first & 1);
                case QUARTERS -> quarter == first;
            };
        }
    }

    public Partitioning partitioning = Partitioning.WHOLE;
    public final int[] reference = new int[4];
    public final int[] x = new int[4];
    public final int[] y = new int[4];

    public void setWhole(int reference, int x, int y) {
        partitioning = Partitioning.WHOLE;
        for (int quarter = 0; quarter < 4; quarter++) {
            set(quarter, reference, x, y);
        }
    }

    public void set(int quarter, int reference, int x, int y) {
        this.reference[quarter] = reference;
        this.x[quarter] = x;
        this.y[quarter] = y;
    }

    /** Whether two quarters move alike. */
    public boolean agree(int quarter, int other) {
        return reference[quarter] == reference[other] && x[quarter] == x[other] && y[quarter] == y[other];
    }

    public boolean isWhole(int reference, int x, int y) {
        return partitioning == Partitioning.WHOLE && this.reference[0] == reference && this.x[0] == x && this.y[0] == y;
    }
}
