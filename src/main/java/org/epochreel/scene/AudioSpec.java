package org.epochreel.scene;

import java.nio.file.Path;
import org.epochreel.sound.synth.SoundForm;
import org.epochreel.sound.synth.Tuning;
import org.epochreel.sound.track.SourceTrack;
import org.epochreel.sound.track.TrackEdit;

/** Where a film's sound comes from. */
public sealed interface AudioSpec {

    /**
     * A track that exists.
     *
     * @param file as the scene names it, relative to the scene's directory
     * @param hash SHA-256 of its content, in hexadecimal
     */
    record Own(Path file, SourceTrack track, String hash, TrackEdit edit) implements AudioSpec {}

    /** The training itself, made audible. */
    record FromTraining(Quantity from, SoundForm as, Tuning tuning) implements AudioSpec {}

    /** What is listened to. */
    enum Quantity {
        LOSS,
        GRADIENT_NORM,
        LEARNING_RATE,
        /** How far the curve moves from epoch to epoch. */
        MOTION
    }
}
