package org.epochreel.sound.synth;

import com.google.common.primitives.ImmutableIntArray;

/** The notes of an octave that tones may take, in semitones above its first. */
public enum Scale {
    /** The major pentatonic scale, in which any two notes sound well together. */
    PENTATONIC(0, 2, 4, 7, 9),
    MAJOR(0, 2, 4, 5, 7, 9, 11),
    MINOR(0, 2, 3, 5, 7, 8, 10),
    CHROMATIC(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private static final int OCTAVE = 12;
    private static final int MINOR_THIRD = 3;
    private static final int MAJOR_THIRD = 4;

    private final ImmutableIntArray semitones;

    Scale(int... semitones) {
        this.semitones = ImmutableIntArray.copyOf(semitones);
    }

    int notesPerOctave() {
        return semitones.length();
    }

    /** Semitones above the first note of the note so many steps above it, or below if negative. */
    int semitones(int steps) {
        int octave = Math.floorDiv(steps, semitones.length());
        return OCTAVE * octave + semitones.get(Math.floorMod(steps, semitones.length()));
    }

    /** The third of its chord, in semitones. */
    int third() {
        return this == MINOR ? MINOR_THIRD : MAJOR_THIRD;
    }
}
