package org.epochreel.sound.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;

/**
 * A WAV file: samples as they are, to be encoded.
 *
 * @param start of the first sample in the file
 * @param length samples of each channel
 */
record WavTrack(Path file, WavFormat format, long start, long length) implements SourceTrack {

    private static final long UNKNOWN_SIZE = 0xffff_ffffL;
    private static final int BLOCK = 1 << 15;

    static WavTrack read(Path file, FileBytes bytes) throws TrackException, IOException {
        WavFormat format = null;
        long longSize = -1;
        long position = 12;
        while (position + 8 <= bytes.size()) {
            ByteBuffer head = bytes.read(position, 8);
            int type = head.getInt();
            long size = head.order(ByteOrder.LITTLE_ENDIAN).getInt() & UNKNOWN_SIZE;
            long body = position + 8;
            if (type == type("ds64")) {
                longSize = bytes.read(body, 16).order(ByteOrder.LITTLE_ENDIAN).getLong(8);
            } else if (type == type("fmt ")) {
                format = WavFormat.read(bytes.read(body, (int) Math.min(size, 40)).order(ByteOrder.LITTLE_ENDIAN));
            } else if (type == type("data")) {
                if (format == null) {
                    throw new TrackException("the WAV file does not say how its samples are written");
                }
                return of(file, bytes, format, body, size == UNKNOWN_SIZE && longSize >= 0 ? longSize : size);
            }
            position = body + size + (size & 1);
        }
        throw position > bytes.size() ? TrackException.truncated("a part of it reaches beyond its end")
                : new TrackException("the WAV file has no samples");
    }

    private static WavTrack of(Path file, FileBytes bytes, WavFormat format, long body, long size)
            throws TrackException {
        // Programs that write into a pipe cannot know the size.
        boolean unknown = size == UNKNOWN_SIZE || size == 0 && bytes.size() > body;
        long present = bytes.size() - body;
        if (!unknown && size > present) {
            throw TrackException.truncated(
                    "it announces " + size + " bytes of samples, but only " + present + " are there");
        }
        long length = (unknown ? present : size) / format.frameBytes();
        if (length == 0) {
            throw new TrackException("the WAV file has no samples");
        }
        return new WavTrack(file, format, body, length);
    }

    private static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    @Override
    public int sampleRate() {
        return format.sampleRate();
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public boolean isCopied(TrackEdit edit) {
        return false;
    }

    @Override
    public AudioTrack forFilm(FilmTime film, TrackEdit edit, int bitRate) throws TrackException, IOException {
        TrackPart part = TrackPart.of(this, film, edit);
        return PcmEdit.encode(samples(part.start(), Math.toIntExact(part.length())), edit, part.isCut(), bitRate);
    }

    private Pcm samples(long from, int count) throws IOException, TrackException {
        double[][] channels = new double[channels()][count];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileBytes bytes = new FileBytes(channel);
            for (int done = 0; done < count; done += BLOCK) {
                int frames = Math.min(BLOCK, count - done);
                ByteBuffer block = bytes.read(start + (from + done) * format.frameBytes(),
                        frames * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < frames * channels.length; i++) {
                    double sample = format.sample(block, i);
                    if (!(Math.abs(sample) <= Double.MAX_VALUE)) {
                        throw new TrackException("sample " + (from + done + i / channels.length + 1)
                                + " is not a number");
                    }
                    channels[i % channels.length][done + i / channels.length] = sample;
                }
            }
        }
        return new Pcm(sampleRate(), channels);
    }
}
