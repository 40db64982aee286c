package org.epochreel.sound.track;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.sound.AudioTrack;

/** Finds the first sound track of an MP4 file and its access units (ISO/IEC 14496-12). */
final class Mp4Track {

    private Mp4Track() {
    }

    static AacTrack read(Path file, FileBytes bytes) throws TrackException, IOException {
        Box movie = Box.movie(bytes);
        Box track = soundTrack(movie);
        Box table = track.need("mdia", "minf", "stbl");
        AacConfig config = SampleEntry.config(table.need("stsd"));
        ImmutableIntArray sizes = sizes(table);
        if (sizes.isEmpty()) {
            throw movie.child("mvex", 0).isPresent() ? fragmented() : new TrackException("the track has no sound");
        }
        ImmutableLongArray positions = positions(table, sizes);
        for (int i = 0; i < sizes.length(); i++) {
            if (positions.get(i) + sizes.get(i) > bytes.size()) {
                throw TrackException.truncated("access unit " + (i + 1) + " of " + sizes.length()
                        + " reaches beyond its end");
            }
        }
        PlayedPart part = PlayedPart.of(movie, track, config.sampleRate(), sizes.length());
        return new AacTrack(file, config, positions, sizes, part.priming(), part.length());
    }

    static TrackException fragmented() {
        return new TrackException("the MP4 file is in fragments; an ordinary one is taken, as \"ffmpeg -i IN -c copy "
                + "OUT.m4a\" writes it");
    }

    private static Box soundTrack(Box movie) throws TrackException {
        int position = 0;
        while (true) {
            Optional<Box> track = movie.child("trak", position);
            if (track.isEmpty()) {
                throw new TrackException("the MP4 file has no sound track");
            }
            Optional<Box> handler = track.get().find("mdia", "hdlr");
            if (handler.isPresent() && handler.get().body().limit() >= 12
                    && Box.typeAt(handler.get().body(), 8).equals("soun")) {
                return track.get();
            }
            position = next(movie.body(), position);
        }
    }

    /** The end of the first track box at or after {@code position}. */
    private static int next(ByteBuffer body, int position) {
        int place = position;
        while (!Box.typeAt(body, place + 4).equals("trak")) {
            place += body.getInt(place);
        }
        return place + body.getInt(place);
    }

    private static ImmutableIntArray sizes(Box table) throws TrackException {
        Box box = table.need("stsz");
        long constant = box.unsigned(4);
        int count = constant == 0 ? box.entries(8, 4) : (int) Math.min(box.unsigned(8), 1 << 24);
        ImmutableIntArray.Builder sizes = ImmutableIntArray.builder(count);
        for (int i = 0; i < count; i++) {
            long size = constant == 0 ? box.unsigned(12 + 4 * i) : constant;
            if (size < 1 || size > AacTrack.LARGEST_UNIT) {
                throw new TrackException("access unit " + (i + 1) + " has " + size + " bytes; the file is damaged");
            }
            sizes.add((int) size);
        }
        return sizes.build();
    }

    /** Units follow each other within chunks, whose places are listed. */
    private static ImmutableLongArray positions(Box table, ImmutableIntArray sizes) throws TrackException {
        Optional<Box> wide = table.find("co64");
        Box chunks = wide.isPresent() ? wide.get() : table.need("stco");
        int width = wide.isPresent() ? 8 : 4;
        int chunkCount = chunks.entries(4, width);
        Box runs = table.need("stsc");
        int runCount = runs.entries(4, 12);
        ImmutableLongArray.Builder positions = ImmutableLongArray.builder(sizes.length());
        int unit = 0;
        int run = 0;
        for (int chunk = 1; chunk <= chunkCount && unit < sizes.length(); chunk++) {
            while (run + 1 < runCount && runs.unsigned(8 + 12 * (run + 1)) <= chunk) {
                run++;
            }
            long perChunk = runCount == 0 ? 0 : runs.unsigned(8 + 12 * run + 4);
            int place = 8 + (chunk - 1) * width;
            long position = width == 8 ? chunks.number(place, 8) : chunks.unsigned(place);
            if (position < 0) {
                throw new TrackException("the place of chunk " + chunk + " is impossible; the file is damaged");
            }
            for (long i = 0; i < perChunk && unit < sizes.length(); i++) {
                positions.add(position);
                position += sizes.get(unit++);
            }
        }
        if (unit < sizes.length()) {
            throw new TrackException("only " + unit + " of " + sizes.length()
                    + " access units have a place; the file is damaged");
        }
        return positions.build();
    }
}
