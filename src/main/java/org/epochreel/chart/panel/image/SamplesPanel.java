package org.epochreel.chart.panel.image;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
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
import org.epochreel.data.DataSource.PixelShape;
import org.epochreel.data.Labels;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The first images of the test set, or of the training set without one, each over what the model reads in it. One that is
 * read wrong is framed and says what it is; where it turns right it becomes calm in its place, over a few frames.
 */
public final class SamplesPanel extends TiledPanel {

    /** Images with classes. */
    public static final PanelEntry ENTRY = new TiledEntry(PanelKind.SAMPLES, true,
            (spec, layout) -> ImmutableSet.of(new Wanted.ClassesOf(TiledEntry.measured(spec))), ImmutableSet.of(),
            SamplesPanel::new);

    private static final String NAME = "samples";
    private static final int FADE = 8;
    private static final int MOST = 80;
    /** Pixels of the reference picture from one image to the next. */
    private static final double PITCH = 96;
    private static final double ROW = 1.131;
    private static final double IMAGE = 0.75;
    private static final double TEXT = 22;
    private static final double FRAME = 4;

    private final Wanted<Classes> said;
    private final Samples samples;
    private final Labels labels;
    private final PixelShape shape;
    private final int columns;
    private final int count;
    private final double pitch;
    private final double rowPitch;
    private final int zoom;
    private final double textSize;
    private final double least;
    private final double greatest;

    private SamplesPanel(PanelSite site) {
        super(site);
        this.said = new Wanted.ClassesOf(TiledEntry.measured(site.spec()));
        this.samples = site.spec().panels().test().orElse(site.spec().points());
        this.labels = samples.labels().orElseThrow();
        this.shape = site.spec().panels().images().ofInputs().orElseThrow();
        Rectangle inside = inside();
        double wanted = PITCH * site.scale();
        int across = fitting(inside.width, wanted);
        int down = Math.max(1, (int) (inside.height / (inside.width / (double) across * ROW)));
        while (across > 1 && across * down > MOST) {
            across--;
            down = Math.max(1, (int) (inside.height / (inside.width / (double) across * ROW)));
        }
        this.columns = across;
        this.pitch = (double) inside.width / across;
        this.rowPitch = (double) inside.height / down >= pitch * ROW ? Math.min((double) inside.height / down, pitch * 1.25)
                : pitch * ROW;
        this.count = Math.min(samples.count(), across * down);
        this.zoom = Math.max(1, (int) (IMAGE * pitch / Math.max(shape.width(), shape.height())));
        this.textSize = Math.min(TEXT * site.scale(), 0.24 * pitch);
        this.least = samples.inputs().columns().stream().flatMapToDouble(column -> column.stream()).min().orElse(0);
        double most = samples.inputs().columns().stream().flatMapToDouble(column -> column.stream()).max().orElse(1);
        this.greatest = most > least ? most : least + 1;
    }

    private static int fitting(int width, double pitch) {
        return Math.max(1, (int) Math.rint(width / pitch));
    }

    @Override
    protected ImmutableList<Mark> still() {
        String set = site().spec().panels().test().isPresent() ? "of the test set" : "of the training set";
        return heading(NAME, set, 9 * site().theme().type().small() * site().scale());
    }

    @Override
    protected ImmutableList<Optional<Mark>> moving(Answers answers) {
        Classes classes = answers.to(said);
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        int wrong = 0;
        for (int i = 0; i < count; i++) {
            wrong += classes.now().get(i) == labels.indices().get(i) ? 0 : 1;
            add(i, classes, marks);
        }
        marks.add(headingEnd(wrong + " of " + count + " wrong", NAME, palette().second()));
        return marks.build();
    }

    private void add(int i, Classes classes, ImmutableList.Builder<Optional<Mark>> marks) {
        int label = labels.indices().get(i);
        int now = classes.now().get(i);
        boolean wrong = now != label;
        boolean wasWrong = classes.before().get(i) != label;
        double part = Math.min(1, (classes.age().get(i) + 1.0) / FADE);
        double error = wrong == wasWrong ? (wrong ? 1 : 0) : wrong ? part : 1 - part;
        Rectangle area = area(i);
        marks.add(error == 0 ? Optional.empty() : Optional.of(frame(area, error)));
        marks.add(Optional.of(image(i, area, error)));
        double baseline = area.y + area.height + 0.35 * textSize + Typeface.CAP_HEIGHT * textSize;
        addText(labels.classes().get(now), labels.classes().get(label), wrong, error, area.getCenterX(), baseline, marks);
    }

    private Rectangle area(int i) {
        int width = zoom * shape.width();
        int height = zoom * shape.height();
        // The first column begins where the panel's name does.
        double left = inside().x + i % columns * pitch + Math.min(FRAME * site().scale(), (pitch - width) / 2);
        double top = inside().y + i / columns * rowPitch + FRAME * site().scale();
        return new Rectangle((int) Math.rint(left), (int) Math.rint(top), width, height);
    }

    private Mark frame(Rectangle area, double error) {
        Rectangle frame = new Rectangle(area);
        int width = Math.max(1, (int) Math.rint(FRAME * site().scale()));
        frame.grow(width, width);
        return Pixels.of(frame, Palette.mix(palette().background(), palette().second(), error));
    }

    private Mark image(int i, Rectangle area, double error) {
        Color ground = Palette.mix(tileGround(), palette().background(), error);
        Color ink = Palette.mix(palette().ink(), palette().second(), error);
        int pixels = shape.width() * shape.height();
        ImmutableIntArray.Builder colors = ImmutableIntArray.builder(pixels);
        for (int p = 0; p < pixels; p++) {
            double value = (samples.inputs().at(i, p) - least) / (greatest - least);
            colors.add(rgb(Palette.mix(ground, ink, value)));
        }
        return new Pixels(area, shape.width(), shape.height(), colors.build());
    }

    private void addText(String read, String is, boolean wrong, double error, double middle, double baseline,
            ImmutableList.Builder<Optional<Mark>> marks) {
        if (!isLettered()) {
            return;
        }
        Typeface regular = typeface(Typeface.Weight.REGULAR);
        Typeface bold = typeface(Typeface.Weight.SEMIBOLD);
        Color color = Palette.mix(palette().muted(), palette().second(), error);
        if (!wrong) {
            String shown = regular.fit(read, textSize, pitch);
            marks.add(Optional.of(words(shown, middle - regular.width(shown, textSize) / 2, baseline, textSize,
                    Typeface.Weight.REGULAR, color)));
            marks.add(Optional.empty());
            return;
        }
        String rest = regular.fit(" not " + is, textSize, Math.max(0, pitch - bold.width(read, textSize)));
        double width = bold.width(read, textSize) + regular.width(rest, textSize);
        double left = Math.rint(middle - width / 2);
        marks.add(Optional.of(words(read, left, baseline, textSize, Typeface.Weight.SEMIBOLD, color)));
        marks.add(Optional.of(words(rest, left + bold.width(read, textSize), baseline, textSize, Typeface.Weight.REGULAR,
                color)));
    }
}
