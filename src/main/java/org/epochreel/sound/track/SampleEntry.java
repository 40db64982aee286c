package org.epochreel.sound.track;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What an MP4 file says of its sound's code: the sample entry (ISO/IEC 14496-12, 12.2.3) with the elementary stream
 * descriptor (14496-14, 5.6, and 14496-1, 7.2.6).
 */
final class SampleEntry {

    /** Reserved bytes, data reference and the fields of sound. */
    private static final int FIELDS = 28;
    private static final int VERSION_1_FIELDS = 16;
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;
    private static final int MPEG4_AUDIO = 0x40;
    private static final int MPEG2_AAC_LC = 0x67;

    private SampleEntry() {
    }

    static AacConfig config(Box descriptions) throws TrackException {
        int count = descriptions.entries(4, 8);
        if (count != 1 || descriptions.body().limit() < 16) {
            throw new TrackException("the track has " + count + " descriptions of its sound; one is taken");
        }
        String type = Box.typeAt(descriptions.body(), 12);
        if (!type.equals("mp4a")) {
            throw name(type);
        }
        Box entry = descriptions.child("mp4a", 8).orElseThrow();
        int version = (int) entry.unsigned(8) >>> 16;
        int fields = FIELDS + (version == 1 ? VERSION_1_FIELDS : 0);
        Optional<Box> stream = entry.child("esds", fields);
        if (stream.isEmpty()) {
            // QuickTime puts it one level down.
            Optional<Box> wave = entry.child("wave", fields);
            stream = wave.isPresent() ? wave.get().child("esds", 0) : wave;
        }
        if (stream.isEmpty()) {
            throw new TrackException("the track does not describe its sound; the file is damaged");
        }
        return described(stream.get());
    }

    private static AacConfig described(Box stream) throws TrackException {
        ByteBuffer bytes = stream.body().slice(4, Math.max(0, stream.body().limit() - 4));
        ByteBuffer description = descriptor(bytes, STREAM);
        skip(description, 2);
        int flags = description.get() & 0xff;
        skip(description, (flags & 0x80) != 0 ? 2 : 0);
        skip(description, (flags & 0x40) != 0 ? 1 + (description.get(description.position()) & 0xff) : 0);
        skip(description, (flags & 0x20) != 0 ? 2 : 0);
        ByteBuffer decoder = descriptor(description, DECODER);
        int object = decoder.get() & 0xff;
        if (object != MPEG4_AUDIO && object != MPEG2_AAC_LC) {
            throw TrackException.notTaken(objectName(object));
        }
        skip(decoder, 12);
        return AacConfig.read(descriptor(decoder, SPECIFIC));
    }

    /** The body of the next descriptor, of that tag. */
    private static ByteBuffer descriptor(ByteBuffer bytes, int tag) throws TrackException {
        while (bytes.remaining() >= 2) {
            int found = bytes.get() & 0xff;
            int size = 0;
            int digit = 0x80;
            for (int i = 0; i < 4 && (digit & 0x80) != 0 && bytes.hasRemaining(); i++) {
                digit = bytes.get();
                size = size << 7 | digit & 0x7f;
            }
            if (size > bytes.remaining()) {
                break;
            }
            ByteBuffer body = bytes.slice(bytes.position(), size);
            if (found == tag && size > 3 - (tag == SPECIFIC ? 2 : 0)) {
                return body;
            }
            bytes.position(bytes.position() + size);
        }
        throw TrackException.truncated("the description of its sound is incomplete");
    }

    private static void skip(ByteBuffer bytes, int count) throws TrackException {
        if (count >= bytes.remaining()) {
            throw TrackException.truncated("the description of its sound is incomplete");
        }
        bytes.position(bytes.position() + count);
    }

    private static TrackException name(String type) {
        return switch (type) {
            case "drms", "enca", "aavd", "aax " -> new TrackException(
                    "the track is encrypted (DRM) and cannot be used; taken are WAV and AAC-LC without protection");
            case "alac" -> TrackException.notTaken("ALAC (Apple Lossless)");
            case "Opus" -> TrackException.notTaken("Opus");
            case "fLaC" -> TrackException.notTaken("FLAC");
            case ".mp3", "mp3 " -> TrackException.notTaken("MP3");
            case "ac-3" -> TrackException.notTaken("AC-3 (Dolby Digital)");
            case "ec-3" -> TrackException.notTaken("E-AC-3 (Dolby Digital Plus)");
            case "ac-4" -> TrackException.notTaken("AC-4");
            case "dtsc", "dtse", "dtsh", "dtsl" -> TrackException.notTaken("DTS");
            case "samr", "sawb" -> TrackException.notTaken("AMR");
            case "mha1", "mhm1" -> TrackException.notTaken("MPEG-H");
            case "twos", "sowt", "lpcm", "ipcm", "fpcm", "in24", "in32", "fl32", "fl64", "raw " ->
                    TrackException.notTaken("uncompressed sound within MP4 or QuickTime");
            default -> TrackException.notTaken("sound of the kind \"" + type.replaceAll("[^ -~]", "?") + "\"");
        };
    }

    private static String objectName(int object) {
        return switch (object) {
            case 0x66 -> "AAC Main";
            case 0x68 -> "AAC SSR";
            case 0x69, 0x6b -> "MP3";
            case 0xa5 -> "AC-3 (Dolby Digital)";
            case 0xa6 -> "E-AC-3 (Dolby Digital Plus)";
            case 0xa9 -> "DTS";
            case 0xad -> "Opus";
            case 0xdd -> "Vorbis";
            default -> "sound of the object type 0x" + Integer.toHexString(object);
        };
    }
}
