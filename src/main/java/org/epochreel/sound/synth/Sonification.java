package org.epochreel.sound.synth;

import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.pcm.Levelling;

/**
 * Makes a training audible, from the same frames as its film and exactly as long: a voice driven by the values, a bell
 * at each change of the learning rate, a lower bell at the end, or a cluster that grates where training left the finite
 * numbers. Stereo at 44.1 kHz, at -16 LUFS, never clipping; the same numbers give the same samples on every machine.
 */
public final class Sonification {

    private Sonification() {
    }

    public static Pcm of(TrainingTimeline timeline, SoundForm form, Tuning tuning) {
        return Levelling.level(mixed(timeline, form, tuning));
    }

    /** Before its loudness is set. */
    static Pcm mixed(TrainingTimeline timeline, SoundForm form, Tuning tuning) {
        Controls controls = new Controls(timeline);
        Mix mix = new Mix(controls.length());
        form.voice().play(controls, tuning, mix);
        FilmTime film = timeline.film();
        for (int i = 0; i < timeline.rateChanges().length(); i++) {
            Bell.strike(mix, (int) film.sampleOf(timeline.rateChanges().get(i), Mix.RATE), tuning.highest());
        }
        if (timeline.divergence().isPresent()) {
            Breakdown.play(mix, (int) film.sampleOf(timeline.divergence().getAsInt(), Mix.RATE), tuning);
        } else {
            Bell.strike(mix, (int) film.sampleOf(timeline.end(), Mix.RATE), tuning.highest() / 2);
        }
        return mix.sound();
    }
}
