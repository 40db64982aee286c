package org.epochreel.render.train;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.epochreel.scene.Scene;
import org.epochreel.training.EpochObserver;

/**
 * Trains the runs that a film shows: one with all threads, several one a thread. A run is the same whatever trains beside
 * it.
 */
public final class SideBySide {

    private static final long TICK_MILLISECONDS = 100;

    private SideBySide() {}

    /** Trains one run and makes something of it. */
    public interface Trainer<T> {

        /**
         * Trains.
         *
         * @param threads that may train it at the same time
         * @param watcher hears of every epoch, on the thread that trains
         */
        public T train(Scene.Compared run, int threads, EpochObserver watcher);
    }

    /** What becomes of each of a scene's runs, in their order. */
    public static <T> ImmutableList<T> train(Scene scene, int threads, RenderProgress progress, Trainer<T> trainer) {
        ImmutableList<Scene.Compared> runs = scene.compared().isEmpty()
                ? ImmutableList.of(new Scene.Compared("", scene)) : scene.compared();
        int epochs = scene.training().epochs();
        AtomicIntegerArray reached = new AtomicIntegerArray(runs.size());
        if (runs.size() == 1 || threads == 1) {
            ImmutableList.Builder<T> made = ImmutableList.builder();
            for (int i = 0; i < runs.size(); i++) {
                int own = i;
                made.add(trainer.train(runs.get(i), threads, (epoch, parameters) -> {
                    RenderInterruptedException.check();
                    reached.set(own, epoch);
                    report(reached, epochs, progress);
                }));
            }
            return made.build();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, runs.size()));
        try {
            List<Future<T>> made = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                int own = i;
                made.add(pool.submit(() -> trainer.train(runs.get(own), 1, (epoch, parameters) -> {
                    RenderInterruptedException.check();
                    reached.set(own, epoch);
                })));
            }
            ImmutableList.Builder<T> all = ImmutableList.builder();
            for (Future<T> each : made) {
                all.add(await(each, () -> report(reached, epochs, progress)));
            }
            return all.build();
        } finally {
            pool.shutdownNow();
        }
    }

    private static void report(AtomicIntegerArray reached, int epochs, RenderProgress progress) {
        long sum = 0;
        for (int i = 0; i < reached.length(); i++) {
            sum += reached.get(i);
        }
        progress.trained((int) (sum / reached.length()), epochs);
    }

    private static <T> T await(Future<T> made, Runnable meanwhile) {
        while (true) {
            try {
                return made.get(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                meanwhile.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RenderInterruptedException();
            } catch (ExecutionException e) {
                Throwables.throwIfUnchecked(e.getCause());
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
