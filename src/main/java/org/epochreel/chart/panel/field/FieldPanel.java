package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.panel.Tiles;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * What a model says of every place of a plane, the points over it, and a key beside it. A frame paints the cells whose
 * colour changed, and what lies over them.
 */
public final class FieldPanel implements Panel {

    /** A model of two inputs. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "field";

    private final PanelSite site;
    private final FieldGrid grid;
    private final Wanted<Rows> numbers;
    private final FieldLook look;
    private final Tiles plot;
    private final Tiles key;
    private final int[] colors;
    private final int[] before;
    private Optional<Rows> shown = Optional.empty();
    private boolean drawn;

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.FIELD;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of();
        }

        @Override
        public ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
            return FieldWishes.all(spec, scale, layout);
        }

        @Override
        public boolean isMain() {
            return true;
        }

        @Override
        public double tickSpacing() {
            return 4;
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            return Optional.of(PlaneAxes.of(spec.x(), spec.y(), inside));
        }

        @Override
        public Aside aside(ChartSpec spec, Rectangle place, double scale, Typefaces typefaces) {
            return FieldAside.of(spec, place, scale);
        }

        @Override
        public boolean isOfOneRun() {
            return true;
        }

        @Override
        public Panel panel(PanelSite site) {
            return new FieldPanel(site);
        }
    }

    private FieldPanel(PanelSite site) {
        this.site = site;
        this.grid = FieldGrid.of(site.layout(), site.scale());
        this.numbers = FieldWishes.of(site.spec(), site.scale(), site.layout()).numbers();
        this.look = site.spec().points().labels().isPresent() ? new ClassLook(site, grid) : new ValueLook(site, grid);
        this.plot = new Tiles(site.spec().size(), grid.inside(), site.lettering());
        this.key = new Tiles(site.spec().size(), site.layout().aside(), site.lettering());
        this.colors = new int[grid.cells()];
        this.before = new int[grid.cells()];
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        new PlotFrame(site).drawAxes(canvas.graphics());
        Annotations words = new Annotations(site);
        words.name(NAME, NAME);
        words.marks().forEach(mark -> mark.draw(canvas, site.layout().cell(), site.lettering()));
        Rectangle aside = canvas.within(site.layout().aside());
        look.key(site.layout().aside()).forEach(mark -> mark.draw(canvas, aside, site.lettering()));
        shown = Optional.empty();
        // No cell has this colour, so that all are new.
        Arrays.fill(before, -1);
        plot.forget();
        key.forget();
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Answers answers = contents.runs().get(0).answers();
        Rows next = answers.to(numbers);
        if (shown.isEmpty() || shown.get() != next) {
            shown = Optional.of(next);
            look.colors().paint(next, colors);
            addChanges(plot.changed());
            look.lines().show(next, plot.changed());
        }
        plot.show(look.points(answers), this::paint, canvas, touched);
        key.show(look.values(site.layout().aside(), answers).stream()
                .map(Optional::of).collect(ImmutableList.toImmutableList()), Tiles.still(still), canvas, touched);
    }

    // Compares with the colours before and makes these the ones before.
    private void addChanges(MacroblockSet changed) {
        Rectangle inside = grid.inside();
        for (int row = 1; row < grid.rows() - 1; row++) {
            int top = inside.y + (row - 1) * grid.block();
            int column = 1;
            while (column < grid.columns() - 1) {
                int cell = row * grid.columns() + column;
                if (colors[cell] == before[cell]) {
                    column++;
                    continue;
                }
                int from = column;
                while (column < grid.columns() - 1 && colors[row * grid.columns() + column]
                        != before[row * grid.columns() + column]) {
                    column++;
                }
                int left = inside.x + (from - 1) * grid.block();
                int right = Math.min(inside.x + inside.width, inside.x + (column - 1) * grid.block()) - 1;
                int bottom = Math.min(inside.y + inside.height, top + grid.block()) - 1;
                if (top <= bottom && left <= right) {
                    changed.addPixels(left, top, right, bottom);
                }
            }
        }
        System.arraycopy(colors, 0, before, 0, colors.length);
    }

    private void paint(Canvas canvas, Rectangle clip) {
        int width = canvas.image().getWidth();
        int[] pixels = canvas.pixels();
        int block = grid.block();
        int first = grid.column(clip.x);
        int until = Math.min(clip.x + clip.width, grid.inside().x + first * block);
        for (int y = clip.y; y < clip.y + clip.height; y++) {
            int line = y * width;
            // Rows of pixels in one row of cells are alike.
            if (y > clip.y && (y - grid.inside().y) % block != 0) {
                System.arraycopy(pixels, line - width + clip.x, pixels, line + clip.x, clip.width);
                continue;
            }
            int cell = grid.row(y) * grid.columns() + first;
            int end = until;
            for (int x = clip.x; x < clip.x + clip.width; cell++) {
                int color = colors[cell];
                for (; x < end; x++) {
                    pixels[line + x] = color;
                }
                end = Math.min(clip.x + clip.width, end + block);
            }
        }
        look.lines().paint(canvas, clip);
    }
}
