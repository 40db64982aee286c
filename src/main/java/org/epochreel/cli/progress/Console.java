package org.epochreel.cli.progress;

import java.io.PrintStream;
import org.epochreel.files.OutputException;

/**
 * Where a command's words go.
 *
 * @param out results alone, such as the paths of written files
 * @param err progress, reports and mistakes
 * @param terminal whether somebody watches {@code err} on a terminal, which can redraw a line
 * @param width columns of that terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width) {

    /**
     * Tells a result.
     *
     * @throws OutputException if nobody takes it any more, as when a pipe is closed
     */
    public void result(Object line) throws OutputException {
        out.println(line);
        if (out.checkError()) {
            throw OutputException.ofResults();
        }
    }
}
