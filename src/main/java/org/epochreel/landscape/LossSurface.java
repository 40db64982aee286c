package org.epochreel.landscape;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Measures losses over a plane on several threads. Each position is measured by one thread alone, so that neither the
 * number of threads nor their turns can be told from the losses.
 */
public final class LossSurface implements Landscape.Losses {

    private final Plane plane;
    private final int size;
    private final Supplier<LossAt> loss;
    private final int threads;
    private final Progress progress;

    /** Hears, on the thread that asked, how far a grid is; what it throws ends the measuring. */
    public interface Progress {

        void measured(int rows, int ofRows);
    }

    /**
     * Prepares.
     *
     * @param size positions along each side of a grid
     * @param loss a new function for each thread, all of them the same
     * @param threads that may measure at the same time, the one that asks included
     */
    public LossSurface(Plane plane, int size, Supplier<LossAt> loss, int threads, Progress progress) {
        this.plane = plane;
        this.size = size;
        this.loss = loss;
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public LossGrid over(Window window) {
        double[] losses = new double[size * size];
        Measuring measuring = new Measuring(window, losses);
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, size); i++) {
            Thread helper = new Thread(measuring::help, "landscape " + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        try {
            measuring.lead();
        } finally {
            measuring.stop();
            join(helpers);
        }
        measuring.check();
        Optional<Position> least = plane.kind() == Plane.Kind.EXACT
                ? new LeastLoss(plane, loss.get()).near(window, losses, size) : Optional.empty();
        return new LossGrid(window, size, ImmutableDoubleArray.copyOf(losses), least);
    }

    // They end within a row; an interruption that comes meanwhile is kept for whoever asks next.
    private static void join(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of the positions along a side. */
    static double position(Range range, int index, int size) {
        return index == size - 1 ? range.to() : range.from() + index * ((range.to() - range.from()) / (size - 1));
    }

    private final class Measuring {

        private final Window window;
        private final double[] losses;
        private final AtomicInteger next = new AtomicInteger();
        private volatile Throwable failure;

        Measuring(Window window, double[] losses) {
            this.window = window;
            this.losses = losses;
        }

        void lead() {
            measure(true);
        }

        void help() {
            try {
                measure(false);
            } catch (RuntimeException | Error e) {
                failure = e;
                stop();
            }
        }

        void stop() {
            next.set(size);
        }

        void check() {
            if (failure != null) {
                throw new IllegalStateException("the loss could not be measured", failure);
            }
        }

        private void measure(boolean leads) {
            LossAt measure = loss.get();
            double[] parameters = new double[plane.origin().length()];
            for (int row = next.getAndIncrement(); row < size; row = next.getAndIncrement()) {
                double y = position(window.y(), row, size);
                for (int column = 0; column < size; column++) {
                    plane.parameters(position(window.x(), column, size), y, parameters);
                    losses[row * size + column] = measure.of(parameters);
                }
                if (leads) {
                    progress.measured(row + 1, size);
                }
            }
        }
    }
}
