package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;

/**
 * What a wall shows from its first frame to its last.
 *
 * @param columns what varies along a row or, in a grid that is no matrix, from cell to cell
 * @param rows what varies from row to row; absent unless the grid is a matrix
 * @param members row by row
 * @param x visible in every cell
 * @param y as x
 * @param epochs of the longest run
 * @param medians what the foot says of groups of members
 */
public record WallSpec(
        FrameSize size,
        Theme theme,
        String title,
        WallGrid grid,
        Margin columns,
        Optional<Margin> rows,
        ImmutableList<Member> members,
        Range x,
        Range y,
        AxisTexts axes,
        int epochs,
        ImmutableList<Median> medians) {

    public WallSpec {
        if (members.size() != grid.count()) {
            throw new IllegalArgumentException(members.size() + " members for " + grid.count() + " cells");
        }
    }

    /**
     * What stands at a margin.
     *
     * @param word what all labels are values of, such as "seed"
     * @param labels one for each row, column or cell; numbers with exponents become those of pictures
     */
    public record Margin(String word, ImmutableList<String> labels) {

        public Margin {
            labels = labels.stream().map(WallNumber::written).collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * One run.
     *
     * @param name among all others, such as "rate 0.1, seed 8"
     * @param group to which of the groups of the medians it belongs
     * @param finalLoss absent if it diverged, or was about to
     * @param divergedAt its last epoch, if the next would not have been finite
     */
    public record Member(String name, int group, Samples points, OptionalDouble finalLoss, OptionalInt divergedAt) {

        public Member {
            name = WallNumber.written(name);
        }
    }

    /**
     * The median final loss of those members of a group that have one.
     *
     * @param group such as "0.02"; empty if it is all of them
     * @param loss absent if all diverged
     */
    public record Median(String group, OptionalDouble loss, int count, int of) {

        /** Of some members. */
        public static Median of(String group, ImmutableList<Member> members) {
            double[] losses = members.stream().map(Member::finalLoss).filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
            int count = losses.length;
            OptionalDouble median = count == 0 ? OptionalDouble.empty()
                    : OptionalDouble.of(losses[(count - 1) / 2] / 2 + losses[count / 2] / 2);
            return new Median(WallNumber.written(group), median, count, members.size());
        }
    }

    /** The member of the lowest final loss, or -1 if all diverged. */
    int lowest() {
        int lowest = -1;
        for (int i = 0; i < members.size(); i++) {
            OptionalDouble loss = members.get(i).finalLoss();
            if (loss.isPresent() && (lowest < 0 || loss.getAsDouble() < members.get(lowest).finalLoss().getAsDouble())) {
                lowest = i;
            }
        }
        return lowest;
    }

    long diverged() {
        return members.stream().filter(member -> member.finalLoss().isEmpty()).count();
    }
}
