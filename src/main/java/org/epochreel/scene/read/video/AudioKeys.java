package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.AudioSpec.FromTraining;
import org.epochreel.scene.AudioSpec.Own;
import org.epochreel.scene.AudioSpec.Quantity;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;
import org.epochreel.scene.read.video.format.TimeType;
import org.epochreel.sound.synth.Scale;
import org.epochreel.sound.synth.SoundForm;
import org.epochreel.sound.synth.Tuning;
import org.epochreel.sound.track.TrackEdit;

/** The keys of {@code video.audio}. */
final class AudioKeys extends Group<AudioSpec> {

    private static final double NANOS = 1e9;

    private final Key<FileName> file = key("file", new FileName.Names("track.m4a")).alsoCalled("track", "path").orNothing(
            "", "track.m4a", "A track of your own, WAV or AAC-LC (.m4a, .mp4, .aac), cut to the film's length and never"
                    + " stretched; AAC-LC is copied without loss unless gain or fade-out change it.");
    private final Key<Double> gain = key("gain", new DecibelType()).alsoCalled("volume", "level").beside(file).orElse(
            0.0, "-6dB", "How much louder, or softer if negative, the track is played; what would clip is held back.");
    private final Key<Duration> fadeOut = key("fade-out", new TimeType()).alsoCalled("fade", "fadeout").beside(file)
            .orElse(Duration.ZERO, "2s", "How long before its end the sound fades.");
    private final Key<Duration> offset = key("offset", new TimeType()).alsoCalled("start", "skip").beside(file).orElse(
            Duration.ZERO, "12s", "Where in the track the film begins.");
    private final Key<Quantity> from = key("from", word(Quantity.class, ImmutableMap.of("norm", "gradient-norm",
            "gradient", "gradient-norm", "lr", "learning-rate", "rate", "learning-rate", "movement", "motion")))
            .alsoCalled("source").orNothing("", "loss", "Makes the training audible: which of its numbers is listened to."
                    + " A bell marks each change of the learning rate at its frame, a lower one the end.");
    private final Key<SoundForm> form = key("as", word(SoundForm.class, ImmutableMap.of("tone", "pitch", "melody",
            "pitch", "notes", "pulse"))).alsoCalled("form", "voice").beside(from).orElse(SoundForm.PITCH, "chord",
                    "What it sounds like: steps of a scale that fall as the number falls (pitch), a chord that becomes"
                            + " pure as it falls (chord), or plucked notes, the denser the faster it moves (pulse).");
    private final Key<Scale> scale = key("scale", word(Scale.class)).alsoCalled("mode").beside(from).orElse(
            Tuning.DEFAULT.scale(), "minor", "The notes that are used.");
    private final Key<Range> range = key("range", new RangeType()).alsoCalled("tones", "frequencies").beside(from)
            .orElse(new Range(Tuning.DEFAULT.lowest(), Tuning.DEFAULT.highest()), "[220, 880]",
                    "The lowest and the highest frequency of the notes, in hertz, at least an octave apart.");
    private final ImmutableList<Key<?>> kinds = exactlyOneOf(file, from);

    AudioKeys() {
        super("video.audio", "The film's sound: a track of your own, or the training made audible.");
    }

    @Override
    protected Optional<AudioSpec> read(Section audio) {
        return audio.only(kinds).flatMap(kind -> kind == file ? own(audio) : fromTraining(audio));
    }

    private Optional<AudioSpec> own(Section audio) {
        TrackEdit edit = new TrackEdit(seconds(audio.get(offset)), audio.get(gain), seconds(audio.get(fadeOut)));
        return audio.find(file).flatMap(name -> SceneFiles.track(name).map(found -> {
            double length = (double) found.track().length() / found.track().sampleRate();
            if (edit.offset() >= length) {
                audio.value(offset).orElseThrow().mistake("the track is over before the film begins",
                        "allowed are offsets below the track's " + Math.round(length * 10) / 10.0 + " s");
            }
            return new Own(name.path(), found.track(), found.hash(), edit);
        }));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }

    private Optional<AudioSpec> fromTraining(Section audio) {
        Range tones = audio.get(range);
        Scale notes = audio.get(scale);
        SoundForm wanted = audio.get(form);
        if (tones.from() < Tuning.LEAST || tones.to() > Tuning.LARGEST || tones.to() < 2 * tones.from()) {
            Value value = audio.value(range).orElseThrow();
            value.mistake("the tones of " + value.shown() + " cannot be played", "allowed are two frequencies from "
                    + (int) Tuning.LEAST + " to " + (int) Tuning.LARGEST + " Hz, the second at least twice the first");
            return Optional.empty();
        }
        Tuning tuning = new Tuning(notes, tones.from(), tones.to());
        return audio.find(from).map(quantity -> new FromTraining(quantity, wanted, tuning));
    }

    @Override
    protected void write(AudioSpec audio, Members members) {
        if (audio instanceof Own own) {
            members.put(file, FileName.of(own.file())).put(gain, own.edit().gain());
            members.put(fadeOut, time(own.edit().fadeOut())).put(offset, time(own.edit().offset()));
        } else {
            FromTraining made = (FromTraining) audio;
            members.put(from, made.from()).put(form, made.as()).put(scale, made.tuning().scale());
            members.put(range, new Range(made.tuning().lowest(), made.tuning().highest()));
        }
    }

    private static Duration time(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }
}
