package org.epochreel.video.mp4;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epochreel.video.stream.Chapter;
import org.jcodec.containers.mp4.boxes.Box;

/**
 * The box {@code chpl} of a movie's user data, Nero's list of chapters: a version, a count, and for each chapter its start
 * in tenths of a microsecond and its title in UTF-8. FFmpeg, mpv and VLC read it; others leave it alone.
 */
final class ChapterList {

    /** As many as the count's byte can tell. */
    static final int MOST = 255;

    private static final int LONGEST_TITLE = 255;
    private static final int NANOS_A_UNIT = 100;

    /** Room for the box with the most and longest chapters. */
    static final int MOST_BYTES = 32 + MOST * (9 + LONGEST_TITLE);

    private ChapterList() {}

    static Box box(ImmutableList<Chapter> chapters) {
        List<Chapter> told = chapters.subList(0, Math.min(MOST, chapters.size()));
        ByteBuffer body = ByteBuffer.allocate(MOST_BYTES);
        body.putInt(1 << 24).putInt(0).put((byte) told.size());
        for (Chapter chapter : told) {
            byte[] title = title(chapter.title());
            body.putLong(chapter.start().toNanos() / NANOS_A_UNIT).put((byte) title.length).put(title);
        }
        return Boxes.leaf("chpl", body.flip());
    }

    /** As many of the title's characters as have room. */
    private static byte[] title(String title) {
        String shortened = title;
        byte[] bytes = shortened.getBytes(StandardCharsets.UTF_8);
        while (bytes.length > LONGEST_TITLE) {
            shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
            bytes = shortened.getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
