package org.epochreel.sound.track;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.aac.AudioSpecificConfig;

/**
 * Reads AAC as a stream of frames with headers of their own, ADTS (ISO/IEC 14496-3, 1.A.2). It tells nothing of priming,
 * so all that is decoded is heard, as players do it.
 */
final class AdtsTrack {

    private static final int HEADER = 7;
    private static final int CHECKSUM = 2;
    private static final int ID3_HEADER = 10;
    private static final int ID3_AT_END = 128;

    private AdtsTrack() {
    }

    static AacTrack read(Path file, FileBytes bytes) throws TrackException, IOException {
        long position = afterTags(bytes);
        ImmutableLongArray.Builder positions = ImmutableLongArray.builder();
        ImmutableIntArray.Builder sizes = ImmutableIntArray.builder();
        int frames = 0;
        int kind = 0;
        AacConfig config = null;
        while (position < bytes.size() && !isTagAtEnd(bytes, position)) {
            if (position + HEADER > bytes.size()) {
                throw TrackException.truncated("frame " + (frames + 1) + " is incomplete");
            }
            ByteBuffer header = bytes.read(position, HEADER);
            int fixed = header.getInt(0);
            if ((fixed >>> 16 & 0xfff6) != 0xfff0) {
                throw frames == 0 ? TrackException.notTaken((fixed >>> 16 & 0xffe0) == 0xffe0 ? "MP3"
                        : "no sound that is known") : new TrackException("frame " + (frames + 1) + ", at byte "
                        + position + ", does not begin as an AAC frame does; the file is damaged");
            }
            // Profile, rate and channels; the bits beside them may change.
            int described = fixed >>> 6 & 0x3f7;
            if (frames == 0) {
                config = config(fixed);
                kind = described;
            } else if (described != kind) {
                throw new TrackException("from frame " + (frames + 1)
                        + " on the track has another profile, rate or number of channels");
            }
            int size = (header.getInt(3) >>> 13) & 0x1fff;
            int head = (fixed >>> 16 & 1) == 1 ? HEADER : HEADER + CHECKSUM;
            if ((header.get(6) & 3) != 0) {
                throw new TrackException("the track has several blocks in a frame; one is taken");
            }
            if (size <= head) {
                throw new TrackException("frame " + (frames + 1) + " is empty; the file is damaged");
            }
            if (position + size > bytes.size()) {
                throw TrackException.truncated("frame " + (frames + 1) + " is incomplete");
            }
            positions.add(position + head);
            sizes.add(size - head);
            frames++;
            position += size;
        }
        if (config == null) {
            throw new TrackException("the file has no sound");
        }
        return new AacTrack(file, config, positions.build(), sizes.build(), 0,
                (long) frames * AudioTrack.UNIT_LENGTH);
    }

    private static AacConfig config(int fixed) throws TrackException {
        int type = (fixed >>> 14 & 3) + 1;
        int rate = AudioSpecificConfig.sampleRate(fixed >>> 10 & 15);
        int channels = fixed >>> 6 & 7;
        if (type != AudioSpecificConfig.AAC_LC) {
            throw TrackException.notTaken(AacConfig.name(type));
        }
        if (rate == 0) {
            throw new TrackException("the track does not say how many samples a second it has");
        }
        if (channels == 0) {
            throw new TrackException("the track's channels have no usual arrangement; one or two are taken");
        }
        if (channels > 2) {
            throw TrackException.channels(channels == 7 ? 8 : channels);
        }
        return AacConfig.of(rate, channels);
    }

    private static long afterTags(FileBytes bytes) throws TrackException, IOException {
        long position = 0;
        while (position + ID3_HEADER <= bytes.size()) {
            ByteBuffer head = bytes.read(position, ID3_HEADER);
            if (head.get(0) != 'I' || head.get(1) != 'D' || head.get(2) != '3') {
                break;
            }
            // Four times seven bits (ID3v2, section 3.1).
            int size = (head.get(6) & 0x7f) << 21 | (head.get(7) & 0x7f) << 14 | (head.get(8) & 0x7f) << 7
                    | head.get(9) & 0x7f;
            position += ID3_HEADER + size;
        }
        return position;
    }

    private static boolean isTagAtEnd(FileBytes bytes, long position) throws TrackException, IOException {
        if (bytes.size() - position != ID3_AT_END) {
            return false;
        }
        ByteBuffer head = bytes.read(position, 3);
        return head.get(0) == 'T' && head.get(1) == 'A' && head.get(2) == 'G';
    }
}
