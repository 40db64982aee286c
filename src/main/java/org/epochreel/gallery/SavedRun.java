package org.epochreel.gallery;

import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.network.Probe;
import org.epochreel.render.FrameListener;
import org.epochreel.render.plan.Plan;
import org.epochreel.run.Metrics;
import org.epochreel.scene.Scene;
import org.epochreel.scene.canonical.ResolvedScene;

/**
 * What a gallery remembers of a member's run while the others are rendered: the curve and the loss of each training frame,
 * in a file, so that the wall needs no run a second time and no memory for all of them at once.
 *
 * <p>The file holds, big-endian, a key that stands for scene and grid, the summary, and for each training frame its epoch,
 * its loss and the curve's samples; at its end the last curve in finer samples. For one thread at a time.
 */
public final class SavedRun {

    /** Frames read at a time. */
    private static final int CHUNK = 16;

    private final Path file;
    private final CurveGrid grid;
    private final RunSummary summary;
    private final long firstRecord;
    private final ByteBuffer chunk;
    private int chunkStart = -1;

    private SavedRun(Path file, CurveGrid grid, RunSummary summary, long firstRecord) {
        this.file = file;
        this.grid = grid;
        this.summary = summary;
        this.firstRecord = firstRecord;
        this.chunk = ByteBuffer.allocate(CHUNK * recordLength(grid));
    }

    private static int recordLength(CurveGrid grid) {
        return Integer.BYTES + Double.BYTES + grid.samples() * Double.BYTES;
    }

    private static String key(Scene scene, CurveGrid grid) {
        return Hashing.sha256().newHasher()
                .putString(ResolvedScene.hash(scene), StandardCharsets.UTF_8)
                .putDouble(grid.x().from()).putDouble(grid.x().to()).putInt(grid.samples()).putInt(grid.fine())
                .hash().toString();
    }

    /** Opens the saved run of this very scene on this very grid; nothing if the file is not there or is another's. */
    public static Optional<SavedRun> open(Path file, Scene scene, CurveGrid grid) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            DataInputStream data = new DataInputStream(Channels.newInputStream(in.getChannel()));
            if (!data.readUTF().equals(key(scene, grid))) {
                return Optional.empty();
            }
            RunSummary summary = RunSummary.read(data);
            long start = in.getFilePointer();
            if (in.length() != start + (long) summary.trainingFrames() * recordLength(grid) + (long) grid.fine() * Double.BYTES) {
                return Optional.empty();
            }
            return Optional.of(new SavedRun(file, grid, summary, start));
        }
    }

    public RunSummary summary() {
        return summary;
    }

    public CurveGrid grid() {
        return grid;
    }

    /** The x of all samples. */
    public ImmutableDoubleArray curveX() {
        return ImmutableDoubleArray.copyOf(grid.all());
    }

    /** The curve at the last training frame. */
    public ImmutableDoubleArray finalCurve() throws IOException {
        double[] y = new double[grid.samples()];
        curve(summary.trainingFrames() - 1, y);
        return ImmutableDoubleArray.copyOf(y);
    }

    /** The curve at the last training frame, at other x, from finer samples than every frame has. */
    ImmutableDoubleArray fineCurve(ImmutableDoubleArray at) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(grid.fine() * Double.BYTES);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(firstRecord + (long) summary.trainingFrames() * recordLength(grid));
            in.readFully(buffer.array());
        }
        double[] y = new double[grid.fine()];
        buffer.asDoubleBuffer().get(y);
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(at.length());
        at.forEach(x -> values.add(grid.interpolate(y, x)));
        return values.build();
    }

    /** The epoch of training frame {@code index}. */
    int epoch(int index) throws IOException {
        return chunk.getInt(position(index));
    }

    public double loss(int index) throws IOException {
        return chunk.getDouble(position(index) + Integer.BYTES);
    }

    /** Fills {@code y} with the samples of the curve of training frame {@code index}. */
    public void curve(int index, double[] y) throws IOException {
        int position = position(index) + Integer.BYTES + Double.BYTES;
        chunk.duplicate().position(position).asDoubleBuffer().get(y, 0, grid.samples());
    }

    /** Where a training frame lies in the chunk, which is read if need be; files are not held open, there may be many. */
    private int position(int index) throws IOException {
        int length = recordLength(grid);
        int start = index / CHUNK * CHUNK;
        if (start != chunkStart) {
            int count = Math.min(CHUNK, summary.trainingFrames() - start);
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(firstRecord + (long) start * length);
                in.readFully(chunk.array(), 0, count * length);
            }
            chunkStart = start;
        }
        return (index - start) * length;
    }

    /** Listens to a run and saves it into a file, which is there when the run is complete. */
    static final class Recorder implements FrameListener {

        private final PendingFile file;
        private final DataOutputStream out;
        private final Metrics metrics;
        private final Probe probe;
        private final Probe fineProbe;
        private double[] last = new double[0];

        Recorder(Path target, CurveGrid grid, Plan plan) throws OutputException {
            this.file = new PendingFile(target);
            this.metrics = plan.run().metrics();
            this.probe = Probe.line(plan.model(), grid.all());
            this.fineProbe = Probe.line(plan.model(), grid.allFine());
            try {
                this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file.temporary())));
                out.writeUTF(key(plan.scene(), grid));
                RunSummary.of(plan).write(out);
            } catch (IOException e) {
                throw new OutputException(target, e);
            }
        }

        @Override
        public void frame(int epoch, double[] parameters) throws OutputException {
            try {
                out.writeInt(epoch);
                out.writeDouble(metrics.trainLoss().get(epoch));
                for (double value : probe.curve(parameters)) {
                    out.writeDouble(value);
                }
                last = parameters.clone();
            } catch (IOException e) {
                throw new OutputException(file.target(), e);
            }
        }

        @Override
        public void complete() throws OutputException {
            try {
                for (double value : fineProbe.curve(last)) {
                    out.writeDouble(value);
                }
            } catch (IOException e) {
                throw new OutputException(file.target(), e);
            }
            finish();
            file.complete();
        }

        private void finish() throws OutputException {
            try {
                out.close();
            } catch (IOException e) {
                throw new OutputException(file.target(), e);
            }
        }

        @Override
        public void close() throws OutputException {
            try {
                finish();
            } finally {
                file.close();
            }
        }
    }
}
