package org.epochreel.sound.synth;

/**
 * Stairs: the level as a note of the scale, with a glide between notes. Motion makes it brighter and louder, a rising
 * value makes it tremble; a quiet drone of the lowest note and its fifth tells where the bottom is.
 */
final class PitchVoice implements Voice {

    private static final int PARTIALS = 8;
    private static final double GLIDE = 0.015;
    private static final double MOTION_GLIDE = 0.12;
    private static final double TREMOLO_HERTZ = 23;
    private static final double TREMOLO_PER_RISE = 0.4;
    private static final double DEEPEST_TREMOLO = 0.8;
    private static final double DRONE = 0.06;

    @Override
    public void play(Controls controls, Tuning tuning, Mix mix) {
        Steps steps = new Steps(tuning);
        Glide octaves = new Glide(GLIDE);
        Glide motion = new Glide(MOTION_GLIDE);
        Glide rise = new Glide(MOTION_GLIDE);
        double[] weights = new double[PARTIALS];
        double phase = 0;
        double gain = 0;
        for (int start = 0; start < mix.length(); start += Controls.STEP) {
            double slope = controls.slope(start);
            double activity = Math.min(1, StrictMath.pow(motion.next(Math.abs(slope)), 0.4));
            double height = octaves.next(tuning.octaves(steps.at(controls.level(start))));
            double increment = tuning.lowest() * StrictMath.pow(2, height) / Mix.RATE;
            double depth = Math.min(DEEPEST_TREMOLO, TREMOLO_PER_RISE * rise.next(Math.max(0, slope)));
            double time = (double) start / Mix.RATE;
            double wanted = controls.gate(start) * (0.35 + 0.65 * activity)
                    * (1 - depth * (0.5 + 0.5 * Sines.of(TREMOLO_HERTZ * time)));
            weigh(weights, 2.4 - 1.3 * activity);
            int end = Math.min(mix.length(), start + Controls.STEP);
            for (int i = start; i < end; i++) {
                gain += (wanted - gain) / (start + Controls.STEP - i);
                phase += increment;
                phase -= (long) phase;
                play(mix, i, gain, phase, weights, drone(controls, tuning, i));
            }
        }
    }

    private static void weigh(double[] weights, double steepness) {
        for (int p = 1; p <= PARTIALS; p++) {
            weights[p - 1] = StrictMath.pow(p, -steepness);
        }
    }

    private static double drone(Controls controls, Tuning tuning, int sample) {
        double turns = tuning.lowest() * sample / Mix.RATE;
        return DRONE * controls.gate(sample) * (Sines.of(turns) + 0.7 * Sines.of(1.5 * turns));
    }

    /** Partials by the recursion of sines of multiples; odd and even ones lean to different sides. */
    private static void play(Mix mix, int sample, double gain, double phase, double[] weights, double drone) {
        double twiceCosine = 2 * Sines.cosine(phase);
        double before = 0;
        double sine = Sines.of(phase);
        double odd = 0;
        double even = 0;
        for (int p = 0; p < PARTIALS; p++) {
            if (p % 2 == 0) {
                odd += weights[p] * sine;
            } else {
                even += weights[p] * sine;
            }
            double next = twiceCosine * sine - before;
            before = sine;
            sine = next;
        }
        mix.add(sample, 0.2 * gain * (odd + 0.7 * even) + drone, 0.2 * gain * (odd + 1.3 * even) + drone);
    }
}
