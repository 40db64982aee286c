package org.epochreel.sound.synth;

/** Turns controls into sound, without bells. */
interface Voice {

    /** Adds its sound to both channels, whose length is that of the film. */
    void play(Controls controls, Tuning tuning, Mix mix);
}
