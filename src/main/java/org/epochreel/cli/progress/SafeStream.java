package org.epochreel.cli.progress;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.epochreel.text.VisibleText;

/**
 * A stream that people read, in UTF-8. What a scene, a file's name or an argument holds never reaches a terminal as an
 * order to it, whoever wrote the message: each line is printed as {@link VisibleText}.
 */
final class SafeStream extends PrintStream {

    private final int longest;

    /** @param longest characters of a line of which nothing is left out */
    SafeStream(PrintStream stream, int longest) {
        super(stream, true, StandardCharsets.UTF_8);
        this.longest = longest;
    }

    @Override
    public void println(String line) {
        super.println(VisibleText.line(String.valueOf(line), longest));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    /** Prints a part of a line, or several lines; carriage returns, which draw a line anew, stay as they are. */
    @Override
    public void print(String text) {
        int drawnAnew = text.indexOf('\r');
        if (drawnAnew < 0) {
            super.print(VisibleText.lines(text));
        } else {
            print(text.substring(0, drawnAnew));
            super.print("\r");
            print(text.substring(drawnAnew + 1));
        }
    }

    @Override
    public void print(Object text) {
        print(String.valueOf(text));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }
}
