package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Extras;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Images;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.data.DataSource;
import org.epochreel.data.Target;
import org.epochreel.picture.Picture;
import org.epochreel.render.answer.ModelAnswers;
import org.epochreel.render.answer.NetworkFacts;
import org.epochreel.render.landscape.LandscapeSurvey;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.sequence.FilledTitle;
import org.epochreel.render.sequence.WidestValue;
import org.epochreel.render.train.TrainedRun;
import org.epochreel.run.Ending;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Story;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Readout;

/** What stays the same in all pictures of a scene. */
final class FitPicture {

    // Moments of a run from which scales are found.
    private static final int MOST_SAMPLES = 64;

    private FitPicture() {}

    static ChartSpec spec(Plan plan) {
        Scene scene = plan.scene();
        Theme theme = Theme.of(scene.video().theme());
        return new ChartSpec(
                scene.video().size(),
                theme,
                plan.data().train(),
                plan.x(),
                plan.y(),
                new Headline(widest(scene.title(), plan), widest(scene.video().subtitle(), plan),
                        widest(scene.video().caption(), plan).or(() -> captionNote(scene.video()))),
                axes(scene),
                plan.readout().stream()
                        .flatMap(quantity -> cells(quantity, plan))
                        .collect(ImmutableList.toImmutableList()),
                runs(plan, theme),
                panels(plan),
                extras(plan, theme));
    }

    // A note in the caption's line needs that line.
    private static Optional<String> captionNote(VideoSpec video) {
        return video.story().notes().stream()
                .filter(note -> note.at() == Story.Note.At.Place.CAPTION)
                .map(Story.Note::text)
                .max(Comparator.comparing(String::length));
    }

    private static Extras extras(Plan plan, Theme theme) {
        VideoSpec video = plan.scene().video();
        Story story = video.story();
        boolean lone = video.panels().size() == 1 && PanelEntries.isMain(video.panels().get(0).kind());
        boolean wanted = story.strip() == Story.Strip.ON
                || story.strip() == Story.Strip.AUTO && video.theme() != VideoSpec.ThemeName.BLOG;
        return new Extras(lone && wanted, story.residuals(),
                story.notes().stream().map(Story.Note::text).collect(ImmutableList.toImmutableList()),
                theme.composition() == Theme.Composition.BOXED ? ImmutableDoubleArray.of() : plan.curveBends());
    }

    private static Optional<String> widest(Optional<String> text, Plan plan) {
        return text.map(filled -> new FilledTitle(filled, quantity -> WidestValue.of(quantity, plan)).widest());
    }

    private static AxisTexts axes(Scene scene) {
        return new AxisTexts(
                scene.video().axes().xLabel().or(scene.data()::xName).filter(label -> !label.isBlank()),
                scene.video().axes().yLabel().or(scene.data()::yName).filter(label -> !label.isBlank()),
                scene.data().xDates());
    }

    private static ImmutableList<ShownRun> runs(Plan plan, Theme theme) {
        ImmutableList.Builder<ShownRun> runs = ImmutableList.builder();
        for (int i = 0; i < plan.trained().size(); i++) {
            runs.add(run(plan, plan.trained().get(i), theme.ofRun(i)));
        }
        return runs.build();
    }

    private static ShownRun run(Plan plan, TrainedRun run, Color color) {
        ImmutableIntArray.Builder cutoffs = ImmutableIntArray.builder();
        run.run().rateChanges().forEach(change -> cutoffs.add(change.epoch()));
        Answers atEnd = ModelAnswers.once(run.model(), plan.data(),
                PanelEntries.wantedAtEnd(plan.scene().video().panelKinds()), run.run().finalParameters());
        return new ShownRun(run.name(), color, run.run().metrics(), cutoffs.build(), atEnd,
                run.run().ending() == Ending.DIVERGED);
    }

    private static Panels panels(Plan plan) {
        Optional<Target> target = plan.scene().data() instanceof DataSource.Generated generated
                ? Optional.of(generated.y()) : Optional.empty();
        return new Panels(
                plan.scene().video().panelKinds(),
                plan.data().test(),
                target,
                plan.model().parameterGroups(),
                plan.parameterReach(),
                new Images(plan.scene().data().imageOfInputs(), goal(plan.scene().data())),
                LandscapeSurvey.of(plan),
                networks(plan),
                history(plan));
    }

    private static ImmutableList<ImmutableDoubleArray> history(Plan plan) {
        if (!plan.scene().video().panelKinds().contains(PanelKind.WEIGHT_HISTOGRAM)) {
            return ImmutableList.of();
        }
        List<double[]> all = plan.trained().get(0).firstRun().history().samples();
        int count = Math.min(MOST_SAMPLES, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / Math.max(1, count - 1))))
                .map(ImmutableDoubleArray::copyOf)
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<ShownNetwork> networks(Plan plan) {
        if (!plan.scene().video().panelKinds().contains(PanelKind.NETWORK)) {
            return ImmutableList.of();
        }
        return plan.trained().stream()
                .flatMap(each -> NetworkFacts.of(each.scene(), each.model(), plan.data(), each.run().finalParameters()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Picture> goal(DataSource data) {
        return data instanceof DataSource.Image image ? Optional.of(image.picture()) : Optional.empty();
    }

    private static Stream<ReadoutCell> cells(Readout quantity, Plan plan) {
        Optional<String> tempo = quantity == Readout.EPOCH ? plan.tempo().widest() : Optional.empty();
        return Stream.concat(Stream.of(cell(quantity, plan)), tempo.map(text -> new ReadoutCell("", text)).stream());
    }

    private static ReadoutCell cell(Readout quantity, Plan plan) {
        String label = switch (quantity) {
            case EPOCH -> "epoch";
            case LOSS -> "loss";
            case LEARNING_RATE -> "learning rate";
            case SEED -> "seed";
        };
        return new ReadoutCell(label, WidestValue.of(quantity, plan), quantity == Readout.LEARNING_RATE);
    }
}
