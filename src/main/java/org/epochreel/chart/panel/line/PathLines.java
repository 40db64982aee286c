package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.axis.GradientPath;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Theme;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The unrolled path of each run's gradients, turned to its main direction, with a dot every 100 updates. Of a single run the heads of the arrows that
 * led to the least loss and of least norm of the whole run are marked from their epochs on.
 */
public final class PathLines implements PanelLines {

    /** The gradients in the plane. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "gradient path";
    private static final String BRIEF = "path";
    private static final int DOT_EVERY = 100;
    private static final double DOT_SIZE = 0.45;
    private static final double APART = 1.2;

    private final ImmutableList<RunPath> runs;
    private final PanelLayout layout;
    private final Theme theme;
    private final double scale;
    private final Layer dots;
    private final ImmutableList<Layer> layers;
    private final Legend legend;
    private final int leastNorm;
    private final int leastLoss;
    private final int across;
    private Optional<ImmutableList<PlacedLabel>> labels = Optional.empty();
    private int next;

    /** The path of one run and its line. */
    private record RunPath(GradientPath path, Layer line) {

        int shown(int epoch) {
            return Math.min(epoch, path.lastEpoch());
        }
    }

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.GRADIENT_PATH;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of();
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            GradientPath.Box box = box(spec, inside);
            return Optional.of(PanelAxes.plain(box.x(), box.y()));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new LinePanel(site, new PathLines(site));
        }
    }

    private static GradientPath.Box box(ChartSpec spec, Rectangle inside) {
        return GradientPath.box(spec.runs().stream()
                .map(run -> GradientPath.of(run.metrics()))
                .collect(ImmutableList.toImmutableList()), (double) inside.width / inside.height);
    }

    private PathLines(PanelSite site) {
        ChartSpec spec = site.spec();
        this.layout = site.layout();
        this.theme = spec.theme();
        this.scale = site.scale();
        this.runs = spec.runs().stream()
                .map(run -> new RunPath(GradientPath.of(run.metrics()),
                        new Layer(site.coverage(), run.color())))
                .collect(ImmutableList.toImmutableList());
        this.dots = new Layer(site.coverage(), theme.palette().dot());
        ImmutableList.Builder<Layer> inked = ImmutableList.builder();
        runs.forEach(run -> inked.add(run.line));
        this.layers = inked.add(dots).build();
        this.legend = Legend.ofRuns(spec);
        this.across = box(spec, layout.plot().inside()).across();
        Metrics metrics = spec.runs().get(0).metrics();
        this.leastNorm = Epochs.least(metrics.gradientNorm());
        this.leastLoss = Epochs.least(metrics.trainLoss());
    }

    @Override
    public ImmutableList<Layer> layers() {
        return layers;
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        for (; next <= epoch; next++) {
            for (RunPath run : runs) {
                if (next <= run.path.lastEpoch()) {
                    add(run, added);
                }
            }
        }
    }

    private void add(RunPath run, Strips added) {
        double x = pixelX(run, next);
        double y = pixelY(run, next);
        int before = Math.max(0, next - 1);
        run.line.coverage().addLine(pixelX(run, before), pixelY(run, before), x, y,
                theme.lines().thin() * scale, added);
        if (next % DOT_EVERY == 0) {
            dots.coverage().addLine(x, y, x, y, DOT_SIZE * theme.lines().point() * scale, added);
        }
    }

    // Points far outside are drawn in towards the panel, so that no arithmetic overflows.
    private double pixelX(RunPath run, int epoch) {
        double width = layout.plot().inside().width;
        double left = layout.plot().inside().x;
        return Math.max(left - 8 * width, Math.min(left + 9 * width, layout.pixelX(run.path.x(epoch))));
    }

    private double pixelY(RunPath run, int epoch) {
        double height = layout.plot().inside().height;
        double top = layout.plot().inside().y;
        return Math.max(top - 8 * height, Math.min(top + 9 * height, layout.pixelY(run.path.y(epoch))));
    }

    @Override
    public void letter(Annotations pen) {
        String enlarged = across > 1 ? "across \u00D7 " + across : "";
        boolean brief = !pen.fitsHeading(pen.width(enlarged), NAME) && pen.fitsHeading(pen.width(enlarged), BRIEF);
        String written = pen.name(brief ? BRIEF : NAME, BRIEF);
        if (runs.size() > 1) {
            if (pen.fitsHeading(legend.width(pen), written)) {
                legend.write(pen, written);
            }
            return;
        }
        String dotted = runs.get(0).path.lastEpoch() >= DOT_EVERY ? "dots: " + DOT_EVERY + " updates" : "";
        boolean both = !enlarged.isEmpty() && !dotted.isEmpty();
        // That lengths are not alike must be said; what dots are can be guessed.
        if (!both || !pen.headingValue(enlarged + ", " + dotted, 0, written, theme.palette().muted())) {
            pen.headingValue(enlarged.isEmpty() ? dotted : enlarged, 0, written, theme.palette().muted());
        }
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        for (RunPath run : runs) {
            pen.dot(pixelX(run, run.shown(epoch)), pixelY(run, run.shown(epoch)), run.line.color());
        }
        if (runs.size() == 1) {
            markLeast(pen, runs.get(0), epoch);
        }
    }

    private void markLeast(Annotations pen, RunPath run, int epoch) {
        Color color = theme.palette().second();
        boolean normShown = leastNorm >= 0 && epoch >= leastNorm;
        boolean lossShown = epoch >= leastLoss && leastLoss > 0;
        if (normShown) {
            pen.ring(pixelX(run, leastNorm), pixelY(run, leastNorm), color);
        }
        if (lossShown) {
            pen.ring(pixelX(run, leastLoss), pixelY(run, leastLoss), color);
        }
        if (!pen.isLettered()) {
            return;
        }
        if (labels.isEmpty()) {
            labels = Optional.of(labels(pen, run));
        }
        labels.get().forEach(label -> label.draw(pen, epoch));
    }

    // They keep clear of the whole run's path, so that they stay where they are once they have appeared.
    private ImmutableList<PlacedLabel> labels(Annotations pen, RunPath run) {
        FreeSpace space = FreeSpace.of(layout, pen);
        for (int epoch = 1; epoch <= run.path.lastEpoch(); epoch++) {
            space.addLine(pixelX(run, epoch - 1), pixelY(run, epoch - 1), pixelX(run, epoch), pixelY(run, epoch));
        }
        if (leastNorm >= 0 && leastLoss > 0 && areTogether(run, pen.em())) {
            return label(Math.max(leastNorm, leastLoss), "least norm, loss", leastLoss, space, pen, run)
                    .map(ImmutableList::of).orElse(ImmutableList.of());
        }
        ImmutableList.Builder<PlacedLabel> placed = ImmutableList.builder();
        if (leastNorm >= 0) {
            label(leastNorm, "least norm", leastNorm, space, pen, run).ifPresent(placed::add);
        }
        if (leastLoss > 0) {
            label(leastLoss, "least loss", leastLoss, space, pen, run).ifPresent(placed::add);
        }
        return placed.build();
    }

    private Optional<PlacedLabel> label(
            int from, String text, int epoch, FreeSpace space, Annotations pen, RunPath run) {
        return PlacedLabel.near(
                from, text, pixelX(run, epoch), pixelY(run, epoch), theme.palette().second(), space, pen);
    }

    private boolean areTogether(RunPath run, double em) {
        return Math.abs(pixelX(run, leastNorm) - pixelX(run, leastLoss)) < 6 * em
                && Math.abs(pixelY(run, leastNorm) - pixelY(run, leastLoss)) < APART * em;
    }
}
