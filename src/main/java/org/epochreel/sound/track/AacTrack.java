package org.epochreel.sound.track;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.FilmTime;

/**
 * AAC-LC within a file. Its access units are copied without loss, those of the film's part and one before, from which the
 * decoder needs the overlap.
 *
 * @param positions of the access units in the file
 * @param sizes of them, in bytes
 * @param priming samples before the first that is to be heard
 */
record AacTrack(Path file, AacConfig config, ImmutableLongArray positions, ImmutableIntArray sizes, int priming,
        long length) implements SourceTrack {

    private static final int UNIT = AudioTrack.UNIT_LENGTH;

    /** As large as a frame of two channels can be, with room for data that are not sound. */
    static final int LARGEST_UNIT = 8192;

    @Override
    public int sampleRate() {
        return config.sampleRate();
    }

    @Override
    public int channels() {
        return config.channels();
    }

    @Override
    public boolean isCopied(TrackEdit edit) {
        return edit.onlyCuts();
    }

    @Override
    public AudioTrack forFilm(FilmTime film, TrackEdit edit, int bitRate) throws TrackException, IOException {
        TrackPart part = TrackPart.of(this, film, edit);
        long start = priming + part.start();
        int first = Math.toIntExact(Math.max(0, start / UNIT - 1));
        int end = Math.toIntExact((start + part.length() + UNIT - 1) / UNIT);
        AudioTrack copied = AudioTrack.of(config.bytes(), sampleRate(), channels(), units(first, end),
                Math.toIntExact(start - (long) first * UNIT), part.length());
        return copied;
    }

    private List<CodedBytes> units(int first, int end) throws TrackException, IOException {
        List<CodedBytes> units = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileBytes bytes = new FileBytes(channel);
            for (int i = first; i < end; i++) {
                units.add(CodedBytes.copyOf(bytes.read(positions.get(i), sizes.get(i)).array()));
            }
        }
        return units;
    }
}
