package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.batch.Job;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.batch.Rendering;
import org.epochreel.chart.wall.WallGrid;
import org.epochreel.data.Samples;
import org.epochreel.files.OutputFiles;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.canonical.ResolvedScene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.yaml.InvalidSceneException;

/**
 * A gallery that is to be made: each member becomes a video that equals the one of its scene rendered alone; all of them
 * become a wall, in which the axes are common, and a page.
 */
public final class Gallery {

    /** The fewest samples of a curve that the page shows. */
    private static final int LEAST_SAMPLES = 64;

    /** Pixels from one sample of a final curve to the next where it crosses the whole wall. */
    private static final int FINE_STEP = 3;

    private static final String WALL = "wall";

    private final Path file;
    private final String name;
    private final String sceneText;
    private final GalleryTable table;
    private final SceneSource scenes;
    private final Path directory;
    private final FrameSize wallSize;
    private final WallGrid wallGrid;
    private final CurveGrid grid;
    private final ImmutableList<MemoryNeed> needs;
    private final ImmutableList<ImmutableList<Path>> inputs;
    private final ImmutableList<Path> memberFiles;
    private final String hash;

    /** Reads the gallery's scene with what sets a member apart. */
    @FunctionalInterface
    public interface SceneSource {
        Scene read(List<KeyOverride> overrides) throws InvalidSceneException;
    }

    /**
     * Reads the scenes of all members, so that a mistake is found before anything is rendered.
     *
     * @param file the scene file
     * @param sceneText what it says, for the page
     * @param directory where all files go
     * @throws InvalidSceneException if a member's scene is not valid
     * @throws IllegalArgumentException with a sentence if the wall is too small for so many members
     */
    public Gallery(Path file, String name, String sceneText, GalleryTable table, SceneSource scenes, Path directory,
            FrameSize wallSize) throws InvalidSceneException {
        this.file = file;
        this.name = name;
        this.sceneText = sceneText;
        this.table = table;
        this.scenes = scenes;
        this.directory = directory;
        ImmutableList.Builder<MemoryNeed> all = ImmutableList.builder();
        ImmutableList.Builder<ImmutableList<Path>> read = ImmutableList.builder();
        ImmutableList.Builder<Path> written = ImmutableList.builder();
        Hasher hasher = Hashing.sha256().newHasher();
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (GalleryMember member : table.members()) {
            Scene scene = scene(member);
            all.add(MemoryNeed.of(scene));
            read.add(scene.inputs());
            if (scene.video().formats().stream().noneMatch(format -> format.kind() == FilmFormat.Kind.MP4)) {
                throw new IllegalArgumentException(file + ": a gallery shows videos; add mp4 to video.formats, or give"
                        + " --set video.formats=mp4");
            }
            Samples points = scene.data().dataSet().train();
            if (points.inputs().width() != 1 || points.outputs().width() != 1) {
                throw new IllegalArgumentException(file + ": a gallery's wall shows curves over one x, and this scene learns"
                        + " something else; render its seeds with render --seed, or a batch of scenes");
            }
            written.addAll(SceneRenderer.files(scene, new OutputFiles(directory, member.name())));
            Range x = WallRenderer.x(scene);
            from = Math.min(from, x.from());
            to = Math.max(to, x.to());
            hasher.putString(member.name(), StandardCharsets.UTF_8).putString(ResolvedScene.hash(scene), StandardCharsets.UTF_8);
        }
        this.inputs = read.build();
        this.memberFiles = written.build();
        this.needs = all.add(new MemoryNeed(wallSize, 0, 0)).build();
        int count = table.members().size();
        this.wallSize = wallSize;
        this.wallGrid = table.rows().isPresent()
                ? WallGrid.matrix(wallSize, table.rows().get().values().size(), table.columns().values().size())
                : WallGrid.composed(wallSize, needs.get(0).size(), count);
        WallRenderer.check(wallSize, wallGrid);
        this.grid = new CurveGrid(new Range(from, to), Math.max(LEAST_SAMPLES, wallSize.width() / wallGrid.columns() / 2),
                Math.max(LEAST_SAMPLES, wallSize.width() / FINE_STEP));
        this.hash = hasher.putString(wallSize + " " + wallGrid, StandardCharsets.UTF_8)
                .putString(sceneText, StandardCharsets.UTF_8).hash().toString();
    }

    /** A member's scene, named as its files are. */
    Scene scene(GalleryMember member) throws InvalidSceneException {
        return scenes.read(member.overrides()).named(member.name());
    }

    /** Pixels in all frames of the wall, about. */
    public double wallPixels() throws InvalidSceneException {
        Scene first = scene(table.members().get(0));
        double frames = Workload.video(first) / first.video().size().pixels()
                + WallRenderer.SECONDS_AFTER * first.video().fps().perSecond();
        return frames * wallSize.pixels();
    }

    /** What rendering each member needs and, last, the wall. */
    public ImmutableList<MemoryNeed> needs() {
        return needs;
    }

    /** The files that each member's scene reads. */
    public ImmutableList<ImmutableList<Path>> inputs() {
        return inputs;
    }

    /** All files that it writes: those of the members, of the wall and the page. */
    public ImmutableList<Path> files() {
        return Stream.concat(memberFiles.stream(), record().files().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** A job for each member; see {@link #members}. */
    public ImmutableList<Job> memberJobs() {
        return table.members().stream()
                .map(member -> new Job(member.name(), file, () -> scene(member), new OutputFiles(directory, member.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /** What is done with each member. */
    public Rendering memberRendering(SceneRenderer renderer) {
        return new MemberRendering(renderer, savedRuns(), record());
    }

    /** The one job that makes wall and page of members that are all there. */
    public Job wallJob() {
        return new Job(WALL, file, () -> scene(table.members().get(0)), wallFiles());
    }

    /** What is done for it. */
    public Rendering wallRendering(SceneRenderer renderer) {
        return new WallRendering(this, renderer);
    }

    public Path page() {
        return directory.resolve("index.html");
    }

    GalleryRecord record() {
        return new GalleryRecord(directory, name, hash);
    }

    OutputFiles wallFiles() {
        return new OutputFiles(directory, WALL);
    }

    SavedRuns savedRuns() {
        return SavedRuns.of(directory, grid);
    }

    FrameSize wallSize() {
        return wallSize;
    }

    WallGrid wallGrid() {
        return wallGrid;
    }

    /** Whether the wall's columns are the table's rows. */
    boolean isTurned() {
        return table.rows().isPresent() && wallGrid.columns() != table.columns().values().size();
    }

    GalleryTable table() {
        return table;
    }

    String name() {
        return name;
    }

    String sceneText() {
        return sceneText;
    }

    Path directory() {
        return directory;
    }

    /** The name of the scene whose gallery is in the directory already, if there is one. */
    public Optional<String> present() {
        return GalleryRecord.sceneOf(directory);
    }
}
