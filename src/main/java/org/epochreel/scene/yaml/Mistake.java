package org.epochreel.scene.yaml;

import org.epochreel.text.VisibleText;

/**
 * Something in a scene that its author must change.
 *
 * @param source the file as the user named it, or the option at fault, such as {@code --set training.epochs}
 * @param line from 1; 0 for an option
 * @param column from 1; 0 for an option
 * @param path the key, such as {@code training.cutoffs[0].learning-rate}; empty for the file as a whole
 * @param message what is wrong, a semicolon, what is allowed
 */
public record Mistake(String source, int line, int column, String path, String message) {

    /** Characters of a mistake that are told; of a longer one the middle is left out. */
    private static final int LONGEST = 1000;

    static Mistake at(Position position, String path, String message) {
        return new Mistake(position.source(), position.line(), position.column(), path, message);
    }

    /** {@code FILE:LINE:COLUMN: path.to.key: message}, or {@code OPTION: message}; one line, fit to be printed. */
    @Override
    public String toString() {
        String place = line > 0 ? source + ":" + line + ":" + column : source;
        boolean placeNamesKey = path.isEmpty() || line == 0 && source.endsWith(" " + path);
        return VisibleText.line(place + ": " + (placeNamesKey ? "" : path + ": ") + message, LONGEST);
    }
}
