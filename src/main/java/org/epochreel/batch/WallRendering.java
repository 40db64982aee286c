package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.batch.page.Clip;
import org.epochreel.batch.page.Curve;
import org.epochreel.batch.page.GalleryPage;
import org.epochreel.batch.page.Member;
import org.epochreel.batch.page.Outcome;
import org.epochreel.data.Samples;
import org.epochreel.render.OutputException;
import org.epochreel.render.OutputFiles;
import org.epochreel.render.PendingFile;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderProgress;
import org.epochreel.render.RunSummary;
import org.epochreel.render.RunTrace;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.TraceTarget;
import org.epochreel.render.WallRenderer;
import org.epochreel.scene.InvalidSceneException;
import org.epochreel.scene.Scene;

/** Makes wall and page of a gallery whose members are all there, then lets go of the traces. */
final class WallRendering implements Rendering {

    /** More dots than these could not be told apart on a page. */
    private static final int MOST_POINTS = 2000;

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
    public Done render(Scene first, OutputFiles target, RenderProgress progress) throws OutputException, RenderException {
        long started = System.nanoTime();
        try {
            List<WallRenderer.Member> members = members(progress);
            int frames = film(members, target, progress);
            writePage(members, first, frames, target);
            gallery.record().write();
            forgetTraces();
            return new Done(members.size() + " members, " + frames + " frames",
                    String.format(Locale.ROOT, "%.3f s", (System.nanoTime() - started) / 1e9));
        } catch (IOException e) {
            throw new OutputException(target.video(), e);
        } catch (InvalidSceneException e) {
            throw new IllegalStateException("the scene file changed while its gallery was made: " + e.getMessage(), e);
        }
    }

    private List<WallRenderer.Member> members(RenderProgress progress)
            throws IOException, InvalidSceneException, OutputException, RenderException {
        List<WallRenderer.Member> members = new ArrayList<>();
        for (GalleryMember member : gallery.table().members()) {
            Scene scene = gallery.scene(member);
            Path file = gallery.trace(member.name());
            Optional<RunTrace> trace = RunTrace.open(file, scene, gallery.grid());
            if (trace.isEmpty()) {
                renderer.trace(scene, new TraceTarget(file, gallery.grid()), progress);
                trace = RunTrace.open(file, scene, gallery.grid());
            }
            members.add(new WallRenderer.Member(member.label(), scene, trace.orElseThrow()));
        }
        return members;
    }

    private int film(List<WallRenderer.Member> members, OutputFiles target, RenderProgress progress)
            throws OutputException, IOException {
        try (PendingFile video = new PendingFile(target.video());
                PendingFile poster = new PendingFile(target.poster())) {
            int frames = new WallRenderer(gallery.layout()).render(members, video, poster, progress);
            progress.written();
            video.complete();
            poster.complete();
            return frames;
        }
    }

    private void writePage(List<WallRenderer.Member> members, Scene first, int frames, OutputFiles target)
            throws OutputException, IOException {
        ImmutableList.Builder<Member> shown = ImmutableList.builder();
        for (WallRenderer.Member member : members) {
            shown.add(member(member));
        }
        Clip wall = new Clip(target.video().getFileName().toString(), frames, first.video().fps(), gallery.layout().size());
        org.epochreel.batch.page.Gallery page = new org.epochreel.batch.page.Gallery(title(first), gallery.sceneText(),
                gallery.table().columns(), gallery.table().rows(), shown.build(), points(first), Optional.of(wall));
        write(gallery.directory().resolve("gallery.json"), GalleryPage.json(page));
        write(gallery.page(), GalleryPage.html(page));
    }

    private static void write(Path file, String text) throws OutputException {
        try (PendingFile pending = new PendingFile(file)) {
            pending.write(out -> out.write(text));
            pending.complete();
        }
    }

    /** The scene's title, or its name where the title changes from frame to frame. */
    private String title(Scene scene) {
        return scene.title().filter(title -> !title.contains("{")).orElse(gallery.name());
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

    private Member member(WallRenderer.Member member) throws IOException {
        RunSummary run = member.trace().summary();
        OutputFiles files = new OutputFiles(gallery.directory(), member.scene().name());
        Optional<Outcome.TestLoss> test = run.hasTestLoss()
                ? Optional.of(new Outcome.TestLoss(run.finalTestLoss(), run.lowestTestLoss(), run.lowestTestLossEpoch()))
                : Optional.empty();
        return new Member(
                member.scene().initialisation().seed(),
                new Clip(name(files.video()), run.frameCount(), member.scene().video().fps(), member.scene().video().size()),
                new Member.SideFiles(name(files.poster()), name(files.metrics()), name(files.record())),
                new Outcome(run.epochs(), state(run), run.firstTrainLoss(), run.finalTrainLoss(), test),
                new Curve(member.trace().curveX(), member.trace().finalCurve()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Outcome.State state(RunSummary run) {
        return switch (run.ending()) {
            case DIVERGED -> Outcome.State.DIVERGED;
            case STOP, CONVERGED -> Outcome.State.CONVERGED;
            case EPOCHS -> run.atRest() ? Outcome.State.CONVERGED : Outcome.State.STOPPED;
        };
    }

    private void forgetTraces() throws IOException {
        for (GalleryMember member : gallery.table().members()) {
            Files.deleteIfExists(gallery.trace(member.name()));
        }
        Path directory = gallery.trace("any").getParent();
        try (var left = Files.list(directory)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
    }
}
