package org.epochreel.chart.wanted;

import com.google.common.collect.ImmutableMap;

/** What was asked of a model, and what it is. Immutable. */
public final class Answers {

    /** To no wishes. */
    public static final Answers NONE = builder().build();

    private final ImmutableMap<Wanted<?>, Object> all;

    private Answers(ImmutableMap<Wanted<?>, Object> all) {
        this.all = all;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @throws IllegalArgumentException if it was not asked */
    @SuppressWarnings("unchecked") // the builder takes nothing else for it
    public <A> A to(Wanted<A> wanted) {
        Object answer = all.get(wanted);
        if (answer == null) {
            throw new IllegalArgumentException("nobody was asked for " + wanted);
        }
        return (A) answer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && all.equals(answers.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** Collects answers. */
    public static final class Builder {

        private final ImmutableMap.Builder<Wanted<?>, Object> all = ImmutableMap.builder();

        public <A> Builder put(Wanted<A> wanted, A answer) {
            all.put(wanted, answer);
            return this;
        }

        public Answers build() {
            return new Answers(all.build());
        }
    }
}
