package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Extras;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownNote;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Dates;
import org.epochreel.data.Samples;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;

/** Charts for tests: fixed ones to probe, random ones to compare. */
public final class Charts {

    static final ImmutableList<ReadoutCell> CELLS = ImmutableList.of(
            new ReadoutCell("epoch", "9999"), new ReadoutCell("loss", "99.9999"), new ReadoutCell("", "1e\u22124", true));

    private Charts() {}

    /** One hundred points of a line, as in the first of the blog's videos. */
    public static Samples line() {
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        for (int i = 0; i < 100; i++) {
            x.add(-10 + 0.2 * i);
            y.add(-2.5 * (-10 + 0.2 * i) - 0.8);
        }
        return new Samples(x.build(), y.build());
    }

    static ChartSpec spec(int width, int height, Theme theme) {
        return new ChartSpec(new FrameSize(width, height), theme, line(), new Range(-10.99, 10.79), new Range(-30, 30),
                Headline.of(Optional.of("Linear data, neural net model")), AxisTexts.NONE, CELLS, oneRun(theme),
                Panels.FIT);
    }

    private static Headline headline(Random random, String title) {
        return new Headline(random.nextBoolean() ? Optional.of(title) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("Some line, 000") : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("Some caption, 000") : Optional.empty());
    }

    private static AxisTexts axes(Random random) {
        return new AxisTexts(random.nextInt(3) == 0 ? Optional.of("day") : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("temperature, \u00B0C") : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(new Dates(LocalDateTime.of(2026, 3, 1, 0, 0), false))
                        : Optional.empty());
    }

    static ImmutableList<ShownRun> oneRun(Theme theme) {
        return runs(theme, 1);
    }

