package org.epochreel.chart.panel.network;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.epochreel.chart.ShownNetwork;

/**
 * Where a network's neurons lie: a column of tiles for what enters it, for each hidden layer and for the output neurons.
 * Of a layer of many neurons those that contribute most are shown.
 */
record NetworkPlaces(Look look, Rectangle inside, ImmutableList<Column> columns) {

    private static final int MOST = 16;
    private static final double LEAST_PITCH = 13;
    private static final double GAP = 0.16;
    private static final double MOST_OF_WIDTH = 0.6;
    private static final double CURVE_SHAPE = 1.85;
    private static final double WIDE_CURVE_SHAPE = 1.36;
    private static final double NAME_ROW = 1.35;
    private static final int MOST_NAMED = 6;
    // Room for the biases of a layer with nothing before it.
    private static final double RINGS = 24;

    /** What the tiles show. */
    enum Look {
        /** What a neuron gives over one input. */
        CURVE,
        /** Over a plane. */
        MAP,
        /** The weights of the first layer's neurons, as an image; others by name. */
        IMAGE,
        /** Nothing. */
        NAMES;

        static Look of(ShownNetwork network) {
            int side = side(network.inputs().size());
            return network.rawInputs() == 1 ? CURVE : network.rawInputs() == 2 ? MAP : side >= 4 ? IMAGE : NAMES;
        }
    }

    /** The side of a square image of so many pixels; 0 if they make no square. */
    static int side(int pixels) {
        int side = (int) Math.rint(Math.sqrt(pixels));
        return side * side == pixels ? side : 0;
    }

    /** A neuron's tile. */
    record Tile(int neuron, Rectangle area) {}

    /**
     * A layer's tiles from above.
     *
     * @param more neurons that are not shown
     * @param byContribution whether they stand in the order of what they contribute
     */
    record Column(ImmutableList<Tile> tiles, int more, boolean byContribution) {

        int left() {
            return tiles.isEmpty() ? 0 : tiles.get(0).area.x;
        }

        int right() {
            return tiles.isEmpty() ? 0 : tiles.get(0).area.x + tiles.get(0).area.width;
        }

        int bottom() {
            return tiles.isEmpty() ? 0 : (int) tiles.get(tiles.size() - 1).area.getMaxY();
        }
    }

    private record Size(double width, double height, double pitch) {

        Size times(double factor) {
            return new Size(width * factor, height * factor, pitch);
        }
    }

    /** @param em of names; 0 where there are none */
    static NetworkPlaces of(ShownNetwork network, Rectangle inside, double scale, double em) {
        Look look = Look.of(network);
        int layers = network.layers().size();
        List<ImmutableList<Integer>> shown = new ArrayList<>();
        boolean drawsInputs = look != Look.IMAGE && network.inputs().size() <= MOST;
        shown.add(drawsInputs ? all(network.inputs().size()) : ImmutableList.of());
        int most = (int) Math.max(4, Math.min(MOST, inside.height / Math.max(8, LEAST_PITCH * scale)));
        boolean ordered = layers == 2 && look == Look.CURVE;
        for (int layer = 0; layer < layers - 1; layer++) {
            shown.add(chosen(network.contributions().get(layer), most, ordered));
        }
        int outputs = network.layers().get(layers - 1).fanOut();
        shown.add(all(Math.min(outputs, MOST)));
        List<Size> sizes = new ArrayList<>();
        double wide = 0;
        for (int i = 0; i < shown.size(); i++) {
            boolean ofOutputs = i == shown.size() - 1 && (outputs > 1 || !network.classes().isEmpty());
            boolean named = look != Look.IMAGE && look != Look.NAMES && (i == 0 || ofOutputs);
            double row = named && shown.get(i).size() <= MOST_NAMED ? NAME_ROW * em : 0;
            boolean cut = i > 0 && i < shown.size() - 1 && shown.get(i).size() < network.layers().get(i - 1).fanOut();
            double high = inside.height - (cut ? NAME_ROW * em : 0);
            sizes.add(size(look, i == 0, i == shown.size() - 1, shown.get(i).size(), high, scale, row));
            wide += sizes.get(i).width;
        }
        double shrink = Math.min(1, MOST_OF_WIDTH * inside.width / wide);
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        int gaps = shown.size() - 1 - (shown.get(0).isEmpty() ? 1 : 0);
        double gap = (inside.width - shrink * wide) / Math.max(1, gaps);
        double x = shown.get(0).isEmpty() ? inside.x - gap + RINGS * scale : inside.x;
        for (int i = 0; i < shown.size(); i++) {
            Size size = sizes.get(i).times(shrink);
            boolean hidden = i > 0 && i < shown.size() - 1;
            int count = hidden ? network.layers().get(i - 1).fanOut() : shown.get(i).size();
            boolean last = i == shown.size() - 1;
            columns.add(new Column(tiles(shown.get(i), size, last ? inside.getMaxX() - size.width : x, inside,
                    count > shown.get(i).size()),
                    count - shown.get(i).size(), hidden && ordered));
            x += size.width + gap;
        }
        return new NetworkPlaces(look, inside, columns.build());
    }

    private static ImmutableList<Integer> all(int count) {
        return IntStream.range(0, count).boxed().collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Integer> chosen(ImmutableDoubleArray contributions, int most, boolean ordered) {
        int count = contributions.length();
        Comparator<Integer> byContribution = Comparator.comparingDouble((Integer i) -> -contributions.get(i));
        ImmutableList<Integer> sorted = all(count).stream().sorted(byContribution)
                .limit(count > most ? most - 1 : count).collect(ImmutableList.toImmutableList());
        return ordered ? sorted : sorted.stream().sorted().collect(ImmutableList.toImmutableList());
    }

    private static Size size(Look look, boolean first, boolean last, int count, double high, double scale, double row) {
        if (count == 0) {
            return new Size(0, 0, 0);
        }
        boolean curve = look == Look.CURVE;
        double most = scale * (first ? curve ? 76 : 104 : last && count == 1 ? curve ? 200 : 232 : curve ? 104 : 130);
        if (look == Look.NAMES || last && look == Look.IMAGE) {
            most = 52 * scale;
        }
        double height = Math.min(most, (high - count * row) / (count + GAP * (count - 1)));
        double gap = Math.max(2, GAP * height) + row;
        double spread = count > 1 ? Math.min(0.9 * height, (high - count * (height + row)) / (count - 1) - GAP * height) : 0;
        double shape = !curve ? 1 : first || last && count == 1 ? WIDE_CURVE_SHAPE : CURVE_SHAPE;
        return new Size(shape * height, height, height + gap + Math.max(0, spread));
    }

    private static ImmutableList<Tile> tiles(
            ImmutableList<Integer> neurons, Size size, double x, Rectangle inside, boolean cut) {
        ImmutableList.Builder<Tile> tiles = ImmutableList.builder();
        double total = size.pitch * (neurons.size() - 1) + size.height;
        double top = inside.y + (cut ? 0 : Math.max(0, (inside.height - total) / 2));
        for (int i = 0; i < neurons.size(); i++) {
            tiles.add(new Tile(neurons.get(i), new Rectangle((int) Math.rint(x), (int) Math.rint(top + i * size.pitch),
                    Math.max(3, (int) Math.rint(size.width)), Math.max(3, (int) Math.rint(size.height)))));
        }
        return tiles.build();
    }
}
