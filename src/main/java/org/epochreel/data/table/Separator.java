package org.epochreel.data.table;

/** What stands between the fields of a row. */
public enum Separator {
    COMMA(',', "commas"),
    SEMICOLON(';', "semicolons"),
    TAB('\t', "tabs");

    private final char character;
    private final String plural;

    Separator(char character, String plural) {
        this.character = character;
        this.plural = plural;
    }

    public char character() {
        return character;
    }

    /** As in "separated by commas". */
    public String plural() {
        return plural;
    }
}
