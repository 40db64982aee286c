package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.line.Legend.Word;
import org.epochreel.chart.pen.GroupColors;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.ParameterGroup;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * Every parameter of the first run over epochs, a layer a colour, its biases in the second shade; the more there are, the
 * fainter. The few that move furthest from the start to the end of the run are strong and carry their names. A group of
 * too many parameters to tell apart is a pale band from its least to its greatest with some of its lines, evenly chosen.
 */
public final class WeightLines implements PanelLines {

    /** Every parameter of the chart's first run. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "weights";
    private static final Wanted<ImmutableDoubleArray> LAST = new Wanted.Parameters();
    private static final int MOST_LINES = 320;
    private static final int MOST_OF_A_GROUP = 40;
    private static final int CHOSEN = 16;
    private static final int BAND_ALPHA = 70;
    // So few lines are all strong, and the legend names them.
    private static final int FEW = 8;
    private static final double FAINTER = 3;
    private static final double LEAST_OPACITY = 0.25;

    private final ImmutableList<Group> groups;
    private final ImmutableList<Layer> layers;
    private final ImmutableList<Legend> legends;
    private final CutoffMarks marks;
    private final Movers movers;
    // What epochs since the last frame have inked, until the next frame asks.
    private final Strips waiting;
    private int next;

    /** The lines of some of a group's parameters, and their reach if there are more. */
    private record Group(int from, int count, List<EpochLine> lines, List<EpochBand> band) {

        int parameter(int line) {
            return from + (int) ((long) line * count / lines.size());
        }
    }

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.WEIGHTS;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of(Need.PARAMETERS);
        }

        @Override
        public ImmutableSet<Wanted<?>> wantedAtEnd() {
            return ImmutableSet.of(LAST);
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            double names = count(spec) > FEW ? Movers.room(spec, inside) : 0;
            return Optional.of(PanelAxes.overEpochs(
                    spec.lastEpoch(), new Axis.Linear(spec.panels().reach()), inside, air, names));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new LinePanel(site, new WeightLines(site));
        }
    }

    private static int count(ChartSpec spec) {
        return spec.panels().groups().stream().mapToInt(ParameterGroup::count).sum();
    }

    private WeightLines(PanelSite site) {
        ChartSpec spec = site.spec();
        PanelLayout layout = site.layout();
        EpochScale epochs = new EpochScale(layout);
        this.marks = new CutoffMarks(site);
        this.waiting = new Strips(layout.plot().inside());
        double width = spec.theme().lines().thin() * site.scale();
        boolean few = count(spec) <= FEW;
        double opacity = few ? 1 : Math.max(LEAST_OPACITY, Math.min(1, FAINTER / Math.sqrt(count(spec))));
        List<Layer> bands = new ArrayList<>();
        List<Layer> lines = new ArrayList<>();
        List<Layer> strong = new ArrayList<>();
        ImmutableList.Builder<Group> all = ImmutableList.builder();
        ImmutableList.Builder<Word> words = ImmutableList.builder();
        ImmutableList<ParameterGroup> parameters = spec.panels().groups();
        int most = Math.max(1, Math.min(MOST_OF_A_GROUP, MOST_LINES / Math.max(1, parameters.size())));
        GroupColors colors = new GroupColors(parameters, spec.theme().palette().families());
        for (ParameterGroup group : parameters) {
            Color color = colors.of(group);
            Coverage coverage = coverage(lines, faded(color, (int) Math.rint(255 * opacity)), site);
            List<EpochLine> chosen = new ArrayList<>();
            int count = group.count() <= most ? group.count() : Math.min(most, CHOSEN);
            for (int i = 0; i < count; i++) {
                chosen.add(new EpochLine(coverage, epochs, few ? spec.theme().lines().line() * site.scale() : width));
            }
            List<EpochBand> band = new ArrayList<>();
            if (count < group.count()) {
                band.add(new EpochBand(coverage(bands, faded(color, BAND_ALPHA), site), epochs));
            }
            all.add(new Group(group.from(), group.count(), chosen, band));
            words.add(new Word(group.name(), color));
        }
        this.groups = all.build();
        this.movers = few ? Movers.none(site) : new Movers(site, colors, spec.runs().get(0).atEnd().to(LAST),
                color -> coverage(strong, color, site));
        Color text = spec.theme().palette().text();
        this.legends = ImmutableList.of(new Legend(words.build(), text),
                layers(colors, UnaryOperator.identity(), text), layers(colors, WeightLines::brief, text));
        ImmutableList.Builder<Layer> inked = ImmutableList.builder();
        if (!marks.isEmpty()) {
            inked.add(marks.layer());
        }
        this.layers = inked.addAll(bands).addAll(lines).addAll(strong).build();
    }

    private static Legend layers(GroupColors colors, UnaryOperator<String> name, Color text) {
        return new Legend(colors.layers().stream()
                .map(layer -> new Word(name.apply(layer), colors.ofLayer(layer)))
                .collect(ImmutableList.toImmutableList()), text);
    }

    private static String brief(String layer) {
        return layer.equals("output") ? "out" : layer.substring(layer.lastIndexOf(' ') + 1);
    }

    private static Color faded(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    // Groups of one colour share their pixels' memory.
    private static Coverage coverage(List<Layer> layers, Color color, PanelSite site) {
        for (Layer layer : layers) {
            if (layer.color().equals(color)) {
                return layer.coverage();
            }
        }
        Layer layer = new Layer(site.coverage(), color);
        layers.add(layer);
        return layer.coverage();
    }

    @Override
    public void addEpoch(int epoch, double[] parameters) {
        if (epoch != next) {
            throw new IllegalArgumentException("the parameters of epoch " + epoch + " came instead of " + next + "'s");
        }
        for (Group group : groups) {
            for (int i = 0; i < group.lines.size(); i++) {
                group.lines.get(i).add(epoch, parameters[group.parameter(i)], waiting);
            }
            if (!group.band.isEmpty()) {
                double least = parameters[group.from];
                double greatest = least;
                for (int i = group.from + 1; i < group.from + group.count; i++) {
                    least = Math.min(least, parameters[i]);
                    greatest = Math.max(greatest, parameters[i]);
                }
                group.band.get(0).add(epoch, least, greatest, waiting);
            }
        }
        movers.addEpoch(epoch, parameters, waiting);
        next++;
    }

    @Override
    public ImmutableList<Layer> layers() {
        return layers;
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        if (epoch != next - 1) {
            throw new IllegalArgumentException(
                    "epoch " + epoch + " is drawn while the parameters of epochs up to " + (next - 1) + " are known");
        }
        marks.addUntil(epoch, waiting);
        added.addAll(waiting);
        waiting.clear();
    }

    @Override
    public void letter(Annotations pen) {
        Legend fitting = legends.stream().filter(legend -> pen.fitsHeading(legend.width(pen), NAME)).findFirst()
                .orElse(legends.get(legends.size() - 1));
        fitting.writeOverEpochs(pen, NAME, NAME);
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        movers.name(pen, epoch);
    }
}
