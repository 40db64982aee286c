package org.epochreel.sound.track;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;

/** Writes MP4 files to test with, right ones and wrong ones. */
final class TestMp4 {

    private final AudioTrack track;
    private String entry = "mp4a";
    private int object = 0x40;
    private byte[] config;
    private byte[] edits = new byte[0];
    private byte[] userData = new byte[0];
    private String handler = "soun";
    private boolean wide;
    private boolean withPicture;
    private final int movieScale;

    TestMp4(AudioTrack track) {
        this(track, 1000);
    }

    /** @param movieScale units of the edit list's durations a second */
    TestMp4(AudioTrack track, int movieScale) {
        this.track = track;
        this.movieScale = movieScale;
        config = track.config().toArray();
        edit(movieTime(), track.priming());
    }

    private int movieTime() {
        return (int) ((track.length() * movieScale + track.sampleRate() - 1) / track.sampleRate());
    }

    TestMp4 entry(String type) {
        entry = type;
        return this;
    }

    TestMp4 object(int type) {
        object = type;
        return this;
    }

    TestMp4 config(int... bytes) {
        config = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            config[i] = (byte) bytes[i];
        }
        return this;
    }

    TestMp4 handler(String type) {
        handler = type;
        return this;
    }

    /** With a track of pictures, of which there are none, before that of sound. */
    TestMp4 withPicture() {
        withPicture = true;
        return this;
    }

    /** With 64 bits for places and edits. */
    TestMp4 wide() {
        wide = true;
        return this;
    }

    TestMp4 withoutEdits() {
        edits = new byte[0];
        return this;
    }

    TestMp4 edit(long duration, int... starts) {
        ByteBuffer list = ByteBuffer.allocate(8 + 12 * starts.length).putInt(0).putInt(starts.length);
        for (int start : starts) {
            list.putInt((int) duration).putInt(start).putInt(0x10000);
        }
        edits = box("edts", box("elst", list.array()));
        return this;
    }

    TestMp4 wideEdit(long duration, long start) {
        edits = box("edts", box("elst", ByteBuffer.allocate(28).putInt(1 << 24).putInt(1).putLong(duration)
                .putLong(start).putInt(0x10000).array()));
        return this;
    }

    /** iTunes' tag. */
    TestMp4 gapless(int priming, int padding, long length) {
        String text = String.format(" 00000000 %08X %08X %016X 00000000", priming, padding, length);
        byte[] data = box("data", concat(new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, ascii(text)));
        byte[] name = box("name", concat(new byte[4], "iTunSMPB".getBytes(StandardCharsets.US_ASCII)));
        userData = box("udta", box("meta", concat(new byte[4], box("ilst", box("----", concat(name, data))))));
        return this;
    }

    byte[] bytes() {
        byte[] fileType = box("ftyp", "M4A \0\0\2\0isom".getBytes(StandardCharsets.ISO_8859_1));
        int start = fileType.length + movie(0).length + 8;
        byte[] media = new byte[track.media().remaining()];
        track.media().get(media);
        return concat(fileType, movie(start), box("mdat", media));
    }

    private byte[] movie(int start) {
        byte[] header = box("mvhd", ByteBuffer.allocate(100).putInt(12, movieScale).putInt(16, movieTime())
                .putInt(20, 1 << 16).putShort(24, (short) 0x100).putInt(36, 1 << 16).putInt(52, 1 << 16)
                .putInt(68, 1 << 30).putInt(96, 2).array());
        byte[] mediaHeader = box("mdhd", ByteBuffer.allocate(24).putInt(12, track.sampleRate())
                .putInt(16, (int) (track.priming() + track.length())).putShort(20, (short) 0x55c4).array());
        byte[] handlerBox = handlerBox(handler);
        byte[] references = box("dinf", box("dref", concat(new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
                box("url ", new byte[] {0, 0, 0, 1}))));
        byte[] trackHeader = box("tkhd", ByteBuffer.allocate(84).putInt(0, 3).putInt(12, 1).putInt(20, movieTime())
                .putShort(36, (short) 0x100).putInt(40, 1 << 16).putInt(56, 1 << 16).putInt(72, 1 << 30).array());
        byte[] information = box("minf", concat(box("smhd", new byte[8]), references, table(start)));
        byte[] media = box("mdia", concat(mediaHeader, handlerBox, information));
        byte[] picture = box("trak", box("mdia", handlerBox("vide")));
        byte[] sound = box("trak", concat(trackHeader, edits, media));
        return box("moov", concat(header, withPicture ? picture : new byte[0], sound, userData));
    }

    private static byte[] handlerBox(String type) {
        return box("hdlr", ByteBuffer.allocate(25).position(8).put(ascii(type)).array());
    }

    private byte[] table(int start) {
        int units = track.units().size();
        byte[] description = box("stsd", concat(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, box(entry,
                concat(sound(), box("esds", descriptors())))));
        ByteBuffer times = ByteBuffer.allocate(24).putInt(0).putInt(2).putInt(units - 1).putInt(1024).putInt(1)
                .putInt(track.duration(units - 1));
        // Five units a chunk, the last has the rest.
        int chunks = (units + 4) / 5;
        ByteBuffer runs = ByteBuffer.allocate(32).putInt(0).putInt(2).putInt(1).putInt(5).putInt(1).putInt(chunks)
                .putInt(units - 5 * (chunks - 1)).putInt(1);
        ByteBuffer sizes = ByteBuffer.allocate(12 + 4 * units).putInt(0).putInt(0).putInt(units);
        ByteBuffer places = ByteBuffer.allocate(8 + (wide ? 8 : 4) * chunks).putInt(0).putInt(chunks);
        int position = start;
        for (int i = 0; i < units; i++) {
            if (i % 5 == 0 && wide) {
                places.putLong(position);
            } else if (i % 5 == 0) {
                places.putInt(position);
            }
            CodedBytes unit = track.units().get(i);
            sizes.putInt(unit.size());
            position += unit.size();
        }
        return box("stbl", concat(description, box("stts", times.array()), box("stsc", runs.array()),
                box("stsz", sizes.array()), box(wide ? "co64" : "stco", places.array())));
    }

    /** Data reference, channels, bits of a sample and rate. */
    private byte[] sound() {
        return ByteBuffer.allocate(28).putShort(6, (short) 1).putShort(16, (short) track.channels())
                .putShort(18, (short) 16).putInt(24, track.sampleRate() << 16).array();
    }

    private byte[] descriptors() {
        byte[] specific = concat(new byte[] {5, (byte) config.length}, config);
        byte[] decoder = concat(new byte[] {4, (byte) (13 + specific.length), (byte) object, 0x15}, new byte[11],
                specific);
        // Sizes may be padded with empty digits, as many programs write them.
        byte empty = (byte) 0x80;
        return concat(new byte[4], new byte[] {3, empty, empty, empty, (byte) (3 + decoder.length), 0, 1, 0}, decoder);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] box(String type, byte[] body) {
        return concat(ByteBuffer.allocate(8).putInt(8 + body.length).put(ascii(type)).array(), body);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
