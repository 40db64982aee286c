package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.TiledEntry;
import org.epochreel.chart.panel.TiledPanel;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.Labels;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The training points as the last hidden layer sees them: along the two directions in which they differ most at the end
 * of the run, which stay the same for all of it, with their classes by colour and shape.
 */
public final class HiddenPanel extends TiledPanel {

    private static final Wanted<Rows> WANTED = new Wanted.LastHidden(Wanted.Points.TRAIN);

    /** Networks of two hidden neurons or more. */
    public static final PanelEntry ENTRY = new TiledEntry(PanelKind.HIDDEN, (spec, layout) -> ImmutableSet.of(WANTED),
            ImmutableSet.of(WANTED), HiddenPanel::new);

    private static final String NAME = "hidden";
    private static final int MOST = 1500;
    private static final int MOST_NAMED = 12;
    private static final int PHASES = 4;
    private static final double AIR = 0.06;

    private final Optional<Labels> labels;
    private final MainDirections directions;
    private final PointStyle style;
    private final int count;
    private final ImmutableList<ImmutableList<Tint>> tints;
    private final ColumnMask[][] masks;
    private final double middleX;
    private final double middleY;
    private final double unit;

    private HiddenPanel(PanelSite site) {
        super(site);
        Samples points = site.spec().points();
        this.labels = points.labels();
        Rows end = site.spec().runs().get(0).atEnd().to(WANTED);
        this.directions = new MainDirections(end);
        this.count = Math.min(MOST, points.count());
        this.style = PointStyle.of(0.85 * site.scale(), count, inside());
        int classes = labels.map(all -> all.classes().size()).orElse(1);
        ImmutableList.Builder<ImmutableList<Tint>> colors = ImmutableList.builder();
        for (int c = 0; c < classes; c++) {
            colors.add(ImmutableList.of(new Tint(palette().background()),
                    new Tint(labels.isPresent() ? palette().ofClass(c) : palette().dot())));
        }
        this.tints = colors.build();
        this.masks = new ColumnMask[2 * classes][PHASES * PHASES];
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY};
        for (int i = 0; i < end.count(); i++) {
            ends[0] = Math.min(ends[0], directions.first(end, i));
            ends[1] = Math.max(ends[1], directions.first(end, i));
            ends[2] = Math.min(ends[2], directions.second(end, i));
            ends[3] = Math.max(ends[3], directions.second(end, i));
        }
        Rectangle inside = inside();
        double most = Math.max((ends[1] - ends[0]) / inside.width, (ends[3] - ends[2]) / inside.height);
        this.unit = most > 0 && most < Double.POSITIVE_INFINITY ? (1 - 2 * AIR) / most : 1;
        this.middleX = inside.getCenterX() - unit * (ends[0] + ends[1]) / 2;
        this.middleY = inside.getCenterY() + unit * (ends[2] + ends[3]) / 2;
    }

    @Override
    protected ImmutableList<Mark> still() {
        return heading(NAME, "last layer's two main directions", 0);
    }

    @Override
    protected ImmutableList<Optional<Mark>> moving(Answers answers) {
        Rows rows = answers.to(WANTED);
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        int drawn = Math.min(count, rows.count());
        for (int i = 0; i < drawn; i++) {
            double x = middleX + unit * directions.first(rows, i);
            double y = middleY - unit * directions.second(rows, i);
            int index = labels.isPresent() ? labels.get().indices().get(i) : 0;
            boolean visible = inside().contains(x, y);
            for (int layer = style.rim() > 0 ? 0 : 1; layer < 2; layer++) {
                marks.add(visible ? Optional.of(dot(index, layer, x, y)) : Optional.empty());
            }
        }
        if (isLettered() && labels.isPresent()) {
            addNames(rows, drawn, marks);
        }
        return marks.build();
    }

    /** The classes' names, each in the middle of its points. */
    private void addNames(Rows rows, int drawn, ImmutableList.Builder<Optional<Mark>> marks) {
        int classes = tints.size();
        if (classes > MOST_NAMED) {
            return;
        }
        double[] sumX = new double[classes];
        double[] sumY = new double[classes];
        int[] counts = new int[classes];
        for (int i = 0; i < drawn; i++) {
            int index = labels.orElseThrow().indices().get(i);
            sumX[index] += middleX + unit * directions.first(rows, i);
            sumY[index] += middleY - unit * directions.second(rows, i);
            counts[index]++;
        }
        double size = site().theme().type().small() * site().scale();
        Typeface bold = typeface(Typeface.Weight.SEMIBOLD);
        for (int index = 0; index < classes; index++) {
            double x = sumX[index] / Math.max(1, counts[index]);
            double y = sumY[index] / Math.max(1, counts[index]) + Typeface.CAP_HEIGHT * size / 2;
            if (counts[index] == 0 || !inside().contains(x, y)) {
                marks.add(Optional.empty());
                marks.add(Optional.empty());
                continue;
            }
            String name = bold.fit(labels.orElseThrow().classes().get(index), size, inside().width / 3.0);
            Mark.Words words = new Mark.Words(name, Math.rint(x - bold.width(name, size) / 2), (int) Math.rint(y),
                    bold.width(name, size), bold, size, palette().ink());
            marks.add(Optional.of(new Mark.Halo(words, Math.max(1, 0.14 * size), palette().background())));
            marks.add(Optional.of(words));
        }
    }

    // Places are rounded to a part of a pixel, so that few masks serve all points.
    private Mark dot(int index, int layer, double x, double y) {
        int column = (int) Math.rint(x * PHASES);
        int row = (int) Math.rint(y * PHASES);
        int phaseX = Math.floorMod(column, PHASES);
        int phaseY = Math.floorMod(row, PHASES);
        ColumnMask[] known = masks[2 * index + layer];
        int phase = phaseY * PHASES + phaseX;
        if (known[phase] == null) {
            double radius = layer == 1 ? style.radius() : ClassShapes.grown(index, style.radius(), style.rim());
            known[phase] = ClassShapes.filled(index, radius, (double) phaseX / PHASES, (double) phaseY / PHASES);
        }
        return new Dot(known[phase], Math.floorDiv(column, PHASES), Math.floorDiv(row, PHASES),
                tints.get(index).get(layer));
    }

    /** A mask at another place than that for which it was made. */
    private record Dot(ColumnMask mask, int dx, int dy, Tint tint) implements Mark {

        @Override
        public Rectangle area() {
            Rectangle area = mask.spans().bounds();
            area.translate(dx, dy);
            return area;
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            mask.paint(canvas, clip, dx, dy, tint);
        }
    }
}
