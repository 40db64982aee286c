package org.epochreel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void controlCharactersAreWrittenOut() {
        assertEquals("a\\u001b[2J\\u0007b\\u0000\\u007f\\u009b31m",
                VisibleText.line("a\u001b[2J\u0007b\0\u007f\u009b31m"));
        assertEquals("two\\nlines\\r\\tend", VisibleText.line("two\nlines\r\tend"));
    }

    @Test
    void lineFeedsStayWhereSeveralLinesAreMeant() {
        assertEquals("one\ntwo\\r\n\\u001bthree", VisibleText.lines("one\ntwo\r\n\u001bthree"));
    }

    @Test
    void everyControlOfUnicodeAndEveryCharacterThatTurnsTheOrderIsWrittenOut() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(VisibleTextTest::isDangerous).forEach(codePoint -> {
            String shown = VisibleText.line("a" + Character.toString(codePoint) + "b");
            assertTrue(shown.matches("a\\\\[nrtuU]?[0-9a-f]*b"), Integer.toHexString(codePoint) + " is " + shown);
        });
    }

    private static boolean isDangerous(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        boolean turns = direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE
                && direction != Character.DIRECTIONALITY_NONSPACING_MARK
                && direction != Character.DIRECTIONALITY_BOUNDARY_NEUTRAL
                && direction != Character.DIRECTIONALITY_WHITESPACE
                && direction != Character.DIRECTIONALITY_OTHER_NEUTRALS;
        int type = Character.getType(codePoint);
        return turns || type == Character.CONTROL || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }

    @Test
    void whatIsReadStaysAsItIs() {
        for (String text : new String[] {
                "Größe, 神经网络, שלום, ½ σ², C:\\new\\u.csv", "می\u200cخواهم", "👩\u200d💻 ❤\uFE0F"}) {
            assertEquals(text, VisibleText.line(text));
        }
    }

    @Test
    void aJoinerThatJoinsNothingIsWrittenOut() {
        assertEquals("ad\\u200dmin", VisibleText.line("ad\u200dmin"));
        assertEquals("👩\u200d\\u200d", VisibleText.line("👩\u200d\u200d"));
    }

    @Test
    void whatWasMadeVisibleStaysAsItIs() {
        String shown = VisibleText.line("\u001b]0;owned\u0007 \u202etxt.exe \uD83D \uDB40\uDC41");
        assertEquals("\\u001b]0;owned\\u0007 \\u202etxt.exe \\ud83d \\U000e0041", shown);
        assertEquals(shown, VisibleText.line(shown));
    }

    @Test
    void ofALongLineTheMiddleIsCounted() {
        String line = "no column " + "x".repeat(5_000_000) + "; there are a, b";
        String shown = VisibleText.line(line, 100);
        assertEquals("no column " + "x".repeat(60) + "… (4,999,926 characters more) …" + "x".repeat(14)
                + "; there are a, b", shown);
        assertEquals("short", VisibleText.line("short", 5));
    }

    @Test
    void aLineOfControlCharactersIsBoundedAsItIsShown() {
        String shown = VisibleText.line("\u001b".repeat(1_000_000), 300);
        assertTrue(shown.length() < 350, shown);
        assertFalse(shown.contains("\u001b"), shown);
    }

    @Test
    void jsonShowsNoControlCharactersAndReadsBackTheSame() {
        String text = "a\u001b\u007f\u009b\u202eb 👩\u200d💻";
        String json = new JsonText().beginObject().key("title").value(text).endObject().finish();
        assertTrue(json.codePoints().noneMatch(c -> VisibleText.isHidden(c) && c != '\n'), json);
        assertEquals(text, JsonText.strings(json).get("title"));
    }
}
