package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.layout.PanelShape.Aside;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Tiles;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.text.PictureNumber;

/**
 * The names of the runs that are compared, at the right ends of their curves: pushed apart, with a thin leader where that
 * moved them, and under each in small letters its rate, where rates differ, and where it diverged.
 */
final class RunNames {

    private static final double GAP = 10;
    private static final double LEADER = 24;
    private static final double LEADER_WIDTH = 1.6;
    /** Ems of a name from the middle of one to that of the next. */
    private static final double PITCH = 1.38;
    private static final double SMALL = 0.77;
    /** Names take no more of the width than this. */
    private static final double MOST = 0.3;
    /** A rate that decays has as many values as there are epochs, all about as wide. */
    private static final int MOST_RATES = 64;

    private final PanelSite site;
    private final ImmutableList<ShownRun> runs;
    private final Rectangle area;
    private final double scale;
    private final double em;
    private final Typeface face;
    private final Typeface smallFace;
    private final boolean rates;
    private final boolean remarks;
    private final Tiles tiles;

    /** @param site whose layout has the room of {@link #aside} */
    RunNames(PanelSite site) {
        this.site = site;
        this.runs = site.spec().runs();
        this.area = site.layout().aside();
        this.scale = site.scale();
        this.em = em(site.spec(), scale);
        this.face = site.typefaces().of(site.theme().type().titleWeight());
        this.smallFace = site.typefaces().of(Typeface.Weight.REGULAR);
        this.rates = ratesDiffer(site.spec());
        this.remarks = hasRemarks(site.spec());
        this.tiles = new Tiles(site.spec().size(), area, site.lettering());
    }

    /** The room on the right of the plot that the names need; none for a single run, or where there is too little. */
    static Aside aside(ChartSpec spec, Rectangle place, double scale, Typefaces typefaces) {
        if (spec.runs().size() < 2) {
            return Aside.NONE;
        }
        double em = em(spec, scale);
        Typeface face = typefaces.of(spec.theme().type().titleWeight());
        Typeface small = typefaces.of(Typeface.Weight.REGULAR);
        double widest = 0;
        for (ShownRun run : spec.runs()) {
            widest = Math.max(widest, face.width(run.name(), em));
            for (String remark : remarks(spec, run)) {
                widest = Math.max(widest, small.width(remark, SMALL * em));
            }
        }
        double right = Math.min(MOST * place.width, widest + (GAP + LEADER + 4) * scale);
        return right < 3 * em ? Aside.NONE : new Aside((int) Math.ceil(right), 0, 0);
    }

    private static double em(ChartSpec spec, double scale) {
        return spec.theme().type().tick() * scale;
    }

    private static boolean ratesDiffer(ChartSpec spec) {
        return spec.runs().stream().map(run -> run.metrics().learningRate()).distinct().count() > 1;
    }

    private static boolean hasRemarks(ChartSpec spec) {
        return ratesDiffer(spec) || spec.runs().stream().anyMatch(ShownRun::diverged);
    }

    /** All that may stand under a run's name. */
    private static ImmutableList<String> remarks(ChartSpec spec, ShownRun run) {
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        if (run.diverged()) {
            remarks.add(divergence(run));
        }
        if (ratesDiffer(spec)) {
            run.metrics().learningRate().stream().filter(Double::isFinite).distinct().limit(MOST_RATES)
                    .forEach(rate -> remarks.add(rate(rate)));
        }
        return remarks.build();
    }

    private static String divergence(ShownRun run) {
        return "diverged at " + run.metrics().lastEpoch();
    }

    private static String rate(double rate) {
        return "rate " + PictureNumber.rate(rate);
    }

    /** Whether there is no room for names. */
    boolean isEmpty() {
        return area.isEmpty();
    }

    /** The still picture was drawn anew. */
    void forget() {
        tiles.forget();
    }

