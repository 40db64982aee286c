package org.epochreel.sound.track;

import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.pcm.Resampler;

/** Applies gain and fade to samples and encodes them. */
final class PcmEdit {

    /** Sound that is cut off at the film's end fades so long at least, in seconds, lest it click. */
    private static final double SHORTEST_FADE = 0.005;

    private PcmEdit() {
    }

    /** @param isCut whether the sound would have gone on */
    static AudioTrack encode(Pcm sound, TrackEdit edit, boolean isCut, int bitRate) throws TrackException {
        double fade = isCut ? Math.max(edit.fadeOut(), SHORTEST_FADE) : edit.fadeOut();
        Pcm edited = faded(amplified(sound, edit.gain()), fade);
        return AacEncoder.encode(Resampler.resample(edited, encodedRate(sound.sampleRate())), bitRate);
    }

    /** Rates that divide or are divided by 44100 go there, all others to 48000. */
    static int encodedRate(int sampleRate) {
        return 44100 % sampleRate == 0 || sampleRate % 44100 == 0 ? 44100 : 48000;
    }

    private static Pcm amplified(Pcm sound, double gain) throws TrackException {
        double factor = StrictMath.pow(10, gain / 20);
        double peak = 0;
        double[][] channels = new double[sound.channels()][sound.length()];
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < sound.length(); i++) {
                channels[c][i] = factor * sound.channel(c)[i];
                peak = Math.max(peak, Math.abs(channels[c][i]));
            }
        }
        if (peak > 1 + 1e-9) {
            double most = Math.floor(10 * (gain - 20 * StrictMath.log10(peak))) / 10;
            throw new TrackException("with a gain of " + gain + " dB the track would clip; " + most
                    + " dB is the most that its loudest sample allows");
        }
        return new Pcm(sound.sampleRate(), channels);
    }

    /** Fades the end by half a cosine; changes the samples, which are nobody else's. */
    private static Pcm faded(Pcm sound, double seconds) {
        int length = (int) Math.min(sound.length(), Math.round(seconds * sound.sampleRate()));
        for (int i = 0; i < length; i++) {
            double factor = 0.5 - 0.5 * StrictMath.cos(StrictMath.PI * i / length);
            for (int c = 0; c < sound.channels(); c++) {
                sound.channel(c)[sound.length() - 1 - i] *= factor;
            }
        }
        return sound;
    }
}
