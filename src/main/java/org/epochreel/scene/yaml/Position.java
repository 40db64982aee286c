package org.epochreel.scene.yaml;

/**
 * A place in what the user wrote.
 *
 * @param source the file as the user named it, or the command-line option that holds the text
 * @param line from 1; 0 where the source is no file
 * @param column from 1, in characters; 0 where the source is no file
 */
public record Position(String source, int line, int column) {

    public static Position startOf(String file) {
        return new Position(file, 1, 1);
    }

    public static Position ofOption(String option) {
        return new Position(option, 0, 0);
    }

    boolean isInFile() {
        return line > 0;
    }

    Position right(int columns) {
        return isInFile() ? new Position(source, line, column + columns) : this;
    }
}
