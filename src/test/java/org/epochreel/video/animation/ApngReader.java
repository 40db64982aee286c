package org.epochreel.video.animation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Takes an animated PNG apart and has the platform's own reader read each picture as a still; the still consists of the
 * animation's first chunks, with the picture's size, and its data.
 */
final class ApngReader {

    /** Pixels seen from then on, 0xRRGGBB; how long, as a fraction of seconds; pixels of the rectangle replaced. */
    record Shown(int[] pixels, int delay, int delayUnit, int area) {
    }

    private final List<Shown> shown = new ArrayList<>();
    private final ByteArrayOutputStream shared = new ByteArrayOutputStream();
    private int[] canvas;
    private ByteBuffer header;
    private ByteBuffer control;
    private int announced;
    private int sequence;

    private ApngReader() {
    }

    static List<Shown> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        ApngReader reader = new ApngReader();
        bytes.position(8);
        String type = "";
        while (!type.equals("IEND")) {
            byte[] content = new byte[bytes.getInt()];
            byte[] name = new byte[4];
            bytes.get(name).get(content);
            CRC32 check = new CRC32();
            check.update(name);
            check.update(content);
            if ((int) check.getValue() != bytes.getInt()) {
                throw new AssertionError("a chunk's check is wrong");
            }
            type = new String(name, StandardCharsets.US_ASCII);
            reader.chunk(type, content);
        }
        if (bytes.hasRemaining() || reader.announced != reader.shown.size()) {
            throw new AssertionError(reader.announced + " pictures announced, " + reader.shown.size() + " there");
        }
        return reader.shown;
    }

    private void chunk(String type, byte[] content) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(content);
        switch (type) {
            case "IHDR" -> {
                header = data;
                canvas = new int[data.getInt(0) * data.getInt(4)];
            }
            case "acTL" -> {
                announced = data.getInt();
                if (data.getInt() != 0) {
                    throw new AssertionError("does not loop for ever");
                }
            }
            case "fcTL" -> {
                expectSequence(data.getInt());
                control = data;
            }
            case "IDAT" -> picture(content);
            case "fdAT" -> {
                expectSequence(data.getInt());
                picture(Arrays.copyOfRange(content, 4, content.length));
            }
            case "IEND" -> { }
            default -> write(shared, type, content);
        }
    }

    private void expectSequence(int number) {
        if (number != sequence++) {
            throw new AssertionError("sequence number " + number);
        }
    }

    private void picture(byte[] data) throws IOException {
        int width = control.getInt(4);
        int height = control.getInt(8);
        ByteArrayOutputStream still = new ByteArrayOutputStream();
        still.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        write(still, "IHDR", ByteBuffer.wrap(header.array().clone()).putInt(0, width).putInt(4, height).array());
        still.write(shared.toByteArray());
        write(still, "IDAT", data);
        write(still, "IEND", new byte[0]);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(still.toByteArray()));
        boolean over = control.get(25) == 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = image.getRGB(x, y);
                if (pixel >>> 24 == 0xFF) {
                    canvas[(control.getInt(16) + y) * header.getInt(0) + control.getInt(12) + x] = pixel & 0xFFFFFF;
                } else if (!over || pixel >>> 24 != 0) {
                    throw new AssertionError("the film has a hole");
                }
            }
        }
        shown.add(new Shown(canvas.clone(), control.getShort(20) & 0xFFFF, control.getShort(22) & 0xFFFF,
                width * height));
    }

    private static void write(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(name);
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
