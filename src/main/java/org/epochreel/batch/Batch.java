package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.epochreel.files.OutputException;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.render.train.RenderInterruptedException;

/**
 * Renders many scenes, several at a time, together with any other process that does the same in the same output directory.
 * A scene that fails stops no other; a scene that another process has claimed is looked at again until it is there, or
 * until the claim may be taken over.
 */
public final class Batch {

    /** How often a scene that another process has claimed is looked at. */
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private static final long REPORT_MILLIS = 1000;
    private static final long REFRESH_SECONDS = 10;
    private static final int CLEAN_UP_SECONDS = 15;

    private final ImmutableList<Job> jobs;
    private final int atOnce;
    private final BatchListener listener;
    private final Optional<BatchReport> report;
    private final JobRunner runner;
    private final List<Entry> entries = new ArrayList<>();
    private final CountDownLatch unfinished;
    private boolean changedSinceReport = true;

    /**
     * @param jobs in the order in which they are begun and reported
     * @param atOnce how many are rendered at a time, at least 1
     * @param output the directory of all outputs; the logs go there, too
     * @param report the file that reports, such as {@code batch.json}, if one is wanted
     * @param shard which part of a larger whole the jobs are, for the report
     * @param force whether what is there already is rendered again
     */
    public Batch(ImmutableList<Job> jobs, Rendering rendering, int atOnce, Path output, Optional<Path> report, Shard shard,
            boolean force, Clock clock, BatchListener listener) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("a batch of " + atOnce + " jobs at a time does nothing");
        }
        this.jobs = jobs;
        this.atOnce = atOnce;
        this.listener = listener;
        this.report = report.map(file -> new BatchReport(file, output, shard, clock));
        Claims claims = new Claims(ProcessIdentity.current(), clock, Claims.PATIENCE);
        this.runner = new JobRunner(rendering, force, output, claims, clock, listener);
        this.unfinished = new CountDownLatch(jobs.size());
        jobs.forEach(job -> entries.add(Entry.waiting(job)));
    }

    /**
     * Works until every job is done or nothing more can be written.
     *
     * @return an entry for each job; one that is still waiting was not tried since the output directory is full, or nobody listens
     * @throws RenderInterruptedException if the thread is interrupted; then claims and temporary files are given back
     */
    public ImmutableList<Entry> run() {
        sweep();
        ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(atOnce);
        ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor();
        try {
            housekeeping.scheduleWithFixedDelay(
                    () -> runner.refreshClaims(), REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
            housekeeping.scheduleWithFixedDelay(() -> report(false), 0, REPORT_MILLIS, TimeUnit.MILLISECONDS);
            for (int i = 0; i < jobs.size(); i++) {
                int index = i;
                workers.execute(() -> work(index, workers));
            }
            unfinished.await();
        } catch (InterruptedException e) {
            workers.shutdownNow();
            awaitEnd(workers);
            throw new RenderInterruptedException();
        } finally {
            workers.shutdownNow();
            housekeeping.shutdown();
            awaitEnd(housekeeping);
            changedSinceReport = true;
            report(true);
        }
        return snapshot();
    }

    private static void awaitEnd(ScheduledExecutorService threads) {
        try {
            threads.awaitTermination(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        Set<Path> directories = new LinkedHashSet<>();
        jobs.forEach(job -> directories.add(job.target().directory()));
        for (Path directory : directories) {
            try {
                runner.sweep(directory);
            } catch (IOException e) {
                listener.warn("what dead runs left in " + directory + " could not be removed: " + e);
            }
        }
    }

    private void work(int index, ScheduledThreadPoolExecutor workers) {
        if (runner.outputIsFull() || listener.isOver()) {
            unfinished.countDown();
            return;
        }
        Entry entry;
        try {
            entry = runner.run(jobs.get(index), now -> set(index, now), listener.progress(index));
        } catch (RenderInterruptedException e) {
            set(index, Entry.waiting(jobs.get(index)));
            return;
        }
        set(index, entry);
        if (entry.state().isEnd()) {
            unfinished.countDown();
        } else if (!workers.isShutdown()) {
            workers.schedule(() -> work(index, workers), LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void set(int index, Entry entry) {
        if (!entries.get(index).equals(entry)) {
            entries.set(index, entry);
            changedSinceReport = true;
            listener.changed(index, entry);
        }
    }

    private synchronized ImmutableList<Entry> snapshot() {
        return ImmutableList.copyOf(entries);
    }

    private void report(boolean ended) {
        synchronized (this) {
            if (!changedSinceReport) {
                return;
            }
            changedSinceReport = false;
        }
        try {
            if (report.isPresent()) {
                report.get().write(snapshot(), ended);
            }
        } catch (OutputException e) {
            listener.warn(e.getMessage());
        }
    }
}
