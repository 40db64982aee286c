package org.epochreel.chart.panel.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.network.NetworkPlaces.Column;
import org.epochreel.chart.panel.network.NetworkPlaces.Look;
import org.epochreel.chart.panel.network.NetworkPlaces.Tile;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The first run's network, layer by layer from the left: edges as wide as their weights and coloured by their sign, and in
 * each neuron's tile what it gives over the input. Places, order and scales are the same for the whole film.
 */
public final class NetworkPanel implements Panel {

    /** The network itself. */
    public static final PanelEntry ENTRY = new Entry();

    private static final Wanted.Parameters PARAMETERS = new Wanted.Parameters();
    private static final double MOST_WORK = 60_000;
    private static final double FRAME = 1.6;
    private static final double LEAST_EDGE = 1.2;
    private static final double MOST_EDGE = 16;
    private static final double OF_PITCH = 2.4;
    private static final double APART = 3;
    private static final double STACKED = 0.88;
    private static final int FEW = 40;
    private static final double RING = 6;
    private static final double RING_ROOM = 24;

    private final PanelSite site;
    private final ShownNetwork network;
    private final NetworkPlaces places;
    private final double reach;
    private final List<Strands> gaps = new ArrayList<>();
    private final List<Painted> tiles = new ArrayList<>();
    private final Optional<Wanted.Neurons> neurons;
    private final NetworkKey key;
    private Optional<Rows> shown = Optional.empty();
    private final Map<Painted, double[]> painted = new HashMap<>();
    private boolean drawn;

