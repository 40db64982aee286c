package org.epochreel.sound.aac;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;

/** Writes a track as a stream of frames with headers of their own (ISO/IEC 14496-3, 1.A.2). */
public final class Adts {

    private static final List<Integer> RATES =
            List.of(96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000);

    private Adts() {
    }

    public static byte[] of(AudioTrack track) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (CodedBytes unit : track.units()) {
            out.writeBytes(header(RATES.indexOf(track.sampleRate()), track.channels(), unit.size()));
            out.writeBytes(unit.toArray());
        }
        return out.toByteArray();
    }

    /** A header without a checksum, before {@code size} bytes. */
    public static byte[] header(int rateIndex, int channels, int size) {
        int all = size + 7;
        return new byte[] {(byte) 0xff, (byte) 0xf1, (byte) (1 << 6 | rateIndex << 2 | channels >> 2),
            (byte) (channels << 6 | all >> 11), (byte) (all >> 3), (byte) (all << 5 | 0x1f), (byte) 0xfc};
    }
}
