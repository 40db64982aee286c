package org.epochreel.chart.panel.image;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Color;
import java.awt.Rectangle;
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
import org.epochreel.chart.wanted.Classes;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.Labels;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * How many points of each class are said to be of each: a row a class, a column what is said. What is right is in the
 * curve's colour by its share of the row, what is wrong in the second one by the share's square root, so that a single
 * error is seen.
 */
public final class ConfusionPanel extends TiledPanel {

    /** Points with classes. */
    public static final PanelEntry ENTRY = new TiledEntry(PanelKind.CONFUSION,
            (spec, layout) -> ImmutableSet.of(new Wanted.ClassesOf(TiledEntry.measured(spec))), ImmutableSet.of(),
            ConfusionPanel::new);

    private static final String NAME = "confusion";
    private static final double CELL = 43;
    private static final double LARGEST = 2.2;
    private static final double NUMBER = 22;
    private static final double CONTRAST = 4.5;

    private final Wanted<Classes> said;
    private final Labels labels;
    private final int classes;
    private final int side;
    private final int left;
    private final double em;
    private final double nameWidth;

    private ConfusionPanel(PanelSite site) {
        super(site);
        this.said = new Wanted.ClassesOf(TiledEntry.measured(site.spec()));
        Samples samples = site.spec().panels().test().orElse(site.spec().points());
        this.labels = samples.labels().orElseThrow();
        this.classes = labels.classes().size();
        double wanted = site.theme().type().small() * site.scale();
        Typeface regular = typeface(Typeface.Weight.REGULAR);
        double widest = 0;
        for (String name : labels.classes()) {
            widest = Math.max(widest, regular.width(name, wanted));
        }
        this.nameWidth = isLettered() ? Math.min(widest, inside().width / 4.0) : 0;
        double beside = isLettered() ? nameWidth + 0.6 * wanted : 0;
        double below = isLettered() ? 3.4 * wanted : 0;
        double most = LARGEST * CELL * site.scale() * Math.max(1, 10.0 / classes);
        this.side = (int) Math.max(2, Math.min(most,
                Math.min((inside().width - beside) / classes, (inside().height - below) / classes)));
        this.em = Math.min(wanted, 0.75 * side);
        this.left = inside().x + (int) Math.ceil(beside);
    }

    private Rectangle cell(int row, int column) {
        int line = side >= 12 ? Math.max(1, (int) Math.rint(2 * site().scale())) : side >= 5 ? 1 : 0;
        return new Rectangle(left + column * side, inside().y + row * side, side - line, side - line);
    }

    @Override
    protected ImmutableList<Mark> still() {
        ImmutableList.Builder<Mark> marks = ImmutableList.builder();
        marks.addAll(heading(NAME, site().spec().panels().test().isPresent() ? "test" : "train", 0));
        if (!isLettered() || em < 0.6 * site().theme().type().small() * site().scale()) {
            return marks.build();
        }
        Typeface regular = typeface(Typeface.Weight.REGULAR);
        int bottom = inside().y + classes * side;
        boolean under = true;
        for (String name : labels.classes()) {
            under &= regular.width(name, em) <= side - 0.3 * em;
        }
        for (int i = 0; i < classes; i++) {
            String name = regular.fit(labels.classes().get(i), em, nameWidth);
            double baseline = inside().y + (i + 0.5) * side + Typeface.CAP_HEIGHT * em / 2;
            marks.add(words(name, left - 0.6 * em - regular.width(name, em), baseline, em, Typeface.Weight.REGULAR,
                    palette().text()));
            if (under) {
                marks.add(words(name, left + (i + 0.5) * side - regular.width(name, em) / 2,
                        bottom + 0.6 * em + Typeface.CAP_HEIGHT * em, em, Typeface.Weight.REGULAR, palette().text()));
            }
        }
        String remark = regular.fit("row: the class, column: read as", em, inside().getMaxX() - inside().x);
        marks.add(words(remark, inside().x, bottom + (under ? 2.1 : 0.6) * em + Typeface.CAP_HEIGHT * em, em,
                Typeface.Weight.REGULAR, palette().muted()));
        return marks.build();
    }

    @Override
    protected ImmutableList<Optional<Mark>> moving(Answers answers) {
        Classes now = answers.to(said);
        int[][] counts = new int[classes][classes];
        int[] totals = new int[classes];
        for (int i = 0; i < now.now().length(); i++) {
            counts[labels.indices().get(i)][now.now().get(i)]++;
            totals[labels.indices().get(i)]++;
        }
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        for (int row = 0; row < classes; row++) {
            for (int column = 0; column < classes; column++) {
                double share = (double) counts[row][column] / Math.max(1, totals[row]);
                Color color = row == column ? Palette.mix(tileGround(), palette().curve(), share)
                        : Palette.mix(tileGround(), palette().second(), Math.sqrt(share));
                Rectangle cell = cell(row, column);
                marks.add(Optional.of(Pixels.of(cell, color)));
                marks.add(number(counts[row][column], cell, color, row != column));
            }
        }
        return marks.build();
    }

    private Optional<Mark> number(int count, Rectangle cell, Color under, boolean bold) {
        Typeface.Weight weight = bold ? Typeface.Weight.SEMIBOLD : Typeface.Weight.REGULAR;
        String text = Integer.toString(count);
        double size = Math.min(NUMBER * site().scale() * 1.1, Math.min(0.52 * side, 0.52 * side * 3 / text.length()));
        if (count == 0 || !isLettered() || size < 7) {
            return Optional.empty();
        }
        double x = cell.getCenterX() - typeface(weight).width(text, size) / 2;
        return Optional.of(words(text, x, cell.getCenterY() + Typeface.CAP_HEIGHT * size / 2, size, weight, on(under)));
    }

    private Color on(Color under) {
        Color ink = palette().ink();
        Color ground = palette().background();
        Color better = contrast(ink, under) >= contrast(ground, under) ? ink : ground;
        if (contrast(better, under) >= CONTRAST) {
            return better;
        }
        return contrast(Color.BLACK, under) > contrast(Color.WHITE, under) ? Color.BLACK : Color.WHITE;
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int level) {
        double part = level / 255.0;
        return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
    }
}
