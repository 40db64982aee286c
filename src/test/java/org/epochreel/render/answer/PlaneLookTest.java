package org.epochreel.render.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Model;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.network.Probe;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneLookTest {

    private static final double TOLERANCE = 0.002;
    private static final int COLUMNS = 203;
    private static final int ROWS = 101;

    private static Wanted.Plane plane(Wanted.Numbers numbers) {
        return new Wanted.Plane(new Range(-2, 2.5), new Range(-1, 1.5), COLUMNS, ROWS, numbers, TOLERANCE);
    }

    private static Model network(Activation activation, int outputs, Output output) {
        return new Perceptron(new Architecture(2, ImmutableList.of(16, 16), ImmutableList.of(activation, activation),
                outputs, output, true));
    }

    private static double[] parameters(Model model, long seed, double size) {
        Random random = new Random(seed);
        double[] parameters = new double[model.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = size * random.nextGaussian();
        }
        return parameters;
    }

    private static double[][] exactly(Model model, double[] parameters, Wanted.Plane plane) {
        double[][] inputs = new double[2][COLUMNS * ROWS];
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            inputs[0][i] = -2 + 4.5 * (i % COLUMNS + 0.5) / COLUMNS;
            inputs[1][i] = 1.5 - 2.5 * (i / COLUMNS + 0.5) / ROWS;
        }
        double[][] rows = new double[model.outputs()][COLUMNS * ROWS];
        new Probe(model, inputs).look(parameters, plane.numbers() == Wanted.Numbers.SUMS, 0, COLUMNS * ROWS, rows);
        return rows;
    }

    private static double probability(double[][] sums, int of, int cell) {
        if (sums.length == 1) {
            return 1 / (1 + StrictMath.exp(-sums[0][cell]));
        }
        double total = 0;
        for (double[] sum : sums) {
            total += StrictMath.exp(sum[cell] - sums[of][cell]);
        }
        return 1 / total;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void noProbabilityIsFurtherOffThanAllowed(Activation activation) {
        for (int classes : new int[] {1, 2, 3, 7}) {
            Model model = network(activation, classes, classes == 1 ? Output.SIGMOID : Output.SOFTMAX);
            Wanted.Plane plane = plane(Wanted.Numbers.SUMS);
            PlaneLook look = new PlaneLook(model, plane);
            for (int seed = 0; seed < 12; seed++) {
                double[] parameters = parameters(model, seed, 0.3 * (1 + seed % 4));
                double[][] exact = exactly(model, parameters, plane);
                Rows found = look.at(parameters);
                for (int of = 0; of < classes; of++) {
                    for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
                        assertEquals(probability(exact, of, cell), probability(found.all(), of, cell), TOLERANCE,
                                activation + ", " + classes + " classes, seed " + seed + ", cell " + cell);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noValueIsFurtherOffThanAllowed(long seed) {
        Model model = network(Activation.TANH, 1, Output.IDENTITY);
        Wanted.Plane plane = plane(Wanted.Numbers.OUTPUTS);
        double[] parameters = parameters(model, seed, 0.8);
        double[][] exact = exactly(model, parameters, plane);

        Rows found = new PlaneLook(model, plane).at(parameters);

        for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
            assertEquals(exact[0][cell], found.at(0, cell), TOLERANCE, "cell " + cell);
        }
    }

    @Test
    void asksASmoothModelAtFewPlaces() {
        Model model = network(Activation.TANH, 1, Output.SIGMOID);
        PlaneLook look = new PlaneLook(model, plane(Wanted.Numbers.SUMS));
        look.at(parameters(model, 5, 0.3));

        assertEquals(0, look.asked());
    }

    @Test
    void anAnswerDoesNotDependOnTheOneBefore() {
        Model model = network(Activation.SIN, 3, Output.SOFTMAX);
        PlaneLook look = new PlaneLook(model, plane(Wanted.Numbers.SUMS));
        look.at(parameters(model, 1, 1.5));
        Rows after = look.at(parameters(model, 2, 0.9));
        Rows alone = new PlaneLook(model, plane(Wanted.Numbers.SUMS)).at(parameters(model, 2, 0.9));

        for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
            for (int of = 0; of < 3; of++) {
                assertEquals(alone.at(of, cell), after.at(of, cell), 0.0);
            }
        }
    }
}
