package org.epochreel.sound.synth;

/** What a training sounds like. */
public enum SoundForm {
    /** A tone that climbs and falls by the steps of a scale, brighter and louder the more moves. */
    PITCH(new PitchVoice()),
    /** A chord that is out of tune while the value is high and becomes pure as it falls. */
    CHORD(new ChordVoice()),
    /** Plucked notes, the denser the faster the value changes. */
    PULSE(new PulseVoice());

    private final Voice voice;

    SoundForm(Voice voice) {
        this.voice = voice;
    }

    Voice voice() {
        return voice;
    }
}
