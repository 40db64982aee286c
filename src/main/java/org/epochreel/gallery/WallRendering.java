package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.batch.Rendering;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wall.WallSpec;
import org.epochreel.data.Samples;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.PendingFile;
import org.epochreel.gallery.page.Axis;
import org.epochreel.gallery.page.Clip;
import org.epochreel.gallery.page.Curve;
import org.epochreel.gallery.page.GalleryContents;
import org.epochreel.gallery.page.GalleryPage;
import org.epochreel.gallery.page.Outcome;
import org.epochreel.gallery.page.PageMember;
import org.epochreel.render.Failure;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.text.VisibleText;

/** Makes wall and page of a gallery whose members are all there, then lets go of the saved runs. */
final class WallRendering implements Rendering {

    /** More dots than these could not be told apart on a page. */
    private static final int MOST_POINTS = 2000;

    private static final String LEARNING_RATE = "learning rate";

    private static final String SEED = "seed";

    private final Gallery gallery;
    private final SceneRenderer renderer;

    WallRendering(Gallery gallery, SceneRenderer renderer) {
        this.gallery = gallery;
        this.renderer = renderer;
    }

    @Override
    public boolean isDone(Scene scene, OutputFiles target) {
        return gallery.record().matches();
    }

    @Override
    public ImmutableList<Path> files(Scene scene, OutputFiles target) {
        return gallery.record().files();
    }

    /** Which of its members' scenes have changed, these tell themselves. */
    @Override
    public Optional<String> change(Scene scene, OutputFiles target) {
        return Optional.empty();
    }

    @Override
    public Done render(Scene first, OutputFiles target, RenderProgress progress) throws OutputException, RenderException {
        long started = System.nanoTime();
        return Failure.explained(target.name(), () -> "while its members were put together", () -> {
            List<WallRenderer.Member> members = members(progress);
            int frames = write(members, first, progress);
            gallery.savedRuns().delete(members.stream().map(WallRenderer.Member::scene).toList());
            return new Done(members.size() + " members, " + frames + " frames",
                    String.format(Locale.ROOT, "%.3f s", (System.nanoTime() - started) / 1e9));
        });
    }

    private List<WallRenderer.Member> members(RenderProgress progress) throws IOException, RenderException {
        List<WallRenderer.Member> members = new ArrayList<>();
        for (GalleryMember member : gallery.table().members()) {
            Scene scene = scene(member);
            Optional<SavedRun> run = gallery.savedRuns().open(scene);
            if (run.isEmpty()) {
                renderer.replay(scene, gallery.savedRuns().saving(scene), progress);
                run = gallery.savedRuns().open(scene);
            }
            int group = gallery.table().rows().isPresent() ? members.size() / gallery.table().columns().values().size() : 0;
            members.add(new WallRenderer.Member(member.label(), group, scene, run.orElseThrow()));
        }
        return members;
    }

    private Scene scene(GalleryMember member) {
        try {
            return gallery.scene(member);
        } catch (InvalidSceneException e) {
            throw new IllegalStateException("the scene file changed while its gallery was made: " + e.getMessage(), e);
        }
    }

    /** Writes wall and page, which get their names together. */
    private int write(List<WallRenderer.Member> members, Scene first, RenderProgress progress) throws IOException {
        try (Closer pending = Closer.create()) {
            List<PendingFile> files = new ArrayList<>();
            for (Path file : gallery.record().files()) {
                files.add(pending.register(new PendingFile(file)));
            }
            PendingFile video = files.get(0);
            int frames = new WallRenderer(gallery.wallSize(), gallery.wallGrid())
                    .render(inCells(members), words(first), video, files.get(1), progress);
            GalleryContents page = page(members, first, frames, video.target());
            files.get(2).write(out -> out.write(GalleryPage.html(page)));
            files.get(3).write(out -> out.write(GalleryPage.json(page)));
            PendingFile record = files.get(4);
            record.write(out -> out.write(gallery.record().text(files)));
            progress.written();
            record.persist();
            for (PendingFile file : files) {
                file.complete();
            }
            return frames;
        }
    }

