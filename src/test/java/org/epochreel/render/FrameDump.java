package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.epochreel.chart.ChartDrawer;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.KeyOverride;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneReader;
import org.epochreel.video.ColorConverter;
import org.epochreel.video.YuvPicture;

/**
 * Writes a scene's drawn frames raw: as they are drawn (bgr0) to a file that ends in .bgr0, and otherwise as they are
 * before encoding (yuv420p, BT.709, limited range). Arguments: {@code SCENE SIZE FILE}.
 */
final class FrameDump {

    private FrameDump() {}

    public static void main(String[] arguments) throws Exception {
        Scene scene = SceneReader.read(
                Path.of(arguments[0]), ImmutableList.of(KeyOverride.parse("video.size=" + arguments[1])));
        Storyboard board = Storyboard.of(scene, new Silence());
        FrameSize size = scene.video().size();
        ChartDrawer drawer = new ChartDrawer(FitPicture.spec(board));
        MomentSequence moments = new MomentSequence(board, drawer.curveX());
        ColorConverter converter = new ColorConverter(size);
        boolean drawn = arguments[2].endsWith(".bgr0");
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            Timeline timeline = board.timeline();
            board.play(timeline, (index, epoch, parameters) -> {
                moments.advance(epoch, parameters);
                for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                    Frame picture = drawer.draw(moments.at(frame));
                    if (drawn) {
                        write(picture, out);
                    } else {
                        write(converter.convert(picture), out);
                    }
                }
            });
        }
    }

    private static void write(Frame frame, OutputStream out) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * frame.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(frame.pixels());
        try {
            out.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(YuvPicture picture, OutputStream out) {
        FrameSize size = picture.size();
        try {
            write(picture.luma(), picture.lumaStride(), size.width(), size.height(), out);
            write(picture.blueChroma(), picture.chromaStride(), size.width() / 2, size.height() / 2, out);
            write(picture.redChroma(), picture.chromaStride(), size.width() / 2, size.height() / 2, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(byte[] plane, int stride, int width, int height, OutputStream out) throws IOException {
        byte[] rows = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * stride, rows, y * width, width);
        }
        out.write(rows);
    }
}
