package org.epochreel.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.YuvPicture;

/**
 * Writes a scene's drawn frames raw: as they are drawn (bgr0) to a file that ends in .bgr0, and otherwise as they are
 * before encoding (yuv420p, BT.709, limited range). Arguments: {@code SCENE SIZE FILE [FIRST [COUNT]]}; without the last two
 * all frames, which are counted from 0.
 */
final class FrameDump {

    private FrameDump() {}

    public static void main(String[] arguments) throws Exception {
        Footage footage = Footage.of(Path.of(arguments[0]), arguments[1]);
        Path file = Path.of(arguments[2]);
        int count = footage.contents().size();
        int first = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        int end = arguments.length > 4 ? Math.min(count, first + Integer.parseInt(arguments[4])) : count;
        ChartDrawer drawer = new ChartDrawer(footage.chart());
        ColorConverter converter = new ColorConverter(footage.size());
        boolean drawn = file.toString().endsWith(".bgr0");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (FrameContents next : footage.contents().subList(first, end)) {
                Frame frame = drawer.draw(next);
                if (drawn) {
                    write(frame, out);
                } else {
                    write(converter.convert(frame), out);
                }
            }
        }
    }

    private static void write(Frame frame, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * frame.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(frame.pixels());
        out.write(bytes.array());
    }

    private static void write(YuvPicture picture, OutputStream out) throws IOException {
        FrameSize size = picture.size();
        write(picture.luma(), picture.lumaStride(), size.width(), size.height(), out);
        write(picture.blueChroma(), picture.chromaStride(), size.width() / 2, size.height() / 2, out);
        write(picture.redChroma(), picture.chromaStride(), size.width() / 2, size.height() / 2, out);
    }

    private static void write(byte[] plane, int stride, int width, int height, OutputStream out) throws IOException {
        byte[] rows = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * stride, rows, y * width, width);
        }
        out.write(rows);
    }
}
