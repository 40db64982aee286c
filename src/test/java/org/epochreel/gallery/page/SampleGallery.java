package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.gallery.page.Outcome.State;
import org.epochreel.video.JcodecEncoder;
import org.epochreel.video.VideoFile;

/** Galleries of runs that only look like training, with files for them. */
final class SampleGallery {

    private static final int POINTS = 60;
    private static final FrameRate RATE = FrameRate.of(15);

    private final String stem;
    private final FrameSize size;
    private final int frames;

    /**
     * @param stem what the members' file names begin with
     * @param frames of the longest run; every fifth run has two thirds of them
     */
    SampleGallery(String stem, FrameSize size, int frames) {
        this.stem = stem;
        this.size = size;
        this.frames = frames;
    }

    static Axis seeds(int count) {
        return new Axis("seed", IntStream.rangeClosed(1, count).mapToObj(Integer::toString)
                .collect(ImmutableList.toImmutableList()));
    }

    GalleryContents seedsAlone(String title, int count) {
        return gallery(title, seeds(count), Optional.empty());
    }

    GalleryContents crossed(String title, int seeds, String... rates) {
        return gallery(title, seeds(seeds),
                Optional.of(new Axis("training.learning-rate", ImmutableList.copyOf(rates))));
    }

    GalleryContents gallery(String title, Axis columns, Optional<Axis> rows) {
        int count = columns.values().size() * rows.map(axis -> axis.values().size()).orElse(1);
        ImmutableList<PageMember> members =
                IntStream.range(0, count).mapToObj(this::member).collect(ImmutableList.toImmutableList());
        ImmutableDoubleArray x = ImmutableDoubleArray.copyOf(IntStream.range(0, POINTS).mapToDouble(SampleGallery::x));
        double[] y = IntStream.range(0, POINTS).mapToDouble(SampleGallery::y).toArray();
        Curve data = new Curve(x, ImmutableDoubleArray.copyOf(y));
        String scene = """
                schema: 1
                title: A wave, seen by a small network
                data:
                  x: {grid: {from: -5, to: 5, count: 60}}
                  y: {expression: "sin(x) * (25 - x^2)"}
                  noise: 1.5
                  test: {count: 100}
                network: {hidden: [8], activation: tanh}
                initialisation: {seed: 3, scheme: xavier}
                training:
                  learning-rate: 0.1
                  epochs: 1200
                """;
        return new GalleryContents(title, scene, columns, rows, members, data, Optional.of(clip("wall.mp4", frames)), true);
    }

    private Clip clip(String file, int frames) {
        return new Clip(file, frames, RATE, size);
    }

    private PageMember member(int index) {
        State state = state(index);
        double loss = state == State.DIVERGED ? Double.POSITIVE_INFINITY : 0.021 + 3.7 * ((index * 37 + 11) % 64) / 64;
        double test = state == State.DIVERGED ? 41.25 : 1.1 * loss + 0.01;
        int epochs = switch (state) {
            case STOPPED -> 640 + 7 * index;
            case FINISHED -> 1200;
            default -> 31 + index;
        };
        String name = stem + (index + 1);
        double[] y = IntStream.range(0, POINTS).mapToDouble(i -> curve(index, x(i), 1)).toArray();
        return new PageMember(BigInteger.valueOf(index + 1), clip(name + ".mp4", framesOf(index)),
                new PageMember.SideFiles(name + ".png", name + ".csv", name + ".json"),
                new Outcome(epochs, state, 47.3 + index, loss,
                        Optional.of(new Outcome.TestLoss(1.02 * test, test, epochs * 3 / 4))),
                new Curve(ImmutableDoubleArray.copyOf(IntStream.range(0, POINTS).mapToDouble(SampleGallery::x)),
                        ImmutableDoubleArray.copyOf(y)));
    }

    static State state(int index) {
        if (index % 7 == 5) {
            return State.DIVERGED;
        }
        return index % 3 == 1 ? State.FINISHED : State.STOPPED;
    }

    int framesOf(int index) {
        return index % 5 == 4 ? frames * 2 / 3 : frames;
    }

    private static double x(int i) {
        return -5 + 10.0 * i / (POINTS - 1);
    }

