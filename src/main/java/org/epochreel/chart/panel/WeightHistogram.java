package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.GroupColors;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.network.ParameterGroup;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * How many of the first run's parameters, in percent, have which values now: bars of which each layer is a part in its
 * colour, weights and biases together, under the outline of how they began. Both scales stay for the whole run; what lies
 * beyond the values that are seen is in the outermost bars.
 */
public final class WeightHistogram implements Panel {

    /** The distribution of the parameters. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "weights";
    private static final String LONG_NAME = "weights, %";
    private static final Wanted<ImmutableDoubleArray> NOW = new Wanted.Parameters();
    private static final double PERCENT = 100;
    private static final int FEWEST_BARS = 8;
    private static final int MOST_BARS = 60;
    private static final double AIR = 1.06;
    // Bars of so many pixels have one of them between each other.
    private static final int PARTED = 4;

    private final PanelSite site;
    private final PanelLayout layout;
    private final Rectangle inside;
    private final ImmutableList<ParameterGroup> groups;
    private final GroupColors colors;
    private final Bins bins;
    private final ImmutableList<Optional<Mark>> start;
    private final Tiles tiles;
    private boolean drawn;

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.WEIGHT_HISTOGRAM;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of(Need.PARAMETERS);
        }

        @Override
        public ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
            return ImmutableSet.of(NOW);
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            Bins bins = Bins.of(spec);
            double tallest = 0;
            for (ImmutableDoubleArray parameters : spec.panels().history()) {
                for (double share : bins.shares(parameters, 0, parameters.length())) {
                    tallest = Math.max(tallest, share);
                }
            }
            return Optional.of(PanelAxes.plain(spec.panels().reach(), new Range(0, tallest == 0 ? PERCENT : AIR * tallest)));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new WeightHistogram(site);
        }
    }

    /**
     * Intervals of values, of which zero parts two.
     *
     * @param first the number of the lowest one, counted from zero
     */
    private record Bins(double width, int first, int count) {

        // The more values, the narrower, as the root of their number asks.
        static Bins of(ChartSpec spec) {
            int parameters = spec.panels().groups().stream().mapToInt(ParameterGroup::count).sum();
            int wanted = (int) Math.max(FEWEST_BARS, Math.min(MOST_BARS, 2 * Math.sqrt(parameters)));
            Range reach = spec.panels().reach();
            double width = (reach.to() - reach.from()) / wanted;
            int first = (int) Math.floor(reach.from() / width);
            return new Bins(width, first, Math.max(1, (int) Math.ceil(reach.to() / width) - first));
        }

        double edge(int bin) {
            return (first + bin) * width;
        }

        /** Percent of all parameters that are in each interval and among {@code from} to {@code end}. */
        double[] shares(ImmutableDoubleArray parameters, int from, int end) {
            double[] shares = new double[count];
            double one = PERCENT / parameters.length();
            for (int i = from; i < end; i++) {
                double value = parameters.get(i);
                if (!Double.isNaN(value)) {
                    shares[(int) Math.max(0, Math.min(count - 1, Math.floor(value / width) - first))] += one;
                }
            }
            return shares;
        }
    }

    private WeightHistogram(PanelSite site) {
        this.site = site;
        this.layout = site.layout();
        this.inside = layout.plot().inside();
        this.groups = site.spec().panels().groups();
        this.colors = new GroupColors(groups, site.theme().palette().families());
        this.bins = Bins.of(site.spec());
        this.tiles = new Tiles(site.spec().size(), layout.cell(), site.lettering());
        ImmutableList<ImmutableDoubleArray> history = site.spec().panels().history();
        this.start = history.isEmpty() ? ImmutableList.of() : outline(history.get(0));
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        PlotFrame frame = new PlotFrame(site);
        frame.drawGrid(canvas.graphics());
        frame.drawAxes(canvas.graphics());
        int line = thin();
        if (column(0) > inside.x && column(0) < inside.x + inside.width) {
            new Mark.Fill(new Rectangle(column(0) - line, inside.y, line, inside.height), site.theme().palette().spine())
                    .draw(canvas, inside, site.lettering());
        }
        Annotations words = new Annotations(site);
        letter(words);
        words.marks().forEach(mark -> mark.draw(canvas, layout.cell(), site.lettering()));
        tiles.forget();
    }

