package org.epochreel.data;

/** The function that generated points follow, in strict double arithmetic and in the order that its formula shows. */
public sealed interface Target {

    /** The value at {@code x}; may be NaN or infinite where the formula has none. */
    double at(double x);

    /** {@code a*x + b} */
    record Linear(double a, double b) implements Target {
        @Override
        public double at(double x) {
            return a * x + b;
        }
    }

    /** {@code a*x*x + b*x + c} */
    record Quadratic(double a, double b, double c) implements Target {
        @Override
        public double at(double x) {
            return a * x * x + b * x + c;
        }
    }

    /** {@code a*sin(b*x + c) + d} */
    record Sinusoidal(double a, double b, double c, double d) implements Target {
        @Override
        public double at(double x) {
            return a * StrictMath.sin(b * x + c) + d;
        }
    }

    /** A formula of x. */
    record Formula(Expression expression) implements Target {
        @Override
        public double at(double x) {
            return expression.at(x);
        }
    }
}
