package org.epochreel.sound.track;

import java.nio.ByteBuffer;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.aac.AudioSpecificConfig;

/**
 * An AudioSpecificConfig as a file has it (ISO/IEC 14496-3, 1.6.2.1).
 *
 * @param bytes the file's own
 */
record AacConfig(CodedBytes bytes, int sampleRate, int channels) {

    private static final int ESCAPE = 31;
    private static final int SPECTRAL_BAND_REPLICATION = 5;
    private static final int PARAMETRIC_STEREO = 29;
    private static final int EXPLICIT_RATE = 15;
    private static final int SYNC_EXTENSION = 0x2b7;

    static AacConfig of(int sampleRate, int channels) {
        return new AacConfig(AudioSpecificConfig.of(sampleRate, channels), sampleRate, channels);
    }

    /** @throws TrackException if it is not AAC-LC with frames of 1024 samples and one or two channels */
    static AacConfig read(ByteBuffer config) throws TrackException {
        Fields fields = new Fields(config);
        int type = fields.objectType();
        int index = fields.read(4);
        int rate = index == EXPLICIT_RATE ? fields.read(24) : AudioSpecificConfig.sampleRate(index);
        int channels = fields.read(4);
        if (type != AudioSpecificConfig.AAC_LC) {
            throw TrackException.notTaken(name(type));
        }
        boolean short960 = fields.read(1) == 1;
        boolean coreCoder = fields.read(1) == 1;
        boolean extension = fields.read(1) == 1;
        if (channels == 7) {
            throw TrackException.channels(8);
        }
        if (channels > 2) {
            throw TrackException.channels(channels);
        }
        if (channels == 0) {
            throw new TrackException("the track's channels have no usual arrangement; one or two are taken");
        }
        if (short960 || coreCoder || extension) {
            throw new TrackException("the track is AAC-LC of an unusual kind, such as with frames of 960 samples; "
                    + "taken is the one with 1024");
        }
        if (rate < WavFormat.LEAST_RATE) {
            throw new TrackException("the track does not say how many samples a second it has");
        }
        if (fields.left() >= 16 && fields.read(11) == SYNC_EXTENSION
                && fields.objectType() == SPECTRAL_BAND_REPLICATION && fields.left() > 0 && fields.read(1) == 1) {
            throw TrackException.notTaken(name(SPECTRAL_BAND_REPLICATION));
        }
        byte[] bytes = new byte[config.remaining()];
        config.duplicate().get(bytes);
        return new AacConfig(CodedBytes.copyOf(bytes), rate, channels);
    }

    /** What an audio object type is called (table 1.17). */
    static String name(int type) {
        return switch (type) {
            case 1 -> "AAC Main";
            case 3 -> "AAC SSR";
            case 4 -> "AAC LTP";
            case SPECTRAL_BAND_REPLICATION -> "HE-AAC";
            case PARAMETRIC_STEREO -> "HE-AAC v2";
            case 17, 19, 20 -> "error-resilient AAC";
            case 23 -> "AAC-LD";
            case 32, 33 -> "MPEG layer I or II";
            case 34 -> "MP3";
            case 36 -> "MPEG-4 ALS";
            case 39 -> "AAC-ELD";
            case 42 -> "xHE-AAC";
            default -> "MPEG-4 audio of object type " + type;
        };
    }

    /** Reads bits, most significant first. */
    private static final class Fields {

        private final ByteBuffer bytes;
        private int position;

        Fields(ByteBuffer bytes) {
            this.bytes = bytes.slice();
        }

        int left() {
            return 8 * bytes.limit() - position;
        }

        int read(int count) throws TrackException {
            if (count > left()) {
                throw TrackException.truncated("the description of its sound is incomplete");
            }
            int value = 0;
            for (int i = 0; i < count; i++, position++) {
                value = value << 1 | bytes.get(position / 8) >> 7 - position % 8 & 1;
            }
            return value;
        }

        int objectType() throws TrackException {
            int type = read(5);
            return type == ESCAPE ? 32 + read(6) : type;
        }
    }
}
