package org.epochreel.sound.synth;

/**
 * Which tones are used.
 *
 * @param lowest frequency, in hertz, from {@link #LEAST}: the scale's first note
 * @param highest frequency, in hertz, up to {@link #LARGEST}, at least an octave above
 */
public record Tuning(Scale scale, double lowest, double highest) {

    public static final double LEAST = 40;
    public static final double LARGEST = 4000;
    public static final Tuning DEFAULT = new Tuning(Scale.PENTATONIC, 110, 880);

    public Tuning {
        if (!(lowest >= LEAST && highest <= LARGEST && highest >= 2 * lowest)) {
            throw new IllegalArgumentException("tones from " + lowest + " to " + highest + " Hz");
        }
    }

    /** Steps of the scale within the range. */
    int steps() {
        double octaves = StrictMath.log(highest / lowest) / StrictMath.log(2);
        return (int) Math.floor(octaves * scale.notesPerOctave() + 1e-9);
    }

    /** Octaves above the lowest frequency of the note so many steps above it. */
    double octaves(int steps) {
        return scale.semitones(steps) / 12.0;
    }
}
