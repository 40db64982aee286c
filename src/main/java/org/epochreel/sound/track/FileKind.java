package org.epochreel.sound.track;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The kinds of files that hold a track, told by their first bytes; others are named and refused. */
enum FileKind {
    WAV, MP4, ADTS;

    static FileKind of(ByteBuffer head) throws TrackException {
        String text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (text.startsWith("WAVE", 8) && (text.startsWith("RIFF") || text.startsWith("RF64"))) {
            return WAV;
        }
        if (text.startsWith("ftyp", 4) || text.startsWith("moov", 4) || text.startsWith("mdat", 4)) {
            return MP4;
        }
        // MPEG audio begins with eleven ones; then version and layer, 0 being AAC's.
        int sync = head.remaining() < 2 ? 0 : head.getShort(0) & 0xffff;
        if ((sync & 0xfff6) == 0xfff0) {
            return ADTS;
        }
        if (text.startsWith("ID3")) {
            return ADTS;
        }
        throw TrackException.notTaken(name(text, sync));
    }

    private static String name(String text, int sync) {
        if ((sync & 0xffe0) == 0xffe0 && (sync & 6) != 0) {
            return "MP3";
        }
        if (text.startsWith("OggS")) {
            return text.contains("OpusHead") ? "Opus (Ogg)" : text.contains("vorbis") ? "Vorbis (Ogg)" : "Ogg";
        }
        if (text.startsWith("RIFF")) {
            return text.startsWith("AVI ", 8) ? "an AVI film" : "a RIFF file without sound";
        }
        if (text.startsWith("FORM")) {
            return "AIFF";
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return "Matroska or WebM";
        }
        if (text.startsWith("0&\u00b2u")) {
            return "Windows Media";
        }
        return switch (text.substring(0, Math.min(4, text.length()))) {
            case "fLaC" -> "FLAC";
            case "caff" -> "a CAF file";
            case "MThd" -> "MIDI, which has notes but no sound";
            case "ADIF" -> "AAC within ADIF";
            case "RIFX" -> "a big-endian WAV file";
            case ".snd" -> "an AU file";
            case "wvpk" -> "WavPack";
            default -> "no sound that is known";
        };
    }
}
