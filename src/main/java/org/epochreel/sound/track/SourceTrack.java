package org.epochreel.sound.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FilmTime;

/**
 * A user's track, understood but not yet read: only the film's part of its sound ever is. Its format is told by its
 * content, not by its name.
 */
public sealed interface SourceTrack permits WavTrack, AacTrack {

    /**
     * Reads what the file says about its sound.
     *
     * @throws TrackException if it is none that is taken, or is damaged
     * @throws IOException if the file cannot be read
     */
    static SourceTrack read(Path file) throws TrackException, IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileBytes bytes = new FileBytes(channel);
            if (bytes.size() == 0) {
                throw new TrackException("the file is empty");
            }
            ByteBuffer head = bytes.read(0, (int) Math.min(bytes.size(), 64));
            return switch (FileKind.of(head)) {
                case WAV -> WavTrack.read(file, bytes);
                case MP4 -> Mp4Track.read(file, bytes);
                case ADTS -> AdtsTrack.read(file, bytes);
            };
        }
    }

    /** Samples a second. */
    int sampleRate();

    /** 1 or 2. */
    int channels();

    /** Samples that are to be heard, at least 1. */
    long length();

    /** Whether this edit would leave the coded sound as it is, without loss. */
    boolean isCopied(TrackEdit edit);

    /**
     * The part that belongs to a film: from the edit's offset up to the end of the film, or of the track if that is
     * earlier. The track is never stretched.
     *
     * @param bitRate most bits a second in the mean of stereo sound that is encoded; of no matter where it is copied
     * @throws TrackException if the edit does not fit the track, or its sound turns out to be damaged
     * @throws IOException if the file cannot be read any more
     */
    AudioTrack forFilm(FilmTime film, TrackEdit edit, int bitRate) throws TrackException, IOException;
}