    static ImmutableList<ShownRun> runs(Theme theme, int count) {
        return IntStream.range(0, count)
                .mapToObj(run -> ShownRun.ofCurve(theme.ofRun(run)))
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableDoubleArray curve(ChartDrawer drawer, DoubleUnaryOperator function) {
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        drawer.curveX().forEach(x -> y.add(function.applyAsDouble(x)));
        return y.build();
    }

    static FrameContents contents(ImmutableDoubleArray curve, String... readout) {
        return contents(RunCurves.of(curve), readout);
    }

    static FrameContents contents(RunCurves run, String... readout) {
        return new FrameContents(0, 0, Headline.of(Optional.of("Linear data, neural net model")),
                ImmutableList.copyOf(readout), ImmutableList.of(run), Telling.NOTHING);
    }

    static ChartSpec randomSpec(Random random) {
        Theme theme = ImmutableList.of(Theme.BLOG, Theme.PAPER, Theme.MIDNIGHT).get(random.nextInt(3));
        int largest = random.nextInt(4) == 0 ? 500 : 150;
        FrameSize size = new FrameSize(16 + 2 * random.nextInt(largest), 16 + 2 * random.nextInt(largest));
        double from = random.nextGaussian() * 10;
        double height = StrictMath.exp(random.nextGaussian() * 4);
        Range x = new Range(from, from + 0.5 + random.nextDouble() * 20);
        Range y = new Range(-height * random.nextDouble(), height);
        ImmutableDoubleArray.Builder pointX = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder pointY = ImmutableDoubleArray.builder();
        int points = 1 + random.nextInt(120);
        for (int i = 0; i < points; i++) {
            pointX.add(x.from() + (x.to() - x.from()) * (1.2 * random.nextDouble() - 0.1));
            pointY.add(y.from() + (y.to() - y.from()) * (1.2 * random.nextDouble() - 0.1));
        }
        return new ChartSpec(size, theme, new Samples(pointX.build(), pointY.build()), x, y,
                headline(random, "Some title of epoch 000"), axes(random),
                random.nextBoolean() ? CELLS : ImmutableList.of(), runs(theme, 1 + random.nextInt(3) / 2), Panels.FIT,
                new Extras(random.nextInt(4) == 0, random.nextBoolean(), ImmutableList.of()));
    }

    static FrameContents randomContents(Random random, ChartDrawer drawer, ChartSpec spec,
            Optional<ImmutableDoubleArray> ghost) {
        ImmutableList<RunCurves> runs = spec.runs().stream()
                .map(run -> randomRun(random, drawer, spec, ghost))
                .collect(ImmutableList.toImmutableList());
        String epoch = Integer.toString(random.nextInt(3000));
        return new FrameContents(0, 0,
                new Headline(Optional.of(random.nextInt(3) == 0 ? "Some title of epoch " + epoch : "Some title"),
                        Optional.of("Some line, " + epoch), Optional.of("Some caption, " + epoch)),
                ImmutableList.of(epoch, Double.toString(random.nextInt(1000) / 7.0), "1e\u22125"),
                runs,
                new Telling(random.nextInt(3) > 0 ? Optional.empty()
                        : Optional.of(event("0.003", random.nextDouble() * RateEvent.GONE, drawer, spec)),
                        notes(random, spec),
                        random.nextInt(4) == 0 ? Optional.of("diverged at epoch " + epoch) : Optional.empty(),
                        random.nextInt(4) == 0 ? ImmutableList.of(curve(drawer, x2 -> spec.y().to() / 2))
                                : ImmutableList.of(), random.nextInt(4) == 0 ? random.nextDouble() : 1));
    }

    private static ImmutableList<ShownNote> notes(Random random, ChartSpec spec) {
        return switch (random.nextInt(4)) {
            case 0 -> ImmutableList.of(new ShownNote("see here", new ShownNote.At.Curve(), 0.1 + 0.9 * random.nextDouble()));
            case 1 -> ImmutableList.of(new ShownNote("a point", new ShownNote.At.Point(spec.x().from(), spec.y().to() / 3), 1),
                    new ShownNote("below it all", new ShownNote.At.Caption(), 0.5));
            default -> ImmutableList.of();
        };
    }

    /** A rate that rises, so many seconds ago. */
    static RateEvent event(String to, double seconds, ChartDrawer drawer, ChartSpec spec) {
        ImmutableDoubleArray ghost = curve(drawer, x -> 3 - x);
        return new RateEvent(0, "1e\u22125", to, true, seconds,
                spec.runs().stream().map(run -> ghost).collect(ImmutableList.toImmutableList()));
    }

    private static RunCurves randomRun(Random random, ChartDrawer drawer, ChartSpec spec,
            Optional<ImmutableDoubleArray> ghost) {
        ImmutableList.Builder<ImmutableDoubleArray> trails = ImmutableList.builder();
        ImmutableList.Builder<ImmutableDoubleArray> neurons = ImmutableList.builder();
        int trailCount = random.nextBoolean() ? 0 : 1 + random.nextInt(4);
        int neuronCount = random.nextBoolean() ? 0 : 1 + random.nextInt(4);
        ImmutableDoubleArray curve = randomCurve(random, drawer, spec);
        double shift = (spec.y().to() - spec.y().from()) * 0.1 * random.nextGaussian();
        for (int i = 1; i <= trailCount; i++) {
            double away = i * shift;
            trails.add(ImmutableDoubleArray.copyOf(curve.stream().map(y -> y + away)));
        }
        for (int i = 0; i < neuronCount; i++) {
            neurons.add(randomCurve(random, drawer, spec));
        }
        return new RunCurves(curve, trails.build(), ghost, neurons.build());
    }

    /** Waves that stay, waves that leave the plot, jumps, gaps and values near the end of the numbers. */
    static ImmutableDoubleArray randomCurve(Random random, ChartDrawer drawer, ChartSpec spec) {
        double span = spec.y().to() - spec.y().from();
        double amplitude = span * (random.nextInt(4) == 0 ? 5 : 0.4) * random.nextDouble();
        double middle = spec.y().from() + span * random.nextDouble();
        double phase = random.nextDouble() * 6;
        double frequency = 12 * random.nextDouble() / (spec.x().to() - spec.x().from());
        boolean wild = random.nextInt(4) == 0;
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        drawer.curveX().forEach(x -> {
            double value = middle + amplitude * StrictMath.sin(frequency * x + phase);
            if (wild) {
                value = switch (random.nextInt(20)) {
                    case 0 -> Double.NaN;
                    case 1 -> Double.POSITIVE_INFINITY;
                    case 2 -> -1e300;
                    case 3 -> value + span;
                    default -> value;
                };
            }
            y.add(value);
        });
        return y.build();
    }

    /** A frame with everything in it, of a chart in {@code theme} at 432x288. */
    static Frame everything(Theme theme) {
        ChartDrawer drawer = new ChartDrawer(spec(432, 288, theme));
        ImmutableDoubleArray curve = curve(drawer, x -> 15 * StrictMath.sin(0.7 * x));
        RunCurves run = new RunCurves(curve,
                ImmutableList.of(curve(drawer, x -> 14 * StrictMath.sin(0.7 * x)),
                        curve(drawer, x -> 12 * StrictMath.sin(0.7 * x))),
                Optional.of(curve(drawer, x -> 5 - x)), ImmutableList.of(curve(drawer, x -> 8 * StrictMath.tanh(x))));
        FrameContents contents = new FrameContents(0, 0, Headline.of(Optional.of("Linear data, epoch 12")),
                ImmutableList.of("12", "3.4567", "1e\u22124"), ImmutableList.of(run),
                new Telling(Optional.of(event("1e\u22124", 1.5, drawer, spec(432, 288, theme))), ImmutableList.of(),
                        Optional.of("diverged at epoch 12")));
        drawer.draw(contents(curve(drawer, x -> x), "1", "2", "3"));
        return drawer.draw(contents);
    }

    /** SHA-256 of a picture's pixels. */
    static String hash(Frame frame) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (int pixel : frame.pixels()) {
            hasher.putInt(pixel);
        }
        return hasher.hash().toString();
    }
}
