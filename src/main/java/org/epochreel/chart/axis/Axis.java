package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.data.Dates;
import org.epochreel.scene.VideoSpec.Range;

/** Where the values of a quantity lie on an axis that stays the same for a whole video. */
public interface Axis {

    /** The positions at the axis's two ends. */
    Range range();

    /** Where a value lies; NaN stays NaN. */
    double position(double value);

    /** Marks at positions, cutting the axis into about {@code intervals} or fewer. */
    ImmutableList<Tick> ticks(int intervals);

    /** As {@link #ticks}, with what is written once instead of at each of them. */
    default Marks marks(int intervals) {
        return new Marks(ticks(intervals), Optional.empty());
    }

    /** An axis of the data's numbers or dates, each at itself, which writes once what all marks have in common. */
    record Values(Range range, Optional<Dates> dates) implements Axis {

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return marks(intervals).ticks();
        }

        @Override
        public Marks marks(int intervals) {
            return dates.isPresent() ? DateTicks.within(range, dates.get(), intervals)
                    : Ticks.atLeastTwo(range, intervals);
        }
    }

    /** An axis on which every value lies at itself. */
    record Linear(Range range) implements Axis {

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return Ticks.twoOrMore(range, intervals);
        }

        @Override
        public Marks marks(int intervals) {
            return Ticks.atLeastTwo(range, intervals);
        }
    }

    /** An axis on which every value lies at itself and none is marked. */
    record Bare(Range range) implements Axis {

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return ImmutableList.of();
        }
    }

    /** Angles from 0 to 180 degrees and a little air. */
    record Degrees() implements Axis {

        private static final double AIR = 5;
        private static final int QUARTER = 45;
        private static final int HALF = 90;

        @Override
        public Range range() {
            return new Range(-AIR, 180 + AIR);
        }

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            int step = intervals >= 4 ? QUARTER : HALF;
            ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
            for (int degrees = 0; degrees <= 180; degrees += step) {
                ticks.add(new Tick(degrees, Integer.toString(degrees)));
            }
            return ticks.build();
        }
    }

    /** Shares from 0 to 1 and a little air above. */
    record Share() implements Axis {

        private static final double AIR = 0.03;

        @Override
        public Range range() {
            return new Range(0, 1 + AIR);
        }

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return intervals >= 4
                    ? ImmutableList.of(new Tick(0, "0"), new Tick(0.25, "0.25"), new Tick(0.5, "0.5"),
                            new Tick(0.75, "0.75"), new Tick(1, "1"))
                    : ImmutableList.of(new Tick(0, "0"), new Tick(0.5, "0.5"), new Tick(1, "1"));
        }
    }

    /** Epochs from 0 to the last of a run, with nothing beyond. */
    record Epochs(int last) implements Axis {

        @Override
        public Range range() {
            return new Range(0, Math.max(1, last));
        }

        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public ImmutableList<Tick> ticks(int intervals) {
            return Ticks.twoOrMore(range(), Math.max(1, Math.min(last, intervals)));
        }
    }
}