    /** A tile and where in the answers its numbers stand; of an image of weights the first weight. */
    private record Painted(Tile tile, TileLook look, int from, boolean ofWeights) {}

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.NETWORK;
        }

        @Override
        public ImmutableSet<Need> needs() {
            // For the reach of the parameters over the whole run.
            return ImmutableSet.of(Need.PARAMETERS);
        }

        @Override
        public ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
            ImmutableSet.Builder<Wanted<?>> wanted = ImmutableSet.<Wanted<?>>builder().add(PARAMETERS);
            neurons(spec, places(spec, scale, layout)).ifPresent(wanted::add);
            return wanted.build();
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            return Optional.empty();
        }

        @Override
        public boolean isOfOneRun() {
            return true;
        }

        @Override
        public Panel panel(PanelSite site) {
            return new NetworkPanel(site);
        }
    }

    private static NetworkPlaces places(ChartSpec spec, double scale, PanelLayout layout) {
        Rectangle inside = new Rectangle(layout.plot().inside());
        int line = frame(scale);
        inside.grow(-line, -line);
        return NetworkPlaces.of(spec.panels().networks().get(0), inside, scale,
                layout.plot().labelled() ? spec.theme().type().small() * scale : 0);
    }

    private static int frame(double scale) {
        return (int) Math.max(1, Math.rint(FRAME * scale));
    }

    private static Optional<Wanted.Neurons> neurons(ChartSpec spec, NetworkPlaces places) {
        int widest = places.columns().stream().flatMap(column -> column.tiles().stream())
                .mapToInt(tile -> tile.area().width).max().orElse(1);
        if (places.look() == Look.CURVE) {
            return Optional.of(new Wanted.Neurons(spec.x(), Optional.empty(), Math.max(24, Math.min(160, widest / 2)), 1));
        }
        if (places.look() != Look.MAP) {
            return Optional.empty();
        }
        ShownNetwork network = spec.panels().networks().get(0);
        int count = network.layers().stream().mapToInt(LayerShape::fanOut).sum();
        int most = (int) Math.sqrt(MOST_WORK / count);
        int side = Math.max(12, Math.min(Math.min(most, 72), (int) (widest / 2.5)));
        return Optional.of(new Wanted.Neurons(spec.x(), Optional.of(spec.y()), side, side));
    }

    private NetworkPanel(PanelSite site) {
        ChartSpec spec = site.spec();
        this.site = site;
        this.network = spec.panels().networks().get(0);
        this.places = places(spec, site.scale(), site.layout());
        this.neurons = neurons(spec, places);
        double largest = Math.max(Math.abs(spec.panels().reach().from()), Math.abs(spec.panels().reach().to()));
        this.reach = NetworkKey.round(largest);
        double most = mostEdge();
        double least = LEAST_EDGE * site.scale() * Math.min(1, Math.sqrt((double) FEW / Math.max(1, widestGap())));
        for (int gap = 0; gap + 1 < places.columns().size(); gap++) {
            gaps.add(strands(gap, least, most));
        }
        addTiles();
        this.key = new NetworkKey(site, network, places, reach, least, most);
    }

    private int widestGap() {
        int most = 0;
        for (int gap = 0; gap + 1 < places.columns().size(); gap++) {
            most = Math.max(most, places.columns().get(gap).tiles().size() * places.columns().get(gap + 1).tiles().size());
        }
        return most;
    }

    // Edges that meet at a tile lie side by side, so that many must be thinner.
    private double mostEdge() {
        double most = MOST_EDGE * site.scale();
        for (int gap = 0; gap + 1 < places.columns().size(); gap++) {
            Column from = places.columns().get(gap);
            Column to = places.columns().get(gap + 1);
            if (!from.tiles().isEmpty() && !to.tiles().isEmpty()) {
                most = Math.min(most, OF_PITCH * STACKED * from.tiles().get(0).area().height / to.tiles().size());
                most = Math.min(most, OF_PITCH * STACKED * to.tiles().get(0).area().height / from.tiles().size());
            }
        }
        return Math.max(2 * site.scale(), most);
    }

    private Strands strands(int gap, double least, double most) {
        Column from = places.columns().get(gap);
        Column to = places.columns().get(gap + 1);
        Theme theme = site.theme();
        LayerShape layer = network.layers().get(gap);
        int line = frame(site.scale());
        Rectangle inside = site.layout().plot().inside();
        int left = from.tiles().isEmpty() ? inside.x : from.right() + line;
        Rectangle area = new Rectangle(left, inside.y, Math.max(1, to.left() - line - left), inside.height);
        ImmutableList.Builder<Strand> all = ImmutableList.builder();
        for (int i = 0; i < from.tiles().size(); i++) {
            for (int j = 0; j < to.tiles().size(); j++) {
                all.add(Strand.edge(
                        layer.firstWeight() + to.tiles().get(j).neuron() * layer.fanIn() + from.tiles().get(i).neuron(),
                        area.x - 1, end(from.tiles().get(i), j, to.tiles().size(), most),
                        area.getMaxX() + 1, end(to.tiles().get(j), i, from.tiles().size(), most), least, most));
            }
        }
        double radius = RING * site.scale();
        for (Tile tile : to.tiles()) {
            if (layer.bias() && tile.area().height >= RING_ROOM * site.scale()) {
                all.add(Strand.ring(layer.firstBias() + tile.neuron(), area.getMaxX() - 1.6 * radius,
                        tile.area().getMaxY() - radius, radius, LEAST_EDGE * site.scale(), 0.8 * radius));
            }
        }
        return new Strands(area, all.build(), theme.palette().second(), theme.palette().curve());
    }

    /** Where one of several edges meets a tile. */
    private double end(Tile tile, int number, int count, double most) {
        Rectangle area = tile.area();
        double pitch = Math.min(most + APART * site.scale(), STACKED * area.height / count);
        return area.getCenterY() + (number - (count - 1) / 2.0) * pitch;
    }

    private void addTiles() {
        Theme theme = site.theme();
        TileLook.Ramp ramp = new TileLook.Ramp(theme, 0.62);
        TileLook.Ramp strong = new TileLook.Ramp(theme, 1);
        int before = 0;
        for (int c = 0; c < places.columns().size(); c++) {
            int first = before;
            boolean last = c == places.columns().size() - 1;
            for (Tile tile : places.columns().get(c).tiles()) {
                LayerShape layer = network.layers().get(0);
                int from = looksAtWeights(c) ? layer.firstWeight() + tile.neuron() * layer.fanIn() : first + tile.neuron();
                boolean ofWeights = looksAtWeights(c);
                look(tile, c, last, ramp, strong)
                        .ifPresent(look -> tiles.add(new Painted(tile, look, from, ofWeights)));
            }
            before += c == 0 ? network.inputs().size() : network.layers().get(c - 1).fanOut();
        }
    }

    private boolean looksAtWeights(int column) {
        return places.look() == Look.IMAGE && column == 1;
    }

    private Optional<TileLook> look(Tile tile, int column, boolean last, TileLook.Ramp ramp, TileLook.Ramp strong) {
        Theme theme = site.theme();
        double scale = site.scale();
        Rectangle area = tile.area();
        ShownNetwork.Scale range = network.scales().get(column);
        if (places.look() == Look.MAP) {
            double line = column == 0 ? 0 : Math.max(1, 2.2 * scale);
            return Optional.of(new TileLook.MapLook(area, neurons.orElseThrow().columns(), neurons.orElseThrow().rows(), range,
                    ramp, theme.palette().ink(), line));
        }
        if (places.look() == Look.CURVE) {
            boolean fit = last && network.outputs().isEmpty();
            int[] ground = new CurveGround(site, network, range, fit).of(area);
            Color ink = fit ? theme.palette().curve() : theme.palette().ink();
            return Optional.of(new TileLook.CurveLook(area, neurons.orElseThrow().columns(), range, ink,
                    Math.max(1.2, (fit ? 3.6 : 2.6) * scale), ground));
        }
        return looksAtWeights(column)
                ? Optional.of(new TileLook.ImageLook(
                        area, NetworkPlaces.side(network.inputs().size()), network.imageReach(), strong))
                : Optional.empty();
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        shown = Optional.empty();
        painted.clear();
        gaps.forEach(Strands::forget);
        int line = frame(site.scale());
        canvas.graphics().setPaint(site.theme().palette().spine());
        for (Column column : places.columns()) {
            for (Tile tile : column.tiles()) {
                Rectangle area = tile.area();
                canvas.graphics().fillRect(area.x - line, area.y - line, area.width + 2 * line, area.height + 2 * line);
            }
        }
        canvas.graphics().setPaint(site.theme().palette().background());
        for (Column column : places.columns()) {
            for (Tile tile : column.tiles()) {
                Rectangle area = tile.area();
                canvas.graphics().fillRect(area.x, area.y, area.width, area.height);
            }
        }
        canvas.clearOpacity(canvas.within(site.layout().cell()));
        for (Mark mark : key.marks()) {
            mark.draw(canvas, canvas.within(site.layout().cell()), site.lettering());
        }
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Answers answers = contents.runs().get(0).answers();
        ImmutableDoubleArray parameters = answers.to(PARAMETERS);
        double[] values = parameters.toArray();
        gaps.forEach(gap -> gap.show(values, reach, canvas, still, touched));
        Optional<Rows> rows = neurons.map(answers::to);
        if (rows.isPresent() && shown.isPresent() && rows.get() == shown.get()) {
            return;
        }
        shown = rows;
        for (Painted tile : tiles) {
            if (tile.ofWeights) {
                double[] weights = new double[network.layers().get(0).fanIn()];
                System.arraycopy(values, tile.from, weights, 0, weights.length);
                tile.look.paint(weights);
            } else {
                double[] said = rows.orElseThrow().of(tile.from);
                // What enters the network is the same array in all frames.
                if (said == painted.put(tile, said)) {
                    continue;
                }
                tile.look.paint(said);
            }
            copy(tile, canvas, touched);
        }
    }

    // What changed of a tile, and no more.
    private static void copy(Painted tile, Canvas canvas, MacroblockSet touched) {
        Rectangle area = tile.tile.area();
        int width = canvas.image().getWidth();
        int[] pixels = canvas.pixels();
        for (int row = 0; row < area.height; row++) {
            int at = (area.y + row) * width + area.x;
            int from = -1;
            int end = -1;
            for (int column = 0; column < area.width; column++) {
                int next = tile.look.pixels[row * area.width + column];
                if ((pixels[at + column] ^ next) << 8 != 0) {
                    pixels[at + column] = next;
                    from = from < 0 ? column : from;
                    end = column;
                }
            }
            if (from >= 0) {
                touched.addPixels(area.x + from, area.y + row, area.x + end, area.y + row);
            }
        }
    }
}
