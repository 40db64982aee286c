package org.epochreel.render.pace;

/**
 * A part of the film in which what is shown moves without a rest.
 *
 * @param from where it begins, in epochs
 * @param to where it ends, not before
 * @param in how it comes to its speed
 * @param out how it comes to rest, seen from the end
 * @param restAfter frames at its end in which nothing moves, that one included in which it arrives; 0 if it is followed by
 *     a jump
 */
record Stretch(double from, double to, Ramp in, Ramp out, int restAfter) {

    /** Speeds of {@code steps} steps from frame to frame, the full speed being 1. */
    double[] speeds(int steps) {
        int room = in.frames() + out.frames();
        int first = steps >= room ? in.frames() : (int) ((long) in.frames() * steps / room);
        int last = steps >= room ? out.frames() : (int) ((long) out.frames() * steps / room);
        double[] speeds = new double[steps];
        for (int i = 0; i < steps; i++) {
            speeds[i] = Math.min(in.speed(i, first), out.speed(steps - 1 - i, last));
        }
        return speeds;
    }

    /** How many steps at the least cover so much of what one step at full speed covers. */
    int steps(double way) {
        int low = 1;
        int high = 1;
        while (sum(high) < way) {
            low = high;
            high *= 2;
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (sum(middle) < way) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double sum(int steps) {
        double sum = 0;
        for (double speed : speeds(steps)) {
            sum += speed;
        }
        return sum;
    }
}
