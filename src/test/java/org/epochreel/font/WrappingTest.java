package org.epochreel.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {

    private static List<String> wrapped(String text, int width, int most) {
        return Wrapping.of(text, String::length, width, most).lines(text);
    }

    @Test
    void aTextThatFitsStaysOnItsLine() {
        assertEquals(List.of("Linear data"), wrapped("Linear data", 11, 2));
    }

    @Test
    void linesAreAboutAsLongAsEachOther() {
        assertEquals(List.of("Twelve neurons learn", "a wave, step by step"),
                wrapped("Twelve neurons learn a wave, step by step", 38, 3));
        assertEquals(List.of("one two", "three", "four five"), wrapped("one two three four five", 9, 3));
    }

    @Test
    void whatIsTooLongForAllLinesStandsOnTheLast() {
        assertEquals(List.of("one two", "three four five six"), wrapped("one two three four five six", 8, 2));
        assertEquals(List.of("one two three"), wrapped("one two three", 4, 1));
    }

    @Test
    void aWordIsNeverCut() {
        assertEquals(List.of("an", "extraordinarily", "long word"), wrapped("an extraordinarily long word", 10, 4));
    }

    @Test
    void ideographsMayBePartedButNotBeforeAClosingSign() {
        assertEquals(List.of("神经网络学习", "一条曲线。"), wrapped("神经网络学习一条曲线。", 7, 2));
        assertEquals(List.of("学習「過", "学習」。"), wrapped("学習「過学習」。", 5, 2));
        assertEquals(List.of("abc", "神经"), wrapped("abc神经", 4, 2));
    }

    @Test
    void aTextWithOtherNumbersKeepsItsBreaks() {
        Wrapping wrapping = Wrapping.of("After 0000 epochs of training at 1e-5", String::length, 20, 2);
        assertEquals(2, wrapping.count());
        String first = wrapping.lines("After 1234 epochs of training at 1e-5").get(0);
        assertEquals("After 1234 epochs", first.substring(0, 17));
        for (int epoch = 0; epoch < 3000; epoch += 7) {
            List<String> lines = wrapping.lines("After " + epoch + " epochs of training at 1");
            assertTrue(lines.get(0).endsWith(first.substring(17)), lines.get(0));
        }
    }
}
