package org.epochreel.training;

/**
 * L-BFGS after Nocedal and Wright, "Numerical Optimization" (2006), algorithms 7.4 and 7.5, on the full batch; an
 * update is one accepted step. The first matrix is {@code s.y / y.y}; the first trial step is {@code min(1, 1/|g|_1)},
 * later ones are 1, as in PyTorch's {@code torch.optim.LBFGS} with its line search by the strong Wolfe conditions.
 */
final class Lbfgs implements Pass {
    /** Steps whose curvature is below rounding say nothing. */
    private static final double LEAST_CURVATURE = 0x1p-52;

    private final Rows rows;
    private final LossAndGradient lossAndGradient;
    private final Penalties penalties;
    private final double[] gradient;
    private final double[] last;
    private final double[] direction;
    private final double[][] steps;
    private final double[][] changes;
    private final double[] curvature;
    private final double[] shares;
    private final LineSearch search;
    private int remembered;
    private int newest = -1;
    private double loss;
    private double accuracy;
    private double used;
    private boolean evaluated;
    private boolean converged;

    Lbfgs(int history, Rows rows, LossAndGradient lossAndGradient, Penalties penalties, int parameterCount) {
        this.rows = rows;
        this.lossAndGradient = lossAndGradient;
        this.penalties = penalties;
        this.gradient = new double[parameterCount];
        this.last = new double[parameterCount];
        this.direction = new double[parameterCount];
        this.steps = new double[history][parameterCount];
        this.changes = new double[history][parameterCount];
        this.curvature = new double[history];
        this.shares = new double[history];
        this.search = new LineSearch(this::evaluate, parameterCount);
    }

    private double evaluate(double[] parameters, double[] derivative) {
        loss = lossAndGradient.lossAndGradient(parameters, rows, 0, rows.count(), derivative);
        accuracy = lossAndGradient.accuracy();
        penalties.addTo(derivative, parameters);
        return loss + penalties.of(parameters);
    }

    @Override
    public double loss(double[] parameters) {
        if (!evaluated) {
            evaluate(parameters, gradient);
            evaluated = true;
        }
        return loss;
    }

    @Override
    public double accuracy() {
        return accuracy;
    }

    @Override
    public double used(double rate) {
        return used;
    }

    @Override
    public boolean isConverged() {
        return converged;
    }

    @Override
    public double[] update(double[] parameters, double rate) {
        double here = loss + penalties.of(parameters);
        System.arraycopy(gradient, 0, last, 0, last.length);
        aim();
        boolean found = search(parameters, here);
        if (!found && remembered > 0) {
            remembered = 0;
            aim();
            found = search(parameters, here);
        }
        converged = !found;
        if (found) {
            remember();
        }
        return last;
    }

    private boolean search(double[] parameters, double here) {
        double slope = dot(last, direction);
        double trial = remembered > 0 ? 1 : Math.min(1, 1 / sumOfMagnitudes(last));
        if (!(slope < 0) || !search.find(parameters, here, slope, direction, trial)) {
            return false;
        }
        used = search.step();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameters[i] + used * direction[i];
        }
        if (search.endsAtLastTrial()) {
            System.arraycopy(search.derivative(), 0, gradient, 0, gradient.length);
        } else {
            evaluate(parameters, gradient);
        }
        return true;
    }

    /** The two-loop recursion. */
    private void aim() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -last[i];
        }
        for (int age = 0; age < remembered; age++) {
            int k = Math.floorMod(newest - age, steps.length);
            shares[k] = dot(steps[k], direction) / curvature[k];
            add(-shares[k], changes[k]);
        }
        if (remembered > 0) {
            double scale = curvature[newest] / dot(changes[newest], changes[newest]);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = direction[i] * scale;
            }
        }
        for (int age = remembered - 1; age >= 0; age--) {
            int k = Math.floorMod(newest - age, steps.length);
            add(shares[k] - dot(changes[k], direction) / curvature[k], steps[k]);
        }
    }

    private void remember() {
        int next = (newest + 1) % steps.length;
        double[] step = steps[next];
        double[] change = changes[next];
        boolean replaces = remembered == steps.length;
        for (int i = 0; i < step.length; i++) {
            step[i] = used * direction[i];
            change[i] = gradient[i] - last[i];
        }
        double product = dot(step, change);
        if (product > LEAST_CURVATURE * dot(change, change)) {
            curvature[next] = product;
            newest = next;
            remembered = Math.min(remembered + 1, steps.length);
        } else if (replaces) {
            // The oldest pair has been written over.
            remembered--;
        }
    }

    private void add(double factor, double[] vector) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = direction[i] + factor * vector[i];
        }
    }

    private static double sumOfMagnitudes(double[] vector) {
        double sum = 0;
        for (double component : vector) {
            sum += Math.abs(component);
        }
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
