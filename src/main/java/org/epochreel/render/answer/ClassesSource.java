package org.epochreel.render.answer;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.epochreel.chart.wanted.Classes;
import org.epochreel.network.Probe;

/** Follows the class of each of several points through a film. */
final class ClassesSource implements ModelAnswers.Source<Classes> {

    private final Optional<Probe> probe;
    private final int[] now;
    private final int[] before;
    private final int[] changed;
    private final int[] next;
    private boolean begun;

    /** @param probe at the points, if there are any */
    ClassesSource(Optional<Probe> probe) {
        int count = probe.map(Probe::count).orElse(0);
        this.probe = probe;
        this.now = new int[count];
        this.before = new int[count];
        this.changed = new int[count];
        this.next = new int[count];
    }

    @Override
    public void advance(double[] parameters, int frame) {
        probe.ifPresent(points -> points.classes(parameters, next));
        for (int i = 0; i < now.length; i++) {
            if (!begun) {
                now[i] = next[i];
                before[i] = next[i];
                changed[i] = frame - Classes.OLD;
            } else if (next[i] != now[i]) {
                before[i] = now[i];
                now[i] = next[i];
                changed[i] = frame;
            }
        }
        begun = true;
    }

    @Override
    public Classes at(double[] parameters, int frame) {
        int[] age = new int[now.length];
        for (int i = 0; i < age.length; i++) {
            age[i] = Math.min(Classes.OLD, frame - changed[i]);
        }
        return new Classes(ImmutableIntArray.copyOf(now), ImmutableIntArray.copyOf(before),
                ImmutableIntArray.copyOf(age));
    }
}
