package org.epochreel.chart.panel.strip;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.text.RateNotation;

/**
 * The stretches of time with one learning rate each: every other one is tinted, each is named once above the strip and
 * has the epoch at which it begins under its edge. A stretch is seen from its change on; while the change is told it
 * wipes in.
 */
final class RateBands {

    /** More changes than this are a rate that changes all the time. */
    static final int MOST = 12;

    private static final String WORD = "rate ";

    private final PanelLayout layout;
    private final ImmutableList<Band> bands;
    private final Color color;
    private final Color muted;
    private final Typeface regular;
    private final Typeface strong;
    private final double em;
    private final int headingBaseline;
    private final int footBaseline;

    /** From its change's epoch on; the texts' left ends are NaN where they are left out. */
    private record Band(int epoch, int x, String name, double nameX, double epochX) {}

    /**
     * @param free pixels of the heading row between other texts
     * @param footFree pixels of the row under the strip between other texts
     */
    RateBands(PanelSite site, Span free, Span footFree, int footBaseline) {
        this.layout = site.layout();
        this.color = site.theme().palette().second();
        this.muted = site.theme().palette().muted();
        this.regular = site.typefaces().of(Typeface.Weight.REGULAR);
        this.strong = site.typefaces().of(site.theme().type().titleWeight());
        this.em = layout.plot().tickSize();
        this.headingBaseline = layout.heading().orElseThrow().baseline();
        this.footBaseline = footBaseline;
        this.bands = bands(site.spec().runs().get(0), free, footFree);
    }

    /** Columns from one to before another. */
    record Span(double from, double to) {}

    private ImmutableList<Band> bands(ShownRun run, Span free, Span footFree) {
        ImmutableIntArray changes = run.cutoffs();
        ImmutableDoubleArray rates = run.metrics().learningRate();
        if (changes.length() > MOST || rates.length() < 2 || Double.isNaN(rates.get(1))) {
            return ImmutableList.of();
        }
        List<Integer> epochs = new ArrayList<>(List.of(0));
        changes.stream().filter(epoch -> epoch < rates.length() - 1).forEach(epochs::add);
        RateNotation notation = RateNotation.of(epochs.stream().mapToDouble(epoch -> rates.get(epoch + 1)));
        ImmutableList.Builder<Band> all = ImmutableList.builder();
        double nameFrom = free.from;
        double footFrom = footFree.from;
        for (int i = 0; i < epochs.size(); i++) {
            int epoch = epochs.get(i);
            int x = (int) Math.rint(layout.pixelX(epoch));
            boolean last = i + 1 == epochs.size();
            double end = last ? free.to : layout.pixelX(epochs.get(i + 1));
            Typeface face = i == 0 ? regular : strong;
            String rate = notation.text(rates.get(epoch + 1));
            String name = face.width(WORD + rate, em) < end - Math.max(nameFrom, x) - em ? WORD + rate : rate;
            double width = face.width(name, em);
            double left = Math.max(nameFrom, (x + Math.min(end, free.to) - width) / 2);
            boolean named = left + width <= end + 1;
            nameFrom = named ? left + width + 0.7 * em : nameFrom;
            double epochWidth = strong.width(Integer.toString(epoch), em);
            double epochX = Math.min(footFree.to - epochWidth, x - epochWidth / 2);
            boolean numbered = i > 0 && epochX >= footFrom;
            footFrom = numbered ? epochX + epochWidth + 0.5 * em : footFrom;
            all.add(new Band(epoch, x, name, named ? Math.rint(left) : Double.NaN,
                    numbered ? Math.rint(epochX) : Double.NaN));
        }
        return all.build();
    }

    int count() {
        return bands.size();
    }

    /** How much of each band is seen, from 0 to 1. */
    ImmutableDoubleArray shown(FrameContents contents) {
        return ImmutableDoubleArray.copyOf(bands.stream().mapToDouble(band -> shown(band, contents)));
    }

    private static double shown(Band band, FrameContents contents) {
        if (band.epoch == 0) {
            return 1;
        }
        Optional<RateEvent> event = contents.telling().event();
        if (event.isPresent() && event.get().epoch() == band.epoch) {
            double part = (event.get().seconds() - RateEvent.BAND_WIPES_FROM)
                    / (RateEvent.BAND_WIPES_TO - RateEvent.BAND_WIPES_FROM);
            return Math.max(0, Math.min(1, part));
        }
        return contents.position() >= band.epoch ? 1 : 0;
    }

    /** The column before which a band of which {@code part} is seen ends. */
    private int end(int index, double part) {
        Rectangle inside = layout.plot().inside();
        int x = bands.get(index).x;
        // Eased: it sets out at once and comes to rest.
        double eased = 1 - (1 - part) * (1 - part);
        return x + (int) Math.rint(eased * (inside.x + inside.width - x));
    }

    /** The columns in which a band differs between two parts of it. */
    Rectangle difference(int index, double before, double after) {
        Rectangle inside = layout.plot().inside();
        int from = end(index, Math.min(before, after));
        return new Rectangle(from, inside.y, end(index, Math.max(before, after)) - from, inside.height);
    }

    /** The columns that are tinted or, after a tinted band, plain again; none of the first. */
    Rectangle area(int index, double part) {
        Rectangle inside = layout.plot().inside();
        int x = bands.get(index).x;
        return new Rectangle(x, inside.y, index == 0 ? 0 : end(index, part) - x, inside.height);
    }

    static boolean isTinted(int index) {
        return index % 2 == 1;
    }

    /** The name of the first rate, which is always there. */
    List<Mark> still() {
        return bands.size() < 2 ? List.of() : name(0, 1);
    }

    /** The names and epochs of the other bands, as opaque as they are wide. */
    List<Mark> marks(ImmutableDoubleArray shown) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 1; i < bands.size(); i++) {
            if (shown.get(i) > 0) {
                marks.addAll(name(i, shown.get(i)));
                Band band = bands.get(i);
                if (!Double.isNaN(band.epochX)) {
                    String text = Integer.toString(band.epoch);
                    marks.add(new Mark.Words(text, band.epochX, footBaseline, strong.width(text, em), strong, em,
                            faded(color, shown.get(i))));
                }
            }
        }
        return marks;
    }

    private List<Mark> name(int index, double opacity) {
        Band band = bands.get(index);
        if (Double.isNaN(band.nameX)) {
            return List.of();
        }
        Typeface face = index == 0 ? regular : strong;
        return List.of(new Mark.Words(band.name, band.nameX, headingBaseline, face.width(band.name, em), face, em,
                faded(index == 0 ? muted : color, opacity)));
    }

    private static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * opacity));
    }
}
