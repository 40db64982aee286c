package org.epochreel.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share the blocks of one sum after another. Whoever is free claims the next block, the caller too, so
 * that a thread that is put to sleep delays one block only. A thread without work spins for some microseconds, in which
 * the next sum usually comes, and then parks: on busy cores pure spinning would wait for whole time slices.
 *
 * <p>Which thread computes a block cannot be told from its result; what is made of the blocks' results is the caller's,
 * in an order of its own.
 */
final class Crew implements AutoCloseable {
    private static final long SPIN_NANOS = 10_000;

    /** One block's work. */
    interface Work {

        /**
         * Computes one block.
         *
         * @param member number of the thread, from 0, the caller's
         */
        void block(int member, int block);
    }

    private final Helper[] helpers;

    // The number of blocks above the next one to be claimed. Whoever takes a claim from it below the number knows that
    // the sum is still open, and that what belongs to it does not change before that block is done.
    private final AtomicLong claims = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Work work;
    private volatile Thread waiting;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** @param threads at least 1, the caller's included */
    Crew(int threads) {
        this.helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].start();
        }
    }

    int size() {
        return helpers.length + 1;
    }

    /**
     * Computes blocks 0 to {@code blocks - 1} and returns when all are done.
     *
     * @throws IllegalStateException if one of them failed, with the reason as its cause
     */
    void share(Work shared, int blocks) {
        done.set(0);
        work = shared;
        claims.set((long) blocks << Integer.SIZE);
        for (Helper helper : helpers) {
            helper.wake();
        }
        workOn(0);
        waitFor(blocks);
        if (failure != null) {
            throw new IllegalStateException("a block could not be computed", failure);
        }
    }

    private void workOn(int member) {
        while (true) {
            long claim = claims.getAndIncrement();
            int block = (int) claim;
            int blocks = (int) (claim >>> Integer.SIZE);
            if (block >= blocks) {
                return;
            }
            try {
                work.block(member, block);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            if (done.incrementAndGet() == blocks) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private boolean isOpen() {
        long claim = claims.get();
        return (int) claim < (int) (claim >>> Integer.SIZE);
    }

    private void waitFor(int blocks) {
        long start = System.nanoTime();
        while (done.get() < blocks) {
            if (System.nanoTime() - start < SPIN_NANOS) {
                Thread.onSpinWait();
                continue;
            }
            waiting = Thread.currentThread();
            while (done.get() < blocks) {
                LockSupport.park(this);
            }
            waiting = null;
        }
    }

    /** Sends the helpers home; they end when they have done what they are at. */
    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private final class Helper extends Thread {
        private final int member;
        private volatile boolean parked;

        Helper(int member) {
            super("training " + member);
            this.member = member;
            setDaemon(true);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            while (!closed) {
                workOn(member);
                waitForWork();
            }
        }

        private void waitForWork() {
            long start = System.nanoTime();
            while (!isOpen() && !closed && System.nanoTime() - start < SPIN_NANOS) {
                Thread.onSpinWait();
            }
            parked = true;
            while (!isOpen() && !closed) {
                LockSupport.park(Crew.this);
            }
            parked = false;
        }
    }
}