    // A wall may show the table's rows as columns.
    private List<WallRenderer.Member> inCells(List<WallRenderer.Member> members) {
        if (!gallery.isTurned()) {
            return members;
        }
        int columns = gallery.wallGrid().columns();
        int rows = gallery.wallGrid().rows();
        return IntStream.range(0, members.size()).mapToObj(i -> members.get(i % columns * rows + i / columns)).toList();
    }

    private WallRenderer.Words words(Scene first) {
        GalleryTable table = gallery.table();
        WallSpec.Margin columns = margin(table.columns());
        Optional<WallSpec.Margin> rows = table.rows().map(WallRendering::margin);
        boolean ofSeeds = table.columns().values().size() > 2 && table.columns().label(0).contains(SEED);
        ImmutableList<String> groups = ofSeeds ? rows.map(WallSpec.Margin::labels).orElse(ImmutableList.of("")) : ImmutableList.of();
        return gallery.isTurned()
                ? new WallRenderer.Words(title(first), rows.orElseThrow(), Optional.of(columns), groups)
                : new WallRenderer.Words(title(first), columns, rows, groups);
    }

    // On a wall the rate is the learning rate.
    private static WallSpec.Margin margin(Axis axis) {
        return new WallSpec.Margin(axis.words().equals(LEARNING_RATE) ? "rate" : axis.words(), axis.labels());
    }

    private GalleryContents page(List<WallRenderer.Member> members, Scene first, int frames, Path video)
            throws IOException {
        ImmutableList.Builder<PageMember> shown = ImmutableList.builder();
        for (WallRenderer.Member member : members) {
            shown.add(member(member));
        }
        Clip wall = new Clip(name(video), frames, first.video().fps(), gallery.wallSize());
        return new GalleryContents(title(first), gallery.sceneText(), gallery.table().columns(), gallery.table().rows(),
                shown.build(), points(first), Optional.of(wall), isLight(Theme.of(first.video().theme())));
    }

    /** The scene's title, or its name where the title changes from frame to frame. */
    private String title(Scene scene) {
        return VisibleText.line(scene.title().filter(title -> !title.contains("{")).orElse(gallery.name()));
    }

    private static boolean isLight(Theme theme) {
        return theme.palette().background().getGreen() > 127;
    }

    private static Curve points(Scene scene) {
        Samples points = scene.data().dataSet().train();
        int step = (points.count() + MOST_POINTS - 1) / MOST_POINTS;
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        for (int i = 0; i < points.count(); i += step) {
            x.add(points.x().get(i));
            y.add(points.y().get(i));
        }
        return new Curve(x.build(), y.build());
    }

    private PageMember member(WallRenderer.Member member) throws IOException {
        RunSummary run = member.run().summary();
        OutputFiles files = new OutputFiles(gallery.directory(), member.scene().name());
        Optional<Outcome.TestLoss> test = run.hasTestLoss()
                ? Optional.of(new Outcome.TestLoss(run.finalTestLoss(), run.lowestTestLoss(), run.lowestTestLossEpoch()))
                : Optional.empty();
        return new PageMember(
                member.scene().initialisation().seed(),
                new Clip(name(files.video()), run.frameCount(), member.scene().video().fps(), member.scene().video().size()),
                new PageMember.SideFiles(name(files.poster()), name(files.metrics()), name(files.record())),
                new Outcome(run.epochs(), state(run), run.firstTrainLoss(), run.finalTrainLoss(), test),
                new Curve(member.run().curveX(), member.run().finalCurve()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Outcome.State state(RunSummary run) {
        return switch (run.ending()) {
            case DIVERGED -> Outcome.State.DIVERGED;
            case STOP -> Outcome.State.STOPPED;
            case CONVERGED -> Outcome.State.CONVERGED;
            case EPOCHS -> run.departed() ? Outcome.State.DIVERGING : Outcome.State.FINISHED;
        };
    }
}
