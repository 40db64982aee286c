package org.epochreel.chart.panel.image;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Pixels;
import org.epochreel.chart.panel.TiledEntry;
import org.epochreel.chart.panel.TiledPanel;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.DataSource.PixelShape;
import org.epochreel.network.ParameterGroup;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.text.PictureNumber;

/**
 * The weights of each neuron of the first layer as an image: negative in the curve's colour, positive in the second one, on
 * one symmetric scale for the whole run, which is shown below.
 */
public final class FiltersPanel extends TiledPanel {

    private static final Wanted<ImmutableDoubleArray> PARAMETERS = new Wanted.Parameters();

    /** Networks that see images. */
    public static final PanelEntry ENTRY = new TiledEntry(PanelKind.FILTERS, (spec, layout) -> ImmutableSet.of(PARAMETERS),
            ImmutableSet.of(PARAMETERS), FiltersPanel::new);

    private static final String NAME = "filters";
    private static final int MOST = 64;
    /** Weights beyond this share of the last epoch's are as strong as the scale allows. */
    private static final double QUANTILE = 0.985;
    private static final double GAP = 9;
    private static final double LARGEST = 1.6;
    private static final double BAR = 45;

    private final PixelShape shape;
    private final int first;
    private final int neurons;
    private final double strongest;
    private final int columns;
    private final int zoom;
    private final int gap;

    private FiltersPanel(PanelSite site) {
        super(site);
        this.shape = site.spec().panels().images().ofInputs().orElseThrow();
        ParameterGroup weights = site.spec().panels().groups().get(0);
        int pixels = shape.width() * shape.height();
        this.first = weights.from();
        this.neurons = Math.min(MOST, weights.count() / pixels);
        this.strongest = quantile(site.spec().runs().get(0).atEnd().to(PARAMETERS).subArray(weights.from(),
                weights.from() + weights.count()));
        this.gap = Math.max(2, (int) Math.rint(GAP * site.scale()));
        int side = Math.max(shape.width(), shape.height());
        double height = Math.max(side, inside().height - (isLettered() ? BAR * site.scale() : 0));
        int across = 1;
        double best = 0;
        for (int c = 1; c <= neurons; c++) {
            int rows = (neurons + c - 1) / c;
            double tile = Math.min((inside().width + gap) / (double) c, (height + gap) / rows) - gap;
            if (tile > best) {
                best = tile;
                across = c;
            }
        }
        this.columns = across;
        double largest = LARGEST * 78 * site.scale() * Math.max(1, Math.sqrt(25.0 / neurons));
        this.zoom = Math.max(1, (int) (Math.min(best, largest) / side));
    }

    private static double quantile(ImmutableDoubleArray weights) {
        double[] sizes = weights.stream().map(Math::abs).filter(Double::isFinite).sorted().toArray();
        double at = sizes.length == 0 ? 1 : sizes[(int) (QUANTILE * (sizes.length - 1))];
        // One digit, so that the scale's ends are short.
        double rounded = at > 0 ? new BigDecimal(at).round(new MathContext(1)).doubleValue() : 1;
        return rounded > 0 ? rounded : 1;
    }

    private Rectangle area(int neuron) {
        int width = zoom * shape.width();
        int height = zoom * shape.height();
        return new Rectangle(inside().x + neuron % columns * (width + gap), inside().y + neuron / columns * (height + gap),
                width, height);
    }

    @Override
    protected ImmutableList<Mark> still() {
        ImmutableList.Builder<Mark> marks = ImmutableList.builder();
        marks.addAll(heading(NAME, "weights of layer 1", 0));
        for (int neuron = 0; neuron < neurons; neuron++) {
            Rectangle frame = area(neuron);
            frame.grow(1, 1);
            marks.add(Pixels.of(frame, palette().grid().orElse(palette().future())));
        }
        if (isLettered()) {
            addScale(marks);
        }
        return marks.build();
    }

    private void addScale(ImmutableList.Builder<Mark> marks) {
        double size = site().theme().type().small() * site().scale();
        Typeface regular = typeface(Typeface.Weight.REGULAR);
        String high = PictureNumber.shortest(BigDecimal.valueOf(strongest));
        String low = "\u2212" + high;
        Rectangle last = area(neurons - 1);
        Rectangle wide = area(Math.min(neurons, columns) - 1);
        int right = wide.x + wide.width;
        double baseline = last.y + last.height + gap + 20 * site().scale() + Typeface.CAP_HEIGHT * size / 2;
        double ends = regular.width(low, size) + regular.width(high, size) + 1.2 * size;
        int width = (int) Math.rint(Math.min(right - inside().x - ends, 252 * site().scale()));
        if (width < 8) {
            return;
        }
        double left = inside().x + Math.max(0, (right - inside().x - width - ends) / 2);
        marks.add(words(low, left, baseline, size, Typeface.Weight.REGULAR, palette().text()));
        int from = (int) Math.rint(left + regular.width(low, size) + 0.6 * size);
        ImmutableIntArray.Builder colors = ImmutableIntArray.builder(width);
        for (int i = 0; i < width; i++) {
            colors.add(color((2 * (i + 0.5) / width - 1) * strongest));
        }
        int height = Math.max(3, (int) Math.rint(16 * site().scale()));
        int top = (int) Math.rint(baseline - Typeface.CAP_HEIGHT * size / 2 - height / 2.0);
        marks.add(new Pixels(new Rectangle(from, top, width, height), width, 1, colors.build()));
        marks.add(words(high, from + width + 0.6 * size, baseline, size, Typeface.Weight.REGULAR, palette().text()));
    }

    private int color(double weight) {
        double part = Math.max(-1, Math.min(1, weight / strongest));
        // NaN is the ground.
        return rgb(Palette.mix(palette().background(), part > 0 ? palette().second() : palette().curve(),
                part >= -1 ? Math.abs(part) : 0));
    }

    @Override
    protected ImmutableList<Optional<Mark>> moving(Answers answers) {
        ImmutableDoubleArray parameters = answers.to(PARAMETERS);
        int pixels = shape.width() * shape.height();
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        int[] colors = new int[pixels];
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int p = 0; p < pixels; p++) {
                colors[p] = color(parameters.get(first + neuron * pixels + p));
            }
            marks.add(Optional.of(new Pixels(area(neuron), shape.width(), shape.height(),
                    ImmutableIntArray.copyOf(colors))));
        }
        return marks.build();
    }
}
