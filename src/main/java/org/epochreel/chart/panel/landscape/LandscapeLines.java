package org.epochreel.chart.panel.landscape;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.panel.line.Legend;
import org.epochreel.chart.panel.line.LinePanel;
import org.epochreel.chart.panel.line.PanelLines;
import org.epochreel.chart.pen.Theme;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.PlanePath;
import org.epochreel.landscape.Window;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The path of each run over a map of the loss. The map, its lines and texts, and small dots where the paths will go stay
 * the same for the whole film; the paths grow by every epoch.
 */
public final class LandscapeLines implements PanelLines {

    /** The loss over a plane of the parameters. */
    public static final PanelEntry ENTRY = new Entry();

    private static final double CASING = 9;
    private static final int CASING_ALPHA = 230;
    private static final double UPDATE = 10;
    private static final double UPDATE_STROKE = 2;
    // Pixels from update to update, in the mean, from which on each is a dot.
    private static final double UPDATES_APART = 15;
    private static final double CLOSE = 0.3;

    private final PanelSite site;
    private final Theme theme;
    private final double scale;
    private final LandscapeMap map;
    private final ImmutableList<Walk> walks;
    private final Layer casing;
    private final ImmutableList<Layer> layers;
    private int next;

    /** A run's path in pixels and its line. */
    private static final class Walk {

        final ShownRun run;
        final PixelPath path;
        final Layer line;
        final boolean dotted;
        final Layer dots;
        final Layer holes;
        int inked;

        Walk(ShownRun run, PixelPath path, Rectangle inside, Color ground, boolean dotted) {
            this.run = run;
            this.path = path;
            this.line = new Layer(new Coverage(inside), run.color());
            this.dotted = dotted;
            this.dots = new Layer(new Coverage(dotted ? inside : new Rectangle()), run.color());
            this.holes = new Layer(new Coverage(dotted ? inside : new Rectangle()), ground);
        }
    }

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.LANDSCAPE;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of();
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            Landscape landscape = spec.panels().landscape().orElseThrow();
            if (landscape.plane().kind().isOfParameters()) {
                return Optional.of(PanelAxes.plain(landscape.window().x(), landscape.window().y()));
            }
            Window window = landscape.window().ofShape((double) inside.width / inside.height);
            return Optional.of(PanelAxes.bare(window.x(), window.y()));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new LinePanel(site, new LandscapeLines(site));
        }
    }

    private LandscapeLines(PanelSite site) {
        this.site = site;
        this.theme = site.theme();
        this.scale = site.scale();
        PanelLayout layout = site.layout();
        Rectangle inside = layout.plot().inside();
        Landscape landscape = site.spec().panels().landscape().orElseThrow();
        ImmutableList.Builder<Walk> all = ImmutableList.builder();
        for (int run = 0; run < Math.min(site.spec().runs().size(), landscape.paths().size()); run++) {
            PlanePath path = landscape.paths().get(run);
            PixelPath pixels = PixelPath.of(path, layout);
            boolean dotted = pixels.length() / Math.max(1, pixels.last()) > UPDATES_APART * scale;
            all.add(new Walk(site.spec().runs().get(run), pixels, inside, theme.palette().background(), dotted));
        }
        this.walks = all.build();
        Color ground = theme.palette().background();
        this.casing = new Layer(new Coverage(inside),
                new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), CASING_ALPHA));
        this.map = new LandscapeMap(site, landscape, walks.stream().map(walk -> walk.path)
                .collect(ImmutableList.toImmutableList()), runs());
        List<Layer> inked = new ArrayList<>();
        inked.add(casing);
        walks.forEach(walk -> inked.add(walk.line));
        walks.stream().filter(walk -> walk.dotted).forEach(walk -> {
            inked.add(walk.dots);
            inked.add(walk.holes);
        });
        this.layers = ImmutableList.copyOf(inked);
    }

    private ImmutableList<ShownRun> runs() {
        return walks.stream().map(walk -> walk.run).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean drawGround(Canvas canvas, PlotFrame frame) {
        map.draw(canvas, frame);
        return false;
    }

    @Override
    public ImmutableList<Layer> layers() {
        return layers;
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        for (; next <= epoch; next++) {
            for (Walk walk : walks) {
                if (next <= walk.path.last()) {
                    add(walk, added);
                }
            }
        }
    }

    private void add(Walk walk, Strips added) {
        double x = walk.path.x()[next];
        double y = walk.path.y()[next];
        double fromX = walk.path.x()[walk.inked];
        double fromY = walk.path.y()[walk.inked];
        // Steps too short to be seen are drawn with the next ones; the head covers them till then.
        if (next > 0 && Math.abs(x - fromX) < CLOSE && Math.abs(y - fromY) < CLOSE) {
            return;
        }
        double width = width(walk);
        casing.coverage().addLine(fromX, fromY, x, y, width + (CASING - theme.lines().curve()) * scale, added);
        walk.line.coverage().addLine(fromX, fromY, x, y, width, added);
        if (walk.dotted) {
            double dot = UPDATE * scale;
            walk.dots.coverage().addLine(x, y, x, y, dot, added);
            walk.holes.coverage().addLine(x, y, x, y, dot - 2 * Math.max(1, UPDATE_STROKE * scale), added);
        }
        walk.inked = next;
    }

    @Override
    public void letter(Annotations pen) {
        double used = map.heading(pen);
        map.words().forEach(pen::add);
        if (walks.size() > 1) {
            Legend legend = Legend.ofRuns(site.spec());
            double room = site.layout().heading().map(place -> place.area().width - used).orElse(0.0);
            if (legend.width(pen) + pen.em() <= room) {
                legend.write(pen, "");
            }
        }
    }

    @Override
    public double reached(FrameContents contents) {
        return Math.max(0, contents.position());
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        annotate(pen, (double) epoch);
    }

    @Override
    public void annotate(Annotations pen, double reached) {
        // Under the heads of all, the step that each is at.
        walks.forEach(walk -> step(pen, walk, reached));
        map.marks((int) reached).forEach(pen::add);
        for (int i = walks.size() - 1; i >= 0; i--) {
            PixelPath path = walks.get(i).path;
            pen.dot(path.xAt(reached), path.yAt(reached), walks.get(i).run.color());
        }
    }

    private void step(Annotations pen, Walk walk, double reached) {
        int from = (int) reached;
        if (from < reached && from < walk.path.last()) {
            double x = walk.path.x()[from];
            double y = walk.path.y()[from];
            double width = width(walk);
            Color ground = theme.palette().background();
            pen.add(new Mark.Stroke(x, y, walk.path.xAt(reached), walk.path.yAt(reached), width, walk.run.color()));
            if (walk.dotted) {
                double dot = UPDATE * scale;
                pen.add(new Mark.Disc(x, y, dot, walk.run.color()));
                pen.add(new Mark.Disc(x, y, dot - 2 * Math.max(1, UPDATE_STROKE * scale), ground));
            }
        }
    }

    private double width(Walk walk) {
        return Math.max(1.5, theme.lines().curve() * scale * (walk.dotted ? 0.8 : 1));
    }
}