    // From the right end of the heading row to the left, as far as there is room.
    private void letter(Annotations pen) {
        String name = pen.name(LONG_NAME, NAME);
        double indent = 0;
        ImmutableList<String> layers = colors.layers();
        double width = layers.stream().mapToDouble(layer -> pen.width(layer) + pen.em()).sum();
        boolean whole = pen.fitsHeading(width + pen.width("start") + 3 * pen.em(), name);
        for (int i = layers.size() - 1; i >= 0 && layers.size() > 1; i--) {
            String text = whole ? layers.get(i) : layers.get(i).substring(layers.get(i).lastIndexOf(' ') + 1);
            if (!pen.headingValue(text, indent, name, colors.ofLayer(layers.get(i)))) {
                return;
            }
            indent += pen.width(text) + pen.em();
        }
        pen.headingKey("start", indent, name, site.theme().palette().text(), Annotations.Key.LINE);
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        ImmutableDoubleArray now = contents.runs().get(0).answers().to(NOW);
        List<Optional<Mark>> marks = new ArrayList<>();
        double[] below = new double[bins.count];
        for (int i = 0; i < groups.size();) {
            Color color = colors.ofLayer(layer(i));
            int end = i + 1;
            while (end < groups.size() && layer(end).equals(layer(i))) {
                end++;
            }
            ParameterGroup last = groups.get(end - 1);
            double[] shares = bins.shares(now, groups.get(i).from(), last.from() + last.count());
            for (int bin = 0; bin < bins.count; bin++) {
                double top = below[bin] + shares[bin];
                marks.add(bar(bin, row(below[bin]), row(top), color));
                below[bin] = top;
            }
            i = end;
        }
        marks.addAll(start);
        tiles.show(ImmutableList.copyOf(marks), Tiles.still(still), canvas, touched);
    }

    private String layer(int group) {
        String name = groups.get(group).name();
        int space = name.lastIndexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private Optional<Mark> bar(int bin, int bottom, int top, Color color) {
        int left = column(bins.edge(bin));
        int right = column(bins.edge(bin + 1));
        int free = right - left >= PARTED ? 1 : 0;
        return bottom <= top || right - free <= left ? Optional.empty()
                : Optional.of(new Mark.Fill(new Rectangle(left, top, right - free - left, bottom - top), color));
    }

    private ImmutableList<Optional<Mark>> outline(ImmutableDoubleArray parameters) {
        double[] shares = bins.shares(parameters, 0, parameters.length());
        int line = thin();
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        int before = row(0);
        for (int bin = 0; bin <= bins.count; bin++) {
            int left = column(bins.edge(bin));
            int top = bin < bins.count ? row(shares[bin]) : row(0);
            if (top != before) {
                marks.add(stroke(new Rectangle(left - line, Math.min(top, before), line, Math.abs(top - before) + line)));
            }
            if (bin < bins.count && top < row(0)) {
                marks.add(stroke(new Rectangle(left - line, top, column(bins.edge(bin + 1)) - left + line, line)));
            }
            before = top;
        }
        return marks.build();
    }

    private Optional<Mark> stroke(Rectangle area) {
        Rectangle seen = area.intersection(inside);
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Mark.Fill(seen, site.theme().palette().text()));
    }

    private int thin() {
        return (int) Math.max(1, Math.rint(site.theme().lines().thin() * site.scale()));
    }

    private int column(double value) {
        return (int) Math.rint(Math.max(inside.x, Math.min(inside.getMaxX(), layout.pixelX(value))));
    }

    private int row(double share) {
        return (int) Math.rint(Math.max(inside.y, Math.min(inside.getMaxY(), layout.pixelY(share))));
    }
}