    /**
     * Shows the names.
     *
     * @param ends where each run's curve leaves the plot, in pixels from the top
     */
    void show(double[] ends, FrameContents contents, int[] still, Canvas canvas, MacroblockSet touched) {
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        double[] clear = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            double end = Double.isNaN(ends[i]) ? area.getCenterY() : ends[i];
            clear[i] = Math.max(area.y + pitch() / 2, Math.min(area.y + area.height - pitch() / 2, end));
        }
        double[] middles = places(clear, contents.runs(), pitch());
        for (int i = 0; i < ends.length; i++) {
            ShownRun run = runs.get(i);
            int last = run.metrics().lastEpoch();
            boolean over = run.diverged() && contents.epoch() >= last;
            Color color = over ? site.theme().palette().muted() : run.color();
            marks.add(leader(ends[i], middles[i], color));
            double x = area.x + (GAP + LEADER) * scale;
            double width = area.x + area.width - x;
            double middle = middles[i] - (remarks ? 0.4 * SMALL * em : 0);
            int baseline = (int) Math.rint(middle + Typeface.CAP_HEIGHT * em / 2);
            String name = face.fit(run.name(), em, width);
            marks.add(Optional.of(new Mark.Words(name, x, baseline, face.width(name, em), face, em, color)));
            marks.add(remark(run, Math.min(contents.epoch(), last), over).map(text -> {
                String shown = smallFace.fit(text, SMALL * em, width);
                return new Mark.Words(shown, x, baseline + (int) Math.rint(1.15 * SMALL * em),
                        smallFace.width(shown, SMALL * em), smallFace, SMALL * em, site.theme().palette().muted());
            }));
        }
        tiles.show(marks.build(), Tiles.still(still), canvas, touched);
    }

    private double pitch() {
        return (PITCH + (remarks ? 1.1 * SMALL : 0)) * em;
    }

    private Optional<Mark> leader(double end, double middle, Color color) {
        boolean inside = end >= area.y && end <= area.y + area.height;
        if (!inside || Math.abs(middle - end) < 0.2 * em) {
            return Optional.empty();
        }
        double from = area.x + GAP * scale / 2;
        return Optional.of(new Mark.Stroke(from, end, from + LEADER * scale, middle, Math.max(1, LEADER_WIDTH * scale), color));
    }

    private Optional<String> remark(ShownRun run, int epoch, boolean over) {
        if (over) {
            return Optional.of(divergence(run));
        }
        double rate = run.metrics().learningRate().length() == 1 ? Double.NaN
                : run.metrics().learningRate().get(Math.max(1, epoch));
        return rates && Double.isFinite(rate) ? Optional.of(rate(rate)) : Optional.empty();
    }

    /**
     * Moves ends, in the order of the runs' ranks, apart until each is {@code pitch} from the next, by as little as may be;
     * two that change places pass each other gradually.
     */
    private double[] places(double[] ends, ImmutableList<RunCurves> curves, double pitch) {
        Integer[] order = IntStream.range(0, ends.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(run -> curves.get(run).standing().rank()));
        double[] sorted = apart(Arrays.stream(order).mapToDouble(run -> ends[run]).toArray(), pitch);
        double[] places = new double[ends.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            places[order[rank]] = sorted[rank];
        }
        for (int rank = 0; rank + 1 < sorted.length; rank++) {
            double apart = curves.get(order[rank + 1]).standing().rank() - curves.get(order[rank]).standing().rank();
            double part = 0.5 * Math.max(0, 1 - apart);
            double distance = sorted[rank + 1] - sorted[rank];
            places[order[rank]] += part * distance;
            places[order[rank + 1]] -= part * distance;
        }
        return places;
    }

    /** Blocks of neighbours that would overlap, each block about the mean of what its members want. */
    private double[] apart(double[] wanted, double pitch) {
        double[] places = wanted.clone();
        int count = places.length;
        double[] sums = new double[count];
        int[] sizes = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            // Each as if the pitch were taken out, so that a block is a mean.
            sums[blocks] = wanted[i] - i * pitch;
            sizes[blocks] = 1;
            blocks++;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] > sums[blocks - 1] / sizes[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
        }
        double top = area.y + pitch / 2;
        double bottom = area.y + area.height - pitch / 2 - (count - 1) * pitch;
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            double level = Math.max(top, Math.min(Math.max(top, bottom), sums[block] / sizes[block]));
            for (int member = 0; member < sizes[block]; member++, i++) {
                places[i] = level + i * pitch;
            }
        }
        return places;
    }
}
