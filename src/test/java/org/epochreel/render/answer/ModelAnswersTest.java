package org.epochreel.render.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Classes;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.DataSet;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Model;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;

class ModelAnswersTest {

    private static final Model LINE = new Perceptron(new Architecture(
            2, ImmutableList.of(1), ImmutableList.of(Activation.IDENTITY), 1, Output.SIGMOID, true));
    private static final DataSet POINTS = new DataSet(Samples.labelled(
            Matrix.ofColumns(new double[][] {{-1, 0, 2}, {0, 1, 3}}),
            new Labels(ImmutableList.of("a", "b"), ImmutableIntArray.of(0, 1, 1))), Optional.empty());

    /** Parameters with which the sum is {@code a x1 + b x2 + c}. */
    private static double[] line(double a, double b, double c) {
        return new double[] {a, b, c, 1, 0};
    }

    @Test
    void looksAtAPlaneAtTheCentresOfCellsFromTheTopOn() {
        Wanted.Plane plane = new Wanted.Plane(new Range(0, 4), new Range(0, 2), 4, 2, Wanted.Numbers.SUMS, 0);

        Rows sums = ModelAnswers.once(LINE, POINTS, ImmutableSet.of(plane), ImmutableDoubleArray.copyOf(line(1, 10, 0))).to(plane);

        assertEquals(15.5, sums.at(0, 0), 1e-12);
        assertEquals(18.5, sums.at(0, 3), 1e-12);
        assertEquals(5.5, sums.at(0, 4), 1e-12);
    }

    @Test
    void tellsProbabilitiesOrSumsOfPoints() {
        Wanted.AtPoints sums = new Wanted.AtPoints(Wanted.Points.TRAIN, Wanted.Numbers.SUMS);
        Wanted.AtPoints outputs = new Wanted.AtPoints(Wanted.Points.TRAIN, Wanted.Numbers.OUTPUTS);

        Answers answers = ModelAnswers.once(LINE, POINTS, ImmutableSet.of(sums, outputs), ImmutableDoubleArray.copyOf(line(1, 2, 1)));

        assertEquals(9, answers.to(sums).at(0, 2), 1e-12);
        assertEquals(1 / (1 + StrictMath.exp(-9)), answers.to(outputs).at(0, 2), 1e-12);
    }

    @Test
    void saysForHowManyFramesAPointHasHadItsClass() {
        Wanted.ClassesOf classes = new Wanted.ClassesOf(Wanted.Points.TRAIN);
        ModelAnswers answers = new ModelAnswers(LINE, POINTS, ImmutableSet.of(classes));

        answers.advance(line(1, 0, 0), 0);
        assertEquals(new Classes(ImmutableIntArray.of(0, 0, 1), ImmutableIntArray.of(0, 0, 1),
                ImmutableIntArray.of(Classes.OLD, Classes.OLD, Classes.OLD)), answers.at(3).to(classes));
        answers.advance(line(1, 0, 0.5), 10);
        answers.advance(line(1, 0, 0.6), 12);

        assertEquals(new Classes(ImmutableIntArray.of(0, 1, 1), ImmutableIntArray.of(0, 0, 1),
                ImmutableIntArray.of(Classes.OLD, 5, Classes.OLD)), answers.at(15).to(classes));
    }

    @Test
    void aFrameThatShowsTheSameMomentHasTheSameAnswer() {
        Wanted.Parameters all = new Wanted.Parameters();
        ModelAnswers answers = new ModelAnswers(LINE, POINTS, ImmutableSet.of(all));
        answers.advance(line(1, 2, 3), 0);

        assertSame(answers.at(0).to(all), answers.at(1).to(all));
    }

    @Test
    void aMissingTestSetHasNoRows() {
        Wanted.AtPoints test = new Wanted.AtPoints(Wanted.Points.TEST, Wanted.Numbers.OUTPUTS);

        assertEquals(0, ModelAnswers.once(LINE, POINTS, ImmutableSet.of(test), ImmutableDoubleArray.copyOf(line(1, 2, 3)))
                .to(test).count());
    }

    @Test
    void looksIntoTheLastHiddenLayer() {
        Model deep = new Perceptron(new Architecture(2, ImmutableList.of(2), ImmutableList.of(Activation.IDENTITY),
                1, Output.SIGMOID, true));
        Wanted.LastHidden hidden = new Wanted.LastHidden(Wanted.Points.TRAIN);

        Rows rows = ModelAnswers.once(deep, POINTS, ImmutableSet.of(hidden),
                ImmutableDoubleArray.of(1, 0, 0, 1, 5, 6, 1, 1, 0)).to(hidden);

        assertEquals(7, rows.at(0, 2), 1e-12);
        assertEquals(9, rows.at(1, 2), 1e-12);
    }

    @Test
    void whatWasNotAskedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Answers.NONE.to(new Wanted.Parameters()));
    }
}
