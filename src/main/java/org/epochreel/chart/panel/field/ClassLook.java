package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.Pixels;
import org.epochreel.chart.panel.Stamp;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Classes;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.data.Labels;
import org.epochreel.data.Samples;

/** A field of classes by probability, with the boundary where the likeliest class changes. */
final class ClassLook implements FieldLook {

    /** The logit of a probability of 0.9. */
    private static final double LOGIT = StrictMath.log(9);
    private static final double BOUNDARY = 4.5;
    private static final double HAIRLINE = 1.6;
    private static final int HAIRLINE_ALPHA = 97;
    private static final int MOST_NAMED = 10;

    private final PanelSite site;
    private final Palette palette;
    private final Labels labels;
    private final int classes;
    private final ClassColors colors;
    private final FieldLines lines;
    private final ClassPoints points;
    private final PointStyle style;

    ClassLook(PanelSite site, FieldGrid grid) {
        ChartSpec spec = site.spec();
        this.site = site;
        this.palette = site.theme().palette();
        this.labels = spec.points().labels().orElseThrow();
        this.classes = labels.classes().size();
        this.colors = new ClassColors(palette, classes);
        Color ink = palette.ink();
        Color faint = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), HAIRLINE_ALPHA);
        this.lines = new FieldLines(spec.size(), grid, ImmutableList.of(
                new FieldLines.Kind(HAIRLINE * site.scale(), faint),
                new FieldLines.Kind(BOUNDARY * site.scale(), ink)), this::findLines);
        int count = spec.points().count() + spec.panels().test().map(Samples::count).orElse(0);
        this.style = PointStyle.of(site.scale(), count, grid.inside());
        this.points = new ClassPoints(style, palette, classes);
        addPoints(spec, grid);
    }

    private void addPoints(ChartSpec spec, FieldGrid grid) {
        ClassPoints.Place place = new ClassPoints.Place() {
            @Override
            public double x(Samples samples, int row) {
                return site.layout().pixelX(samples.inputs().at(row, 0));
            }

            @Override
            public double y(Samples samples, int row) {
                return site.layout().pixelY(samples.inputs().at(row, 1));
            }
        };
        points.add(spec.points(), true, grid.inside(), place);
        spec.panels().test().ifPresent(test -> points.add(test, false, grid.inside(), place));
    }

    private void findLines(Rows sums, Contours contours, ImmutableList<Contours.Pieces> pens) {
        if (sums.neurons() > 2) {
            contours.traceWinners(sums.all(), winners(sums), pens.get(1));
            return;
        }
        double[] logits = sums.of(0);
        if (sums.neurons() == 2) {
            logits = new double[sums.count()];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = sums.at(1, i) - sums.at(0, i);
            }
        }
        contours.trace(logits, -LOGIT, pens.get(0));
        contours.trace(logits, LOGIT, pens.get(0));
        contours.trace(logits, 0, pens.get(1));
    }

    private static int[] winners(Rows sums) {
        int[] winners = new int[sums.count()];
        for (int c = 1; c < sums.neurons(); c++) {
            for (int i = 0; i < winners.length; i++) {
                if (sums.at(c, i) > sums.at(winners[i], i)) {
                    winners[i] = c;
                }
            }
        }
        return winners;
    }

    @Override
    public FieldColors colors() {
        return colors;
    }

    @Override
    public FieldLines lines() {
        return lines;
    }

    @Override
    public ImmutableList<Optional<Mark>> points(Answers answers) {
        return points.marks(site.spec().panels().test().isPresent()
                ? ImmutableList.of(answers.to(FieldWishes.TRAIN), answers.to(FieldWishes.TEST))
                : ImmutableList.of(answers.to(FieldWishes.TRAIN)));
    }

    @Override
    public ImmutableList<Mark> key(Rectangle aside) {
        FieldKey key = new FieldKey(site, aside);
        if (classes == 2) {
            ramp(key);
            pointRows(key);
        } else {
            classRows(key);
        }
        return key.marks();
    }

    private void ramp(FieldKey key) {
        if (!key.begin("probability", 100)) {
            return;
        }
        double top = key.y() + key.pixels(25);
        int width = (int) Math.rint(key.right() - key.left());
        int height = Math.max(2, (int) Math.rint(key.pixels(30)));
        ImmutableIntArray.Builder cells = ImmutableIntArray.builder(width);
        for (int i = 0; i < width; i++) {
            double p = (i + 0.5) / width;
            cells.add(ClassColors.color(palette, p > 0.5 ? 1 : 0, colors.strength(Math.max(p, 1 - p))));
        }
        int upper = (int) Math.rint(top);
        key.add(new Pixels(new Rectangle((int) Math.rint(key.left()), upper, width, height), width, 1, cells.build()));
        double hairline = Math.max(1, key.pixels(HAIRLINE));
        Color faint = Palette.mix(palette.background(), palette.ink(), HAIRLINE_ALPHA / 255.0 + 0.1);
        key.box(key.left() + 0.1 * width - hairline / 2, upper, hairline, height, faint);
        key.box(key.left() + 0.9 * width - hairline / 2, upper, hairline, height, faint);
        double line = Math.max(1, key.pixels(BOUNDARY));
        key.box(key.left() + 0.5 * width - line / 2, upper - key.pixels(6), line, height + key.pixels(12), palette.ink());
        double middle = upper + height + key.pixels(24);
        key.row(name(0), 0, middle, palette.ofClass(0), true);
        key.rowCentred("\u00bd", key.left() + 0.5 * width, middle, palette.text());
        key.rowEnd(name(1), middle, palette.ofClass(1));
        key.moveTo(middle + key.pixels(9));
    }

    private String name(int index) {
        String name = labels.classes().get(index);
        return name.chars().allMatch(Character::isDigit) ? "class " + name : name;
    }

    private void pointRows(FieldKey key) {
        Optional<Samples> test = site.spec().panels().test();
        int rows = test.isPresent() ? 3 : 2;
        if (!key.begin("points", FieldKey.rowsHeight(rows))) {
            return;
        }
        int row = 0;
        pair(key, true, key.rowMiddle(row));
        key.row("train, " + site.spec().points().count(), 78, key.rowMiddle(row++), palette.text(), false);
        if (test.isPresent()) {
            pair(key, false, key.rowMiddle(row));
            key.row("test, " + test.get().count(), 78, key.rowMiddle(row++), palette.text(), false);
        }
        mark(key, 0, true, 13, key.rowMiddle(row));
        mark(key, 1, true, 53, key.rowMiddle(row));
        ring(key, 13, key.rowMiddle(row));
        ring(key, 53, key.rowMiddle(row));
        key.row("wrong", 78, key.rowMiddle(row), palette.text(), true);
        key.endRows(rows);
    }

    private void pair(FieldKey key, boolean filled, double middle) {
        mark(key, 0, filled, 13, middle);
        mark(key, 1, filled, 53, middle);
    }

    private void mark(FieldKey key, int index, boolean filled, double indent, double middle) {
        style.marks(index, filled, key.left() + key.pixels(indent), middle, new Tint(palette.ofClass(index)),
                new Tint(palette.background())).forEach(key::add);
    }

    private void ring(FieldKey key, double indent, double middle) {
        key.add(new Stamp(style.ringMask(key.left() + key.pixels(indent), middle), new Tint(palette.ink())));
    }

    private void classRows(FieldKey key) {
        boolean tested = site.spec().panels().test().isPresent();
        int named = Math.min(classes, MOST_NAMED);
        if (key.begin("classes", FieldKey.rowsHeight(named))) {
            for (int index = 0; index < named; index++) {
                mark(key, index, true, 13, key.rowMiddle(index));
                if (tested) {
                    mark(key, index, false, 53, key.rowMiddle(index));
                }
                key.row(name(index), tested ? 78 : 42, key.rowMiddle(index), palette.ofClass(index), true);
            }
            key.endRows(named);
        }
        int rows = tested ? 3 : 2;
        if (!key.begin("points", FieldKey.rowsHeight(rows))) {
            return;
        }
        int row = 0;
        key.add(new Stamp(ClassShapes.filled(0, style.radius(), key.left() + key.pixels(13), key.rowMiddle(row)),
                new Tint(palette.muted())));
        key.row("train, " + site.spec().points().count(), 42, key.rowMiddle(row++), palette.text(), false);
        if (tested) {
            key.add(new Stamp(ClassShapes.hollow(0, style.radius() - style.stroke(), style.radius(),
                    key.left() + key.pixels(13), key.rowMiddle(row)), new Tint(palette.muted())));
            key.row("test, " + site.spec().panels().test().get().count(), 42, key.rowMiddle(row++), palette.text(), false);
        }
        key.add(new Stamp(ClassShapes.filled(0, style.radius(), key.left() + key.pixels(13), key.rowMiddle(row)),
                new Tint(palette.muted())));
        ring(key, 13, key.rowMiddle(row));
        key.row("wrong", 42, key.rowMiddle(row), palette.text(), true);
        key.endRows(rows);
    }

    @Override
    public ImmutableList<Mark> values(Rectangle aside, Answers answers) {
        FieldKey key = new FieldKey(site, aside);
        Optional<Samples> test = site.spec().panels().test();
        // The same parts again, so that this one comes to lie under them.
        if (classes == 2) {
            ramp(key);
            pointRows(key);
        } else {
            classRows(key);
        }
        int before = key.marks().size();
        if (key.begin("right", test.isPresent() ? 130 : 65)) {
            share(key, "train", site.spec().points(), answers.to(FieldWishes.TRAIN), key.y() + key.pixels(35));
            test.ifPresent(set ->
                    share(key, "test", set, answers.to(FieldWishes.TEST), key.y() + key.pixels(100)));
        }
        return key.marks().subList(before, key.marks().size());
    }

    private void share(FieldKey key, String name, Samples set, Classes said, double middle) {
        double share = (double) ClassPoints.right(set.labels().orElseThrow(), said) / set.count();
        key.row(name, 0, middle, palette.muted(), false);
        key.rowEnd(percent(share), middle, palette.text());
        double top = middle + key.pixels(20);
        double width = key.right() - key.left();
        double height = Math.max(2, key.pixels(8));
        key.box(key.left(), top, width, height, palette.grid().orElse(palette.future()));
        if (share > 0) {
            key.box(key.left(), top, share * width, height, palette.spine());
        }
    }

    /** Tenths of a percent. */
    static String percent(double share) {
        long tenths = Math.round(1000 * share);
        return tenths / 10 + "." + tenths % 10 + " %";
    }
}
