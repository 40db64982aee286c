package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.frame.Frame;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.JcodecEncoder;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.mp4.Mp4Writer;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Time that each part of rendering takes for one frame of linear-1, amid the video, where the curve moves slowly: two
 * seconds from one keyframe to the next. JCodec's encoder is there for comparison.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderingBenchmark {
    private static final Path SCENE = Path.of("scenes", "blog", "linear-1.yaml");
    private static final int KEYFRAME = 312;
    private static final int PICTURES = 29;
    private static final int STOCK_PICTURES = 4;
    private static final int KEYFRAMES = 11;
    private static final int WRITTEN_GROUPS = 22;

    @Param({"432x288", "1920x1080"})
    public String size;

    private Footage footage;

    @Setup
    public void train() throws Exception {
        footage = Footage.of(SCENE, size);
    }

    /** The keyframe and the frames up to the next, as they are drawn. */
    private ImmutableList<Frame> frames() {
        return frames(KEYFRAME, 1, PICTURES + 1);
    }

    private ImmutableList<Frame> frames(int first, int step, int count) {
        ChartDrawer drawer = new ChartDrawer(footage.chart());
        ImmutableList.Builder<Frame> frames = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Frame frame = drawer.draw(footage.contents().get(first + i * step));
            frames.add(new Frame(frame.size(), frame.pixels().clone(), frame.touched()));
        }
        return frames.build();
    }

    private PictureEncoder encoder() {
        return new H264Encoder(footage.size(), footage.rate(), Quantisers.standard(footage.size()));
    }

    /** A frame drawn after the one before it in the video, or after the one behind it. */
    @State(Scope.Benchmark)
    public static class Drawing {
        private ChartDrawer drawer;
        private ImmutableList<FrameContents> contents;
        private int next;

        @Setup
        public void prepare(RenderingBenchmark benchmark) {
            drawer = new ChartDrawer(benchmark.footage.chart());
            ImmutableList<FrameContents> group = benchmark.footage.contents().subList(KEYFRAME, KEYFRAME + PICTURES + 1);
            contents = ImmutableList.<FrameContents>builder()
                    .addAll(group.subList(1, PICTURES + 1))
                    .addAll(group.subList(0, PICTURES).reverse())
                    .build();
            drawer.draw(group.get(0));
        }

        private FrameContents next() {
            next = (next + 1) % contents.size();
            return contents.get(next);
        }
    }

    @Benchmark
    public Frame frame(Drawing drawing) {
        return drawing.drawer.draw(drawing.next());
    }

    /** A frame converted after the one before it in the video, or after the one behind it, which parts them as much. */
    @State(Scope.Benchmark)
    public static class Conversion {
        private ColorConverter converter;
        private ImmutableList<Frame> frames;
        private int next;

        @Setup
        public void prepare(RenderingBenchmark benchmark) {
            ImmutableList<Frame> group = benchmark.frames();
            ImmutableList.Builder<Frame> thereAndBack = ImmutableList.builder();
            thereAndBack.addAll(group.subList(1, PICTURES + 1));
            for (int i = PICTURES - 1; i >= 0; i--) {
                Frame frame = group.get(i);
                thereAndBack.add(new Frame(frame.size(), frame.pixels(), group.get(i + 1).touched()));
            }
            frames = thereAndBack.build();
            converter = new ColorConverter(benchmark.footage.size());
            converter.convert(group.get(0));
        }
    }

    @Benchmark
    public YuvPicture conversion(Conversion conversion) {
        YuvPicture picture = conversion.converter.convert(conversion.frames.get(conversion.next));
        conversion.next = (conversion.next + 1) % conversion.frames.size();
        return picture;
    }

    /** A converted frame and where it parts from the one before. */
    private record Picture(YuvPicture samples, MacroblockSet changed) {

        static ImmutableList<Picture> of(ImmutableList<Frame> frames) {
            ColorConverter converter = new ColorConverter(frames.get(0).size());
            ImmutableList.Builder<Picture> pictures = ImmutableList.builder();
            for (Frame frame : frames) {
                YuvPicture samples = copy(converter.convert(frame));
                MacroblockSet changed = MacroblockSet.noneOf(frame.size());
                changed.addAll(converter.changed());
                pictures.add(new Picture(samples, changed));
            }
            return pictures.build();
        }

        private static YuvPicture copy(YuvPicture picture) {
            YuvPicture copy = new YuvPicture(picture.size());
            System.arraycopy(picture.luma(), 0, copy.luma(), 0, picture.luma().length);
            System.arraycopy(picture.blueChroma(), 0, copy.blueChroma(), 0, picture.blueChroma().length);
            System.arraycopy(picture.redChroma(), 0, copy.redChroma(), 0, picture.redChroma().length);
            return copy;
        }
    }

    /** A stream that is one keyframe old, anew for each run of pictures. */
    @State(Scope.Benchmark)
    public static class Encoding {
        private ImmutableList<Picture> pictures;
        private PictureEncoder encoder;
        private int bytes;

        @Setup
        public void film(RenderingBenchmark benchmark) {
            pictures = Picture.of(frames(benchmark));
        }

        @Setup(Level.Invocation)
        public void begin(RenderingBenchmark benchmark) throws IOException {
            encoder = encoder(benchmark);
            encode(0, true);
        }

        ImmutableList<Frame> frames(RenderingBenchmark benchmark) {
            return benchmark.frames();
        }

        PictureEncoder encoder(RenderingBenchmark benchmark) {
            return benchmark.encoder();
        }

        private void encode(int picture, boolean keyframe) throws IOException {
            encoder.encode(pictures.get(picture).samples(), pictures.get(picture).changed(), keyframe, this::count);
        }

        private void count(AccessUnit unit) {
            bytes += unit.bytes().remaining();
        }

        int encodeNext(int count, boolean keyframes) throws IOException {
            for (int i = 1; i <= count; i++) {
                encode(i, keyframes);
            }
            // An encoder may have held some back.
            encoder.flush(this::count);
            return bytes;
        }
    }

    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public int picture(Encoding encoding) throws IOException {
        return encoding.encodeNext(PICTURES, false);
    }

    /** As {@link Encoding}, by JCodec. */
    @State(Scope.Benchmark)
    public static class StockEncoding extends Encoding {

        @Override
        PictureEncoder encoder(RenderingBenchmark benchmark) {
            return new JcodecEncoder(benchmark.footage.size(), benchmark.footage.rate());
        }
    }

    @Benchmark
    @OperationsPerInvocation(STOCK_PICTURES)
    public int stockPicture(StockEncoding encoding) throws IOException {
        return encoding.encodeNext(STOCK_PICTURES, false);
    }

    /** As {@link Encoding}, of the pictures that the schedule makes keyframes. */
    @State(Scope.Benchmark)
    public static class KeyframeEncoding extends Encoding {

        @Override
        ImmutableList<Frame> frames(RenderingBenchmark benchmark) {
            return benchmark.frames(KEYFRAME, PICTURES + 1, KEYFRAMES + 1);
        }
    }

    @Benchmark
    @OperationsPerInvocation(KEYFRAMES)
    public int keyframe(KeyframeEncoding encoding) throws IOException {
        return encoding.encodeNext(KEYFRAMES, true);
    }

    /** The encoded pictures of a whole video: the same two seconds again and again. */
    @State(Scope.Benchmark)
    public static class Writing {
        private final ImmutableList.Builder<AccessUnit> group = ImmutableList.builder();
        private ParameterSets parameterSets;
        private ImmutableList<AccessUnit> units;
        private Path folder;

        @Setup
        public void encode(RenderingBenchmark benchmark) throws IOException {
            PictureEncoder encoder = benchmark.encoder();
            parameterSets = encoder.parameterSets();
            for (Picture picture : Picture.of(benchmark.frames())) {
                encoder.encode(picture.samples(), picture.changed(), false, this::keep);
            }
            encoder.flush(this::keep);
            ImmutableList.Builder<AccessUnit> video = ImmutableList.builder();
            for (int i = 0; i < WRITTEN_GROUPS; i++) {
                for (AccessUnit unit : group.build()) {
                    video.add(new AccessUnit(unit.bytes(), unit.keyframe(), i * (PICTURES + 1) + unit.frame()));
                }
            }
            units = video.build();
            folder = Files.createTempDirectory("epochreel-benchmark");
        }

        private void keep(AccessUnit unit) {
            ByteBuffer bytes = ByteBuffer.allocate(unit.bytes().remaining()).put(unit.bytes()).flip();
            group.add(new AccessUnit(bytes, unit.keyframe(), unit.frame()));
        }

        @TearDown
        public void clear() throws IOException {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    @Benchmark
    @OperationsPerInvocation(WRITTEN_GROUPS * (PICTURES + 1))
    public int writing(Writing writing) throws IOException {
        try (Mp4Writer writer = new Mp4Writer(writing.folder.resolve("linear-1.mp4"), footage.size(), footage.rate(),
                writing.parameterSets)) {
            for (AccessUnit unit : writing.units) {
                writer.write(new AccessUnit(unit.bytes().duplicate(), unit.keyframe(), unit.frame()));
            }
            writer.finish();
            return writer.frames();
        }
    }
}
