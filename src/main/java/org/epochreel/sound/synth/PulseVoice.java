package org.epochreel.sound.synth;

/**
 * Plucked notes: one each time the value has moved by a fiftieth of a decade, at most 24 a second, left and right in
 * turn. Their density is the speed of learning. While the value rises, a semitone sounds beside each; a faint tick every
 * second keeps the time.
 */
final class PulseVoice implements Voice {

    private static final double DECADES_PER_NOTE = 0.02;
    private static final int SHORTEST_GAP = Mix.RATE / 24;
    private static final double ATTACK = 0.004;
    private static final double LONGEST = 1.2;
    private static final double DECAY = 0.22;
    private static final double TICK_DECAY = 0.02;
    private static final double TICK = 0.03;
    private static final double SEMITONE = StrictMath.pow(2, 1 / 12.0);

    @Override
    public void play(Controls controls, Tuning tuning, Mix mix) {
        Steps steps = new Steps(tuning);
        double last = controls.decades(0);
        int lastNote = -SHORTEST_GAP;
        boolean toLeft = true;
        for (int start = 0; start < mix.length(); start += Controls.STEP) {
            double decades = controls.decades(start);
            int step = steps.at(controls.level(start));
            if (Math.abs(decades - last) < DECADES_PER_NOTE || start - lastNote < SHORTEST_GAP) {
                continue;
            }
            double hertz = tuning.lowest() * StrictMath.pow(2, tuning.octaves(step));
            double loudness = 0.3 * controls.gate(start);
            pluck(mix, start, hertz, loudness, toLeft);
            if (decades > last) {
                pluck(mix, start, hertz * SEMITONE, 0.7 * loudness, !toLeft);
            }
            last = decades;
            lastNote = start;
            toLeft = !toLeft;
        }
        for (int tick = 0; tick < mix.length(); tick += Mix.RATE) {
            tick(mix, tick, 2 * tuning.highest(), TICK * controls.gate(tick + Controls.STEP));
        }
    }

    /** Low notes ring longer, and every note loses its upper partials first. */
    private static void pluck(Mix mix, int start, double hertz, double loudness, boolean toLeft) {
        double decay = DECAY * Math.sqrt(220 / hertz);
        double near = 0.85 * loudness;
        double far = 0.35 * loudness;
        int attack = (int) (ATTACK * Mix.RATE);
        int end = (int) Math.min(mix.length(), start + Math.min(LONGEST, 6 * decay) * Mix.RATE);
        double kept = StrictMath.exp(-1 / (decay * Mix.RATE));
        double keptBright = kept * kept * kept;
        double body = 1;
        double bright = 0.5;
        for (int i = start; i < end; i++) {
            double turns = hertz * (i - start) / Mix.RATE;
            double sine = Sines.of(turns);
            double twiceCosine = 2 * Sines.cosine(turns);
            double second = twiceCosine * sine;
            double third = twiceCosine * second - sine;
            double rise = Math.min(1, (double) (i - start) / attack);
            // Ends at 0 instead of at what the decay leaves.
            double fall = Math.min(1, (double) (end - i) / attack);
            double sample = rise * fall * (body * sine + bright * (second + 0.6 * third));
            mix.add(i, (toLeft ? near : far) * sample, (toLeft ? far : near) * sample);
            body *= kept;
            bright *= keptBright;
        }
    }

    private static void tick(Mix mix, int start, double hertz, double loudness) {
        int end = (int) Math.min(mix.length(), start + 6 * TICK_DECAY * Mix.RATE);
        int attack = (int) (ATTACK / 4 * Mix.RATE);
        double kept = StrictMath.exp(-1 / (TICK_DECAY * Mix.RATE));
        double envelope = loudness;
        for (int i = start; i < end; i++) {
            double sample = envelope * Math.min(1, (double) (i - start) / attack)
                    * Sines.of(hertz * (i - start) / Mix.RATE);
            mix.add(i, sample, sample);
            envelope *= kept;
        }
    }
}
