package org.epochreel.cli.progress;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import org.epochreel.files.OutputException;

/**
 * Where a command's words go. Its two streams are the one way to a terminal, and make visible what is printed on them,
 * so that nothing that a scene, a name or an argument holds can give the terminal an order.
 *
 * @param out results alone, such as the paths of written files
 * @param err progress, reports and mistakes, in lines of bounded length
 * @param terminal whether somebody watches {@code err} on a terminal, which can redraw a line
 * @param width columns of that terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width) {

    /** More than this of one message nobody reads, and a path fits. */
    private static final int LONGEST_MESSAGE = 1000;

    public Console {
        out = new SafeStream(out, Integer.MAX_VALUE);
        err = new SafeStream(err, LONGEST_MESSAGE);
    }

    /** The stream {@code err} for what asks for a writer. */
    public PrintWriter errors() {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int start, int length) {
                err.print(String.valueOf(text, start, length));
            }

            @Override
            public void flush() {
                err.flush();
            }

            @Override
            public void close() {
                err.flush();
            }
        }, true);
    }

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
