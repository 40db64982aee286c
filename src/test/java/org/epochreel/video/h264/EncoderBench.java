package org.epochreel.video.h264;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.KeyframeSchedule;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * Draws 664 epochs of a 1-20-1 network's fit to a line in plain Java2D and encodes them. Prints bytes and times; with
 * a folder as last argument it also writes {@code bench.h264} and the pictures it was given, {@code bench.yuv}, for
 * ffmpeg to compare.
 *
 * <p>Arguments: WIDTHxHEIGHT, the three quantisers, pictures between keyframes (0: those of the schedule), [folder].
 */
public final class EncoderBench {

    /** Time of this thread only: the machine may have other work. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int EPOCHS = 663;
    private static final FrameRate RATE = FrameRate.of(15);
    private static final double X_MIN = -10.99;
    private static final double X_MAX = 10.79;
    private static final double Y_MIN = -35.154;
    private static final double Y_MAX = 64.832;

    private final FrameSize size;
    private final double scale;
    private final BufferedImage ground;
    private final BufferedImage image;
    private final double[][] parameters;
    private final double[] data;
    private long bytes;
    private long keyBytes;

    private EncoderBench(FrameSize size) throws IOException {
        this.size = size;
        this.scale = size.height() / 288.0;
        this.ground = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        try (var in = EncoderBench.class.getResourceAsStream("linear-1.txt")) {
            double[][] rows = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(line -> Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
                    .toArray(double[][]::new);
            this.parameters = new double[][] {rows[0], rows[1], rows[2], rows[3]};
            this.data = rows[4];
        }
        drawGround();
    }

    public static void main(String[] arguments) throws IOException {
        String[] sides = arguments[0].split("x");
        FrameSize size = new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        Quantisers quantisers = new Quantisers(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Path folder = arguments.length > 5 ? Path.of(arguments[5]) : null;
        new EncoderBench(size).run(quantisers, Integer.parseInt(arguments[4]), folder);
    }

    private void run(Quantisers quantisers, int keyframeDistance, Path folder) throws IOException {
        H264Encoder encoder = new H264Encoder(size, RATE, quantisers);
        ColorConverter converter = new ColorConverter(size);
        KeyframeSchedule schedule = new KeyframeSchedule(RATE);
        TestStream stream = new TestStream(encoder);
        PictureEncoder.Sink sink = unit -> {
            int length = unit.bytes().remaining();
            bytes += length;
            keyBytes += unit.keyframe() ? length : 0;
            if (folder != null) {
                stream.addBytes(unit);
            }
        };
        long keyNanos = 0;
        long[] nanos = new long[EPOCHS + 1];
        OutputStream raw = folder == null ? OutputStream.nullOutputStream()
                : new BufferedOutputStream(Files.newOutputStream(folder.resolve("bench.yuv")), 1 << 20);
        MacroblockSet before = MacroblockSet.allOf(size);
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            MacroblockSet curve = drawFrame(epoch);
            MacroblockSet touched = MacroblockSet.noneOf(size);
            touched.addAll(before);
            touched.addAll(curve);
            before = curve;
            YuvPicture picture = converter.convert(new Frame(size, pixels(image), touched));
            if (folder != null) {
                raw.write(TestStream.visible(picture));
            }
            boolean keyframe = keyframeDistance == 0 ? schedule.next(false) : epoch % keyframeDistance == 0;
            long start = THREADS.getCurrentThreadCpuTime();
            encoder.encode(picture, touched, keyframe, sink);
            nanos[epoch] = THREADS.getCurrentThreadCpuTime() - start;
            if (keyframe) {
                keyNanos += nanos[epoch];
                nanos[epoch] = 0;
            }
            train(epoch < 252 ? 1e-5 : 1e-4);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        encoder.flush(sink);
        nanos[EPOCHS] += THREADS.getCurrentThreadCpuTime() - start;
        raw.close();
        if (folder != null) {
            Files.write(folder.resolve("bench.h264"), stream.bytes());
        }
        long total = Arrays.stream(nanos).sum();
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%s %s: %d bytes, of which keyframes %d; P median %.3f ms, P sum %.0f ms, "
                + "I sum %.0f ms%n", size, quantisers, bytes, keyBytes, nanos[EPOCHS / 2] / 1e6, total / 1e6,
                keyNanos / 1e6);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private void train(double rate) {
        double[] w0 = parameters[0];
        double[] b0 = parameters[1];
        double[] w1 = parameters[2];
        int hidden = w0.length;
        double[][] gradient = new double[3][hidden];
        double outputGradient = 0;
        for (int i = 0; i < data.length; i++) {
            double x = -10 + 0.2 * i;
            double error = 2 * (fit(x) - data[i]) / data.length;
            outputGradient += error;
            for (int j = 0; j < hidden; j++) {
                double s = sigmoid(w0[j] * x + b0[j]);
                gradient[2][j] += error * s;
                double inner = error * w1[j] * s * (1 - s);
                gradient[0][j] += inner * x;
                gradient[1][j] += inner;
            }
        }
        for (int j = 0; j < hidden; j++) {
            w0[j] -= rate * gradient[0][j];
            b0[j] -= rate * gradient[1][j];
            w1[j] -= rate * gradient[2][j];
        }
        parameters[3][0] -= rate * outputGradient;
    }

    private double fit(double x) {
        double sum = parameters[3][0];
        for (int j = 0; j < parameters[0].length; j++) {
            sum += parameters[2][j] * sigmoid(parameters[0][j] * x + parameters[1][j]);
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private double column(double x) {
        return (54 + (x - X_MIN) / (X_MAX - X_MIN) * 334.8) / 432 * size.width();
    }

    private double row(double y) {
        return (252 - (y - Y_MIN) / (Y_MAX - Y_MIN) * 217.44) / 288 * size.height();
    }

    private static Graphics2D smooth(BufferedImage target) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private Font font(double points) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (points * scale));
    }

    private void drawGround() {
        Graphics2D graphics = smooth(ground);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size.width(), size.height());
        graphics.setColor(Color.BLACK);
        graphics.setFont(font(12));
        graphics.drawString("Linear data, neural net model", (float) (130 * scale), (float) (28 * scale));
        graphics.setFont(font(10));
        graphics.setStroke(new BasicStroke((float) (0.8 * scale)));
        for (double tick = -10; tick <= 10; tick += 2.5) {
            double x = column(tick);
            graphics.drawString(String.format(Locale.ROOT, "%.1f", tick), (float) (x - 12 * scale),
                    (float) (266 * scale));
            graphics.draw(new Line2D.Double(x, row(Y_MIN), x, row(Y_MIN) + 3.5 * scale));
        }
        for (int tick = -20; tick <= 60; tick += 20) {
            double y = row(tick);
            graphics.drawString(Integer.toString(tick), (float) (column(X_MIN) - 24 * scale), (float) (y + 4 * scale));
            graphics.draw(new Line2D.Double(column(X_MIN) - 3.5 * scale, y, column(X_MIN), y));
        }
        graphics.setColor(new Color(0xffa500));
        double dot = 6 * scale;
        for (int i = 0; i < data.length; i++) {
            graphics.fill(new Ellipse2D.Double(column(-10 + 0.2 * i) - dot / 2, row(data[i]) - dot / 2, dot, dot));
        }
        graphics.dispose();
    }

    private Rectangle2D box() {
        return new Rectangle2D.Double(column(X_MIN), row(Y_MAX), column(X_MAX) - column(X_MIN),
                row(Y_MIN) - row(Y_MAX));
    }

    private MacroblockSet drawFrame(int epoch) {
        System.arraycopy(pixels(ground), 0, pixels(image), 0, size.pixels());
        MacroblockSet drawn = MacroblockSet.noneOf(size);
        Graphics2D graphics = smooth(image);
        graphics.setColor(new Color(0x1f77b4));
        graphics.setStroke(new BasicStroke((float) (1.5 * scale)));
        Path2D path = new Path2D.Double();
        int points = size.width() / 4;
        double lastY = Double.NaN;
        for (int i = 0; i <= points; i++) {
            double x = -10 + 19.8 * i / points;
            double y = row(fit(x));
            if (i == 0) {
                path.moveTo(column(x), y);
            } else {
                path.lineTo(column(x), y);
                int margin = (int) (2 + scale);
                drawn.addPixels((int) column(x) - 4 - margin, (int) Math.min(y, lastY) - margin,
                        (int) column(x) + margin, (int) Math.max(y, lastY) + margin);
            }
            lastY = y;
        }
        graphics.clip(box());
        graphics.draw(path);
        graphics.setClip(null);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke((float) (0.8 * scale)));
        graphics.draw(box());
        graphics.setFont(font(10));
        graphics.drawString(String.format(Locale.ROOT, "epoch %d  loss %.4g", epoch, loss()), (float) (255 * scale),
                (float) (48 * scale));
        drawn.addPixels((int) (250 * scale), (int) (36 * scale), (int) (385 * scale), (int) (52 * scale));
        graphics.dispose();
        return drawn;
    }

    private double loss() {
        double sum = 0;
        for (int i = 0; i < data.length; i++) {
            double error = fit(-10 + 0.2 * i) - data[i];
            sum += error * error;
        }
        return sum / data.length;
    }
}
