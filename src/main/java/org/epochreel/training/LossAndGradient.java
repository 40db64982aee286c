package org.epochreel.training;

import org.epochreel.network.Decision;
import org.epochreel.network.Model;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.training.loss.LossFunction;

/**
 * Loss and gradient over any number of samples, in blocks small enough that a block's activations stay in the
 * processor's cache. A sum over samples adds up each block first, then the blocks in order; the block's size is
 * therefore part of the result, and fixed. Several threads compute blocks side by side, and one adds them up, so that
 * their number is not part of the result.
 */
final class LossAndGradient {
    private static final int BLOCK = 256;

    /** Parameters times samples from which on it is worth while to wake other threads. */
    private static final long WORTH_SHARING = 200_000;

    /** Most blocks and numbers that are kept until they are added up. */
    private static final int MOST_KEPT = 64;

    private static final int MOST_NUMBERS_KEPT = 1 << 21;

    private final Crew crew;
    private final LossFunction lossFunction;
    private final Member[] members;
    private final boolean shares;
    private final double[] blockLosses;
    private final int[] blockRight;
    private final double[][] blockGradients;
    private final Crew.Work lossOfBlock = this::lossOfBlock;
    private final Crew.Work gradientOfBlock = this::gradientOfBlock;

    // What the blocks of the present sum are made of.
    private double[] parameters;
    private Rows rows;
    private int from;
    private int count;
    private int firstBlock;
    private int right;

    /**
     * Prepares.
     *
     * @param maxSamples most samples of which a loss will be asked at a time
     * @param crew the threads that may share it
     */
    LossAndGradient(Model model, Loss loss, int maxSamples, Crew crew) {
        this.crew = crew;
        int most = Math.min(BLOCK, maxSamples);
        this.lossFunction = LossFunction.of(loss, model.outputs(), most);
        int blocks = (maxSamples + BLOCK - 1) / BLOCK;
        this.shares = crew.size() > 1 && blocks > 1
                && (long) model.parameterCount() * maxSamples >= WORTH_SHARING;
        this.members = new Member[shares ? crew.size() : 1];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member(model, i == 0 ? lossFunction : LossFunction.of(loss, model.outputs(), most), most);
        }
        int kept = 1;
        if (shares) {
            int affordable = Math.min(MOST_KEPT, MOST_NUMBERS_KEPT / model.parameterCount());
            kept = Math.min(blocks, Math.max(2 * crew.size(), affordable));
        }
        this.blockLosses = new double[kept];
        this.blockRight = new int[kept];
        this.blockGradients = new double[kept][model.parameterCount()];
    }

    /** The loss at {@code parameters} over all rows. */
    double loss(double[] parameters, Rows rows) {
        begin(parameters, rows, 0, rows.count());
        double sum = 0;
        for (int blocks = compute(lossOfBlock); blocks > 0; blocks = compute(lossOfBlock)) {
            for (int b = 0; b < blocks; b++) {
                sum += blockLosses[b];
                right += blockRight[b];
            }
        }
        return lossFunction.loss(sum, rows.count());
    }

    /**
     * The loss at {@code parameters} over {@code count} rows from {@code from} on; also writes its derivative by the
     * parameters into {@code gradient}.
     */
    double lossAndGradient(double[] parameters, Rows rows, int from, int count, double[] gradient) {
        begin(parameters, rows, from, count);
        double sum = 0;
        boolean first = true;
        for (int blocks = compute(gradientOfBlock); blocks > 0; blocks = compute(gradientOfBlock)) {
            for (int b = 0; b < blocks; b++) {
                sum += blockLosses[b];
                right += blockRight[b];
                if (first) {
                    System.arraycopy(blockGradients[b], 0, gradient, 0, gradient.length);
                    first = false;
                } else {
                    add(blockGradients[b], gradient);
                }
            }
        }
        return lossFunction.loss(sum, count);
    }

    private static void add(double[] blockGradient, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = gradient[i] + blockGradient[i];
        }
    }

    private void begin(double[] parameters, Rows rows, int from, int count) {
        this.parameters = parameters;
        this.rows = rows;
        this.from = from;
        this.count = count;
        this.firstBlock = 0;
        this.right = 0;
    }

    /** Share of the rows of the latest loss whose class was said right; NaN where they have none. */
    double accuracy() {
        return rows.hasClasses() ? (double) right / count : Double.NaN;
    }

    /** Computes as many of the next blocks as are kept, and tells how many these are. */
    private int compute(Crew.Work work) {
        int left = (count + BLOCK - 1) / BLOCK - firstBlock;
        int blocks = Math.min(left, blockLosses.length);
        if (shares && blocks > 1) {
            crew.share(work, blocks);
        } else {
            for (int b = 0; b < blocks; b++) {
                work.block(0, b);
            }
        }
        firstBlock += blocks;
        return blocks;
    }

    private void lossOfBlock(int member, int block) {
        blockLosses[block] = members[member].loss(firstSample(block), samples(block));
        blockRight[block] = members[member].right(firstSample(block), samples(block));
    }

    private void gradientOfBlock(int member, int block) {
        blockLosses[block] = members[member].loss(firstSample(block), samples(block));
        blockRight[block] = members[member].right(firstSample(block), samples(block));
        members[member].gradient(firstSample(block), samples(block), blockGradients[block]);
    }

    private int firstSample(int block) {
        return from + (firstBlock + block) * BLOCK;
    }

    private int samples(int block) {
        return Math.min(BLOCK, count - (firstBlock + block) * BLOCK);
    }

    /** What a thread needs of its own. */
    private final class Member {
        private final LossFunction function;
        private final Model.Evaluator evaluator;
        private final double[][] derivative;

        Member(Model model, LossFunction function, int maxSamples) {
            this.function = function;
            this.evaluator = model.evaluator(maxSamples);
            this.derivative = new double[model.outputs()][maxSamples];
        }

        double loss(int first, int samples) {
            evaluator.forward(parameters, rows.inputs(), first, samples);
            return function.sum(predicted(), rows.targets(), first, samples);
        }

        int right(int first, int samples) {
            if (!rows.hasClasses()) {
                return 0;
            }
            int right = 0;
            for (int s = 0; s < samples; s++) {
                if (Decision.of(evaluator.sums(), s) == rows.classes()[first + s]) {
                    right++;
                }
            }
            return right;
        }

        void gradient(int first, int samples, double[] gradient) {
            function.derivative(predicted(), rows.targets(), first, samples, count, derivative);
            if (function.ofSums()) {
                evaluator.gradientBySums(parameters, derivative, gradient);
            } else {
                evaluator.gradient(parameters, derivative, gradient);
            }
        }

        private double[][] predicted() {
            return function.ofSums() ? evaluator.sums() : evaluator.outputs();
        }
    }
}
