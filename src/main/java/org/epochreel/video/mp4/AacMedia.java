package org.epochreel.video.mp4;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.sound.AudioTrack;
import org.jcodec.containers.mp4.boxes.AudioSampleEntry;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.SampleEntry;

/** AAC-LC sound (ISO/IEC 14496-14). */
record AacMedia(AudioTrack sound) implements TrackMedia {

    /** Bits of a decoded sample, by convention. */
    private static final short SAMPLE_BITS = 16;

    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC_INFO = 5;
    private static final int SYNC_LAYER_CONFIG = 6;
    private static final int MPEG_4_AUDIO = 0x40;
    /** A stream of sound that is no copy for a server (ISO/IEC 14496-1, 7.2.6.6). */
    private static final int AUDIO_STREAM = 0x15;

    @Override
    public String handler() {
        return "soun";
    }

    @Override
    public String handlerName() {
        return "SoundHandler";
    }

    @Override
    public Box mediaHeader() {
        return Boxes.leaf("smhd", ByteBuffer.allocate(8));
    }

    @Override
    public Optional<FrameSize> size() {
        return Optional.empty();
    }

    @Override
    public SampleEntry sampleEntry() {
        AudioSampleEntry entry = AudioSampleEntry.createAudioSampleEntry(new Header("mp4a"), (short) 1,
                (short) sound.channels(), SAMPLE_BITS, sound.sampleRate(), (short) 0, 0, 0, 0, 0, 0, 0, 0, (short) 0);
        entry.add(Boxes.leaf("esds", elementaryStream()));
        return entry;
    }

    /** The descriptors of ISO/IEC 14496-1, 7.2.6.5 and 7.2.6.6, whose lengths all fit one byte. */
    private ByteBuffer elementaryStream() {
        byte[] config = sound.config().toArray();
        int specific = 2 + config.length;
        int decoder = 13 + specific;
        ByteBuffer body = ByteBuffer.allocate(4 + 2 + 3 + 2 + decoder + 3);
        body.putInt(0);
        body.put((byte) ES_DESCRIPTOR).put((byte) (3 + 2 + decoder + 3)).putShort((short) 0).put((byte) 0);
        body.put((byte) DECODER_CONFIG).put((byte) decoder).put((byte) MPEG_4_AUDIO).put((byte) AUDIO_STREAM);
        int buffer = sound.largestUnit();
        body.put((byte) (buffer >> 16)).putShort((short) buffer);
        body.putInt(sound.peakBitRate()).putInt(sound.bitRate());
        body.put((byte) DECODER_SPECIFIC_INFO).put((byte) config.length).put(config);
        body.put((byte) SYNC_LAYER_CONFIG).put((byte) 1).put((byte) 2);
        return body.flip();
    }

    /** How many units a player decodes before the one that is to be heard (ISO/IEC 14496-12, 8.9 and 10.1). */
    @Override
    public ImmutableList<Box> furtherTables(int samples) {
        ByteBuffer description = ByteBuffer.allocate(18);
        description.putInt(1 << 24).put(Boxes.ascii("roll")).putInt(2).putInt(1)
                .putShort((short) -AudioTrack.ROLL_DISTANCE);
        ByteBuffer groups = ByteBuffer.allocate(20);
        groups.putInt(0).put(Boxes.ascii("roll")).putInt(1).putInt(samples).putInt(1);
        return ImmutableList.of(Boxes.leaf("sgpd", description.flip()), Boxes.leaf("sbgp", groups.flip()));
    }
}
