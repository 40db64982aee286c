package org.epochreel.sound.track;

import java.util.Optional;
import org.epochreel.sound.AudioTrack;

/**
 * Which of a track's decoded samples are to be heard: told by its edit list (ISO/IEC 14496-12, 8.6.6), else by iTunes'
 * gapless tag, else all. The durations of the units say where the last one ends.
 *
 * @param priming samples before the first that is heard
 */
record PlayedPart(int priming, long length) {

    private static final int ONE = 0x10000;

    static PlayedPart of(Box movie, Box track, int sampleRate, int units) throws TrackException {
        long coded = (long) units * AudioTrack.UNIT_LENGTH;
        long end = Math.min(coded, end(track, sampleRate));
        Optional<Box> edits = track.find("edts", "elst");
        long start = 0;
        if (edits.isPresent()) {
            PlayedPart edited = edited(movie, edits.get(), track, sampleRate, end);
            start = edited.priming;
            end = Math.min(end, edited.priming + edited.length);
        } else {
            Optional<PlayedPart> tagged = GaplessTag.find(movie);
            if (tagged.isPresent()) {
                start = tagged.get().priming;
                end = Math.min(end, start + tagged.get().length);
            }
        }
        if (end <= start) {
            throw new TrackException("nothing of the track is to be heard by its edit list");
        }
        return new PlayedPart((int) start, end - start);
    }

    /** Samples of all units by their durations. */
    private static long end(Box track, int sampleRate) throws TrackException {
        Box times = track.need("mdia", "minf", "stbl", "stts");
        long ticks = 0;
        int runs = times.entries(4, 8);
        for (int i = 0; i < runs; i++) {
            ticks += times.unsigned(8 + 8 * i) * times.unsigned(12 + 8 * i);
        }
        long samples = scaled(ticks, sampleRate, mediaScale(track));
        return samples == 0 ? Long.MAX_VALUE : samples;
    }

    private static long mediaScale(Box track) throws TrackException {
        return timeScale(track.need("mdia", "mdhd"));
    }

    private static long timeScale(Box header) throws TrackException {
        long scale = header.unsigned(header.version() == 1 ? 20 : 12);
        if (scale == 0) {
            throw new TrackException("the track does not say how its times are counted; the file is damaged");
        }
        return scale;
    }

    /** {@code ticks} of {@code scale} a second, in samples, rounded up. */
    private static long scaled(long ticks, int sampleRate, long scale) throws TrackException {
        if (ticks < 0 || ticks > Long.MAX_VALUE / sampleRate - scale) {
            throw new TrackException("a time in the file is impossible; it is damaged");
        }
        return (ticks * sampleRate + scale - 1) / scale;
    }

    private static PlayedPart edited(Box movie, Box edits, Box track, int sampleRate, long end)
            throws TrackException {
        int width = edits.version() == 1 ? 8 : 4;
        int size = 2 * width + 4;
        int count = edits.entries(4, size);
        PlayedPart part = null;
        for (int i = 0; i < count; i++) {
            int place = 8 + i * size;
            long duration = width == 8 ? edits.number(place, 8) : edits.unsigned(place);
            long start = edits.number(place + width, width);
            if (start < 0) {
                // Silence before a sound that begins later than the picture; here the sound begins with the film.
                continue;
            }
            if (part != null || edits.number(place + 2 * width, 4) != ONE) {
                throw new TrackException("the track is cut into several parts or changes its speed by an edit list; "
                        + "taken is one part at its own speed");
            }
            long first = scaled(start, sampleRate, mediaScale(track));
            if (first >= end) {
                throw new TrackException("nothing of the track is to be heard by its edit list");
            }
            long length = duration == 0 ? end - first
                    : scaled(duration, sampleRate, timeScale(movie.need("mvhd")));
            part = new PlayedPart((int) Math.min(first, Integer.MAX_VALUE), length);
        }
        return part == null ? new PlayedPart(0, end) : part;
    }
}