    private static double target(double x) {
        return Math.sin(x) * (25 - x * x);
    }

    private static double y(int i) {
        return target(x(i)) + 1.5 * new Random(1000 + i).nextGaussian();
    }

    private static double curve(int index, double x, double progress) {
        Random random = new Random(77 + index);
        double late = 1 - Math.exp(-4 * progress);
        double bent = random.nextDouble() * 9 * Math.sin(x * (0.4 + random.nextDouble()) + 6 * random.nextDouble());
        double start = 12 * random.nextGaussian() + 3 * random.nextGaussian() * x;
        double fit = late * (target(x) * Math.min(1, 0.5 + random.nextDouble()) + bent * 0.6) + (1 - late) * start;
        return state(index) == State.DIVERGED ? fit + progress * progress * 60 * Math.sin(9 * x + index) : fit;
    }

    /** Writes the pages and every file that they mention. */
    void write(GalleryContents gallery, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < gallery.members().size(); i++) {
            PageMember member = gallery.members().get(i);
            Files.createDirectories(folder.resolve(member.video().file()).getParent());
            write(gallery, member.video(), folder, i);
            Files.writeString(folder.resolve(member.files().metrics()), "epoch\n0\n");
            Files.writeString(folder.resolve(member.files().record()), "{}\n");
            BufferedImage poster = draw(gallery, i, 1);
            ImageIO.write(poster, "png", folder.resolve(member.files().poster()).toFile());
        }
        write(gallery, gallery.wall().orElseThrow(), folder, -1);
        ImageIO.write(draw(gallery, -1, 1), "png", folder.resolve("wall.png").toFile());
        Files.writeString(folder.resolve("gallery.json"), GalleryPage.json(gallery));
        Files.writeString(folder.resolve("index.html"), GalleryPage.html(gallery));
    }

    private void write(GalleryContents gallery, Clip clip, Path folder, int index) throws IOException {
        try (VideoFile video = new VideoFile(folder.resolve(clip.file()), clip.size(), clip.rate(),
                JcodecEncoder.lanes(clip.size(), clip.rate()), VideoFile.Encoding.SAME_THREAD)) {
            for (int frame = 0; frame < clip.frames(); frame++) {
                int[] pixels = ((DataBufferInt) draw(gallery, index, frame / Math.max(1.0, clip.frames() - 1.0))
                        .getRaster().getDataBuffer()).getData();
                video.write(new Frame(size, pixels, MacroblockSet.allOf(size)), false);
            }
            video.finish();
        }
    }

    /** A chart of one run, or of all of them for -1. */
    private BufferedImage draw(GalleryContents gallery, int index, double progress) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(0xFBFAF7));
        graphics.fillRect(0, 0, size.width(), size.height());
        if (index >= 0) {
            cell(graphics, index, progress, 0, 0, size.width(), size.height());
        } else {
            int count = gallery.members().size();
            int across = (int) Math.ceil(Math.sqrt(count));
            int down = (count + across - 1) / across;
            double width = (double) size.width() / across;
            double height = (double) size.height() / down;
            for (int i = 0; i < count; i++) {
                cell(graphics, i, progress, i % across * width, i / across * height, width, height);
            }
        }
        graphics.dispose();
        return image;
    }

    private static void cell(
            Graphics2D graphics, int index, double progress, double left, double top, double width, double height) {
        double scale = height / 180;
        graphics.setColor(new Color(0xF7B04A));
        for (int i = 0; i < POINTS; i++) {
            double x = left + width * (0.08 + 0.84 * i / (POINTS - 1));
            graphics.fill(new Ellipse2D.Double(x - 2 * scale, top + height * (0.5 - y(i) / 60) - 2 * scale,
                    4 * scale, 4 * scale));
        }
        Path2D path = new Path2D.Double();
        for (int i = 0; i < POINTS; i++) {
            double x = left + width * (0.08 + 0.84 * i / (POINTS - 1));
            double y = top + height * (0.5 - Math.max(-28, Math.min(28, curve(index, x(i), progress))) / 60);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        graphics.setColor(new Color(0x0F5C9C));
        graphics.setStroke(new BasicStroke((float) Math.max(0.7, 2.2 * scale), BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }
}
