package org.epochreel.sound.aac.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;

class BlockSwitchingTest {

    private static final int FRAMES = 8;

    private static List<WindowSequence> sequences(double[] samples) {
        BlockSwitching switching = new BlockSwitching(new double[][] {samples}, FRAMES);
        List<WindowSequence> sequences = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            sequences.add(switching.shape(frame).sequence());
        }
        return sequences;
    }

    /** Where the sound itself begins and ends there are attacks. */
    private static List<WindowSequence> withoutEnds(double[] samples) {
        return sequences(samples).subList(2, FRAMES - 1).stream().distinct().toList();
    }

    private static double[] click(int place) {
        return Signals.of((FRAMES + 1) * 1024, i -> i == place ? 20_000 : 0);
    }

    @Test
    void aSteadyToneNeedsNoShortWindows() {
        double[] tone = Signals.sine((FRAMES + 1) * 1024, 44100, 440, 10_000);
        assertEquals(List.of(WindowSequence.ONLY_LONG), withoutEnds(tone));
    }

    @Test
    void anAttackIsBetweenAStartAndAStopWindow() {
        List<WindowSequence> sequences = sequences(click(4 * 1024 + 576 + 300));
        assertEquals(List.of(WindowSequence.LONG_START, WindowSequence.EIGHT_SHORT, WindowSequence.LONG_STOP),
                sequences.subList(3, 6));
    }

    @Test
    void theTwoWindowsThatHoldAnAttackFormAGroup() {
        BlockSwitching switching = new BlockSwitching(new double[][] {click(4 * 1024 + 576 + 300)}, FRAMES);
        assertEquals(ImmutableIntArray.of(2, 2, 4), switching.shape(4).groups());
    }

    @Test
    void sequencesFollowEachOtherAsTheStandardAllowsWhereverAttacksAre() {
        for (int first = 1024; first < 3 * 1024; first += 97) {
            for (int second = first + 200; second < 6 * 1024; second += 331) {
                int one = first;
                int two = second;
                List<WindowSequence> sequences = sequences(Signals.of((FRAMES + 1) * 1024,
                        i -> i == one || i == two ? 20_000 : 0));
                for (int frame = 1; frame < FRAMES; frame++) {
                    boolean leftShort = switch (sequences.get(frame - 1)) {
                        case LONG_START, EIGHT_SHORT -> true;
                        default -> false;
                    };
                    boolean beginsShort = switch (sequences.get(frame)) {
                        case EIGHT_SHORT, LONG_STOP -> true;
                        default -> false;
                    };
                    assertEquals(leftShort, beginsShort, sequences::toString);
                }
            }
        }
    }

    @Test
    void aSuddenEndIsFoundAndASlowOneIsNot() {
        double[] cut = Signals.of((FRAMES + 1) * 1024, i -> i < 5000 ? 8000 * StrictMath.sin(i * 0.3) : 0);
        assertTrue(sequences(cut).subList(3, 6).contains(WindowSequence.EIGHT_SHORT));
        double[] faded = Signals.of((FRAMES + 1) * 1024,
                i -> 8000 * Math.max(0, 1 - i / 6000.0) * StrictMath.sin(i * 0.3));
        assertEquals(List.of(WindowSequence.ONLY_LONG), withoutEnds(faded));
    }
}
