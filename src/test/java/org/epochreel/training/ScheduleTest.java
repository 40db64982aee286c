package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.epochreel.run.RateSwitch;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @Test
    void rateStaysWithoutCutoffs() {
        Schedule schedule = new Schedule(plain().spec());
        schedule.ask(0, losses(1, 2));
        assertEquals(1, schedule.rateAfter(0));
        assertEquals(List.of(), schedule.changes());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "254, 1, 1", "255, 1, 1"})
    void rateOfAnEpochsCutoffIsUsedFromTheFollowingUpdateOn(int at, double before, double first) {
        Schedule schedule = new Schedule(plain().cutoff(new Condition.AtEpoch(at), 7).spec());
        MetricsRecorder metrics = losses();
        for (int epoch = 0; epoch <= 300; epoch++) {
            metrics.add(0, 1, Double.NaN, 0, 0);
            schedule.ask(epoch, metrics);
            assertEquals(epoch < at ? before : 7, schedule.rateAfter(epoch));
        }
        assertEquals(List.of(new RateSwitch(at, first, 7)), schedule.changes());
    }

    @Test
    void cutoffsFireOnceEachInAnyOrder() {
        Schedule schedule = new Schedule(plain()
                .cutoff(new Condition.AtEpoch(4), 4)
                .cutoff(new Condition.LossBelow(3), 30)
                .cutoff(new Condition.AtEpoch(1), 10)
                .spec());
        double[] losses = {5, 4, 2, 5, 2, 1};
        double[] rates = {1, 10, 30, 30, 4, 4};
        MetricsRecorder metrics = losses();
        for (int epoch = 0; epoch < losses.length; epoch++) {
            metrics.add(0, losses[epoch], Double.NaN, 0, 0);
            schedule.ask(epoch, metrics);
            assertEquals(rates[epoch], schedule.rateAfter(epoch), "after epoch " + epoch);
        }
        assertEquals(
                List.of(new RateSwitch(1, 1, 10), new RateSwitch(2, 10, 30), new RateSwitch(4, 30, 4)),
                schedule.changes());
    }

    @Test
    void lastListedPrevailsAmongThoseOfOneEpoch() {
        Schedule schedule = new Schedule(plain()
                .cutoff(new Condition.AtEpoch(0), 2)
                .cutoff(new Condition.LossBelow(9), 3)
                .spec());
        schedule.ask(0, losses(1));
        assertEquals(3, schedule.rateAfter(0));
        assertEquals(List.of(new RateSwitch(0, 1, 2), new RateSwitch(0, 2, 3)), schedule.changes());
    }

    @Test
    void plateauLooksBackItsSpanAndNotBeforeItsEpoch() {
        Trigger trigger = Trigger.of(new Condition.LossChangeBelow(0.5, 2, 3));
        MetricsRecorder metrics = losses(1, 1, 1, 1, 2, 1.6, 1.5);
        boolean[] expected = {false, false, false, true, false, false, false};
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertEquals(expected[epoch], trigger.holds(epoch, metrics), "at epoch " + epoch);
        }
        Trigger early = Trigger.of(new Condition.LossChangeBelow(0.5, 2, 0));
        assertEquals(false, early.holds(1, metrics));
        assertEquals(true, early.holds(2, metrics));
    }

    @Test
    void angleIsThatOfTheLastTwoGradients() {
        Trigger trigger = Trigger.of(new Condition.AngleAbove(90));
        MetricsRecorder metrics = losses();
        double[] angles = {Double.NaN, Double.NaN, 90, 90.5};
        for (double angle : angles) {
            metrics.add(0, 1, Double.NaN, 0, angle);
        }
        assertEquals(false, trigger.holds(1, metrics));
        assertEquals(false, trigger.holds(2, metrics));
        assertEquals(true, trigger.holds(3, metrics));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 1", "10, 0.5", "19, 0.5", "20, 0.25", "1000, 7.888609052210118e-31"})
    void exponentialDecayStepsEverySoManyEpochs(int epoch, double rate) {
        Schedule schedule = new Schedule(plain().decay(new Decay.Exponential(0.5, 10)).spec());
        assertEquals(rate, schedule.rateAfter(epoch), 1e-15 * rate);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1", "25, 0.868198051533946", "50, 0.55", "99, 0.10022204783542078", "100, 0.1", "101, 0.1", "500, 0.1"
    })
    void cosineDecayEndsAtItsLastRateAndStays(int epoch, double rate) {
        Schedule schedule = new Schedule(plain().decay(new Decay.Cosine(0.1, 100)).spec());
        assertEquals(rate, schedule.rateAfter(epoch), 1e-14);
    }

    private static Specs plain() {
        return Specs.descent(Loss.MSE, 1, 1000);
    }

    private static MetricsRecorder losses(double... losses) {
        MetricsRecorder metrics = new MetricsRecorder(1000);
        for (double loss : losses) {
            metrics.add(0, loss, Double.NaN, 0, Double.NaN);
        }
        return metrics;
    }
}
