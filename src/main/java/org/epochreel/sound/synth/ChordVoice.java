package org.epochreel.sound.synth;

/**
 * A chord of six voices: root, fifth, octave, tenth, twelfth and double octave. The higher the level, the further each
 * leaves its place, up or down, and the further apart the ears are; as learning brings the level down, it resolves to
 * the pure chord and darkens.
 */
final class ChordVoice implements Voice {

    private static final double[] LEAVING = {0, 1, -2, 3, 4, 6};
    private static final double[] LOUDNESS = {1, 0.8, 0.75, 0.6, 0.5, 0.4};
    private static final double LEAVING_POWER = 1.3;
    private static final double APART = 0.08;
    private static final double GLIDE = 0.05;
    private static final double MOTION_GLIDE = 0.25;

    @Override
    public void play(Controls controls, Tuning tuning, Mix mix) {
        double[] ratios = {1, 1.5, 2, 2 * StrictMath.pow(2, tuning.scale().third() / 12.0), 3, 4};
        // A tempered third beats in a chord that is to be pure at last.
        ratios[3] = tuning.scale().third() == 3 ? 2.4 : 2.5;
        double root = Math.min(tuning.lowest() * 4 / 3, tuning.highest() / 4);
        Glide level = new Glide(GLIDE);
        Glide motion = new Glide(MOTION_GLIDE);
        double[][] phases = new double[2][ratios.length];
        double[][] increments = new double[2][ratios.length];
        double gain = 0;
        for (int start = 0; start < mix.length(); start += Controls.STEP) {
            double u = Math.max(0, level.next(controls.level(start)));
            double activity = Math.min(1, StrictMath.pow(motion.next(Math.abs(controls.slope(start))), 0.4));
            double leaving = StrictMath.pow(u, LEAVING_POWER);
            for (int v = 0; v < ratios.length; v++) {
                double semitones = LEAVING[v] * leaving;
                double apart = APART * (0.3 + u) / 2;
                increments[0][v] = root * ratios[v] * StrictMath.pow(2, (semitones - apart) / 12) / Mix.RATE;
                increments[1][v] = root * ratios[v] * StrictMath.pow(2, (semitones + apart) / 12) / Mix.RATE;
            }
            double wanted = controls.gate(start) * (0.5 + 0.5 * activity);
            double brightness = 0.1 + 0.4 * Math.min(1, u);
            int end = Math.min(mix.length(), start + Controls.STEP);
            for (int i = start; i < end; i++) {
                gain += (wanted - gain) / (start + Controls.STEP - i);
                mix.add(i, gain * sum(phases[0], increments[0], brightness),
                        gain * sum(phases[1], increments[1], brightness));
            }
        }
    }

    /** Each voice with its second and third partial. */
    private static double sum(double[] phases, double[] increments, double brightness) {
        double sum = 0;
        for (int v = 0; v < phases.length; v++) {
            double phase = phases[v] + increments[v];
            phase -= (long) phase;
            phases[v] = phase;
            double sine = Sines.of(phase);
            double twiceCosine = 2 * Sines.cosine(phase);
            double second = twiceCosine * sine;
            double third = twiceCosine * second - sine;
            sum += 0.1 * LOUDNESS[v] * (sine + brightness * (second + 0.5 * third));
        }
        return sum;
    }
}
