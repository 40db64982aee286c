package org.epochreel.render.train;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a run at evenly spaced epochs, in bounded memory: when there are too many, every second one is let go
 * and the spacing doubles.
 */
public final class ParameterHistory {

    /** Numbers kept at the most, 32 MiB of them, but never fewer than {@link #FEWEST} epochs. */
    private static final int MAX_NUMBERS = 4 << 20;

    private static final int FEWEST = 64;

    private final int capacity;
    private final List<double[]> kept = new ArrayList<>();
    private int spacing = 1;
    private double[] latest;
    private int latestEpoch = -1;

    ParameterHistory(int parameterCount) {
        capacity = Math.max(FEWEST, MAX_NUMBERS / parameterCount);
        latest = new double[parameterCount];
    }

    /** Takes a copy of the parameters of the next epoch. */
    void add(int epoch, double[] parameters) {
        if (epoch != latestEpoch + 1) {
            throw new IllegalStateException("epoch " + epoch + " follows epoch " + latestEpoch);
        }
        latestEpoch = epoch;
        System.arraycopy(parameters, 0, latest, 0, parameters.length);
        if (epoch % spacing != 0) {
            return;
        }
        if (kept.size() == capacity) {
            for (int i = 1; 2 * i < kept.size(); i++) {
                kept.set(i, kept.get(2 * i));
            }
            kept.subList((kept.size() + 1) / 2, kept.size()).clear();
            spacing *= 2;
            if (epoch % spacing != 0) {
                return;
            }
        }
        kept.add(parameters.clone());
    }

    /** Whether the parameters of every epoch are here. */
    public boolean isComplete() {
        return spacing == 1;
    }

    /** Epochs from one that is kept to the next; the last one of all may be nearer. */
    public int spacing() {
        return spacing;
    }

    /** The parameters at {@code epoch}, which must be complete or the last; not to be changed. */
    double[] at(int epoch) {
        if (epoch == latestEpoch) {
            return latest;
        }
        if (!isComplete()) {
            throw new IllegalStateException("the parameters of epoch " + epoch + " were not kept");
        }
        return kept.get(epoch);
    }

    /** The parameters at epoch 0; not to be changed. */
    public double[] first() {
        return kept.get(0);
    }

    /** The kept parameters in the order of their epochs, the last epoch's included; not to be changed. */
    public List<double[]> samples() {
        if (latestEpoch % spacing == 0) {
            return List.copyOf(kept);
        }
        List<double[]> samples = new ArrayList<>(kept);
        samples.add(latest);
        return List.copyOf(samples);
    }
}
