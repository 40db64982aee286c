package org.epochreel.render.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;

/**
 * Answers the same wishes at one training frame after the other. An answer is a function of the parameters alone, but
 * for the age of classes. For one thread at a time.
 */
public final class ModelAnswers {

    private final Model model;
    private final DataSet data;
    private final ImmutableList<Answering<?>> all;
    private final double[] parameters;

    /** @param data in the units in which the model takes its inputs */
    public ModelAnswers(Model model, DataSet data, ImmutableSet<Wanted<?>> wanted) {
        this.model = model;
        this.data = data;
        this.all = wanted.stream().<Answering<?>>map(this::answering).collect(ImmutableList.toImmutableList());
        this.parameters = new double[model.parameterCount()];
    }

    /** What answers a wish. */
    interface Source<A> {

        /**
         * Hears of every training frame, also of those that nobody asks about.
         *
         * @param frame of the film that shows it first, later than the one before
         */
        default void advance(double[] parameters, int frame) {}

        /** The answer at a frame of the film that shows the parameters that were heard of last. */
        A at(double[] parameters, int frame);
    }

    private record Answering<A>(Wanted<A> wanted, Source<A> source) {

        void put(Answers.Builder answers, double[] parameters, int frame) {
            answers.put(wanted, source.at(parameters, frame));
        }
    }

    /** A source that looks at each set of parameters once, when it is first asked. */
    private static final class Remembered<A> implements Source<A> {

        private final Function<double[], A> function;
        private A answer;

        Remembered(Function<double[], A> function) {
            this.function = function;
        }

        @Override
        public void advance(double[] parameters, int frame) {
            answer = null;
        }

        @Override
        public A at(double[] parameters, int frame) {
            if (answer == null) {
                answer = function.apply(parameters);
            }
            return answer;
        }
    }

    /**
     * Goes on to the next training frame.
     *
     * @param next its parameters
     * @param frame of the film that shows it first, later than the one before
     */
    public void advance(double[] next, int frame) {
        if (!all.isEmpty()) {
            System.arraycopy(next, 0, parameters, 0, parameters.length);
            all.forEach(answering -> answering.source.advance(parameters, frame));
        }
    }

    /** The answers for a frame of the film that shows the training frame. */
    public Answers at(int frame) {
        if (all.isEmpty()) {
            return Answers.NONE;
        }
        Answers.Builder answers = Answers.builder();
        all.forEach(answering -> answering.put(answers, parameters, frame));
        return answers.build();
    }

    /** The answers with {@code parameters}, without a film. */
    public static Answers once(
            Model model, DataSet data, ImmutableSet<Wanted<?>> wanted, ImmutableDoubleArray parameters) {
        ModelAnswers answers = new ModelAnswers(model, data, wanted);
        answers.advance(parameters.toArray(), 0);
        return answers.at(0);
    }

    private Answering<?> answering(Wanted<?> wanted) {
        if (wanted instanceof Wanted.Plane plane) {
            return new Answering<>(plane, new Remembered<>(new PlaneLook(model, plane)::at));
        }
        if (wanted instanceof Wanted.AtPoints at) {
            return new Answering<>(at, rows(at.points(), model.outputs(), probe ->
                    at.numbers() == Wanted.Numbers.SUMS ? probe::sums : probe::outputs));
        }
        if (wanted instanceof Wanted.LastHidden hidden) {
            int last = model.hidden().size() - 1;
            return new Answering<>(hidden, rows(hidden.points(), model.neurons(), probe ->
                    (parameters, rows) -> probe.activations(parameters, last, rows)));
        }
        if (wanted instanceof Wanted.Neurons neurons) {
            return new Answering<>(neurons, new Remembered<>(new NeuronsLook(model, neurons)::at));
        }
        if (wanted instanceof Wanted.ClassesOf of) {
            return new Answering<>(of, new ClassesSource(probe(of.points())));
        }
        return new Answering<>((Wanted.Parameters) wanted, new Remembered<>(ImmutableDoubleArray::copyOf));
    }

    private Optional<Probe> probe(Wanted.Points points) {
        Optional<Samples> samples = points == Wanted.Points.TRAIN ? Optional.of(data.train()) : data.test();
        return samples.map(some -> new Probe(model, some.inputs().toColumns()));
    }

    /** Writes numbers by neuron and place into an array. */
    private interface Writing {
        void write(double[] parameters, double[][] rows);
    }

    private Source<Rows> rows(Wanted.Points points, int neurons, Function<Probe, Writing> writing) {
        Optional<Probe> probe = probe(points);
        if (probe.isEmpty()) {
            return (parameters, frame) -> Rows.NONE;
        }
        Writing writer = writing.apply(probe.get());
        return new Remembered<>(parameters -> {
            double[][] values = new double[neurons][probe.get().count()];
            writer.write(parameters, values);
            return new Rows(values);
        });
    }
}
