package org.epochreel.sound.track;

import org.epochreel.sound.FilmTime;

/**
 * The part of a track that a film plays, in the track's samples.
 *
 * @param isCut whether the track would have gone on
 */
record TrackPart(long start, long length, boolean isCut) {

    static TrackPart of(SourceTrack track, FilmTime film, TrackEdit edit) throws TrackException {
        long start = Math.round(edit.offset() * track.sampleRate());
        if (start >= track.length()) {
            throw new TrackException("the offset of " + seconds(start, track.sampleRate())
                    + " is not before the end of the track, which lasts " + seconds(track.length(), track.sampleRate()));
        }
        long rest = track.length() - start;
        long wanted = film.samples(track.sampleRate());
        return new TrackPart(start, Math.min(rest, wanted), rest > wanted);
    }

    private static String seconds(long samples, int sampleRate) {
        long milliseconds = 1000 * samples / sampleRate;
        String rest = String.valueOf(1000 + milliseconds % 1000).substring(1).replaceFirst("0+$", "");
        return milliseconds / 1000 + (rest.isEmpty() ? "" : "." + rest) + " s";
    }
}
