package org.epochreel.font;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.font.GlyphLine.Placed;

/** A letter with its marks, placed by their outlines' bounds: centred, and further out the higher the letter. */
final class Cluster {

    /** What round letters reach above and below straight ones. */
    private static final double OVERSHOOT = 60;

    /** Between two marks above each other. */
    private static final double GAP = 80;

    private final int codePoint;
    private final List<Placed> marks = new ArrayList<>();
    private Glyph letter;
    private double top;
    private double bottom;
    private double topOfVowels = Double.NEGATIVE_INFINITY;

    /** @param codePoint the letter as it was written */
    Cluster(int codePoint, Glyph letter) {
        this.codePoint = codePoint;
        set(letter);
    }

    private void set(Glyph glyph) {
        letter = glyph;
        top = glyph.bounds().getMaxY();
        bottom = glyph.bounds().getMinY();
    }

    int codePoint() {
        return codePoint;
    }

    double advance() {
        return letter.advance();
    }

    boolean hasMarks() {
        return !marks.isEmpty();
    }

    /** Takes another glyph for the letter, such as one without the dot that a mark replaces. */
    void replaceLetter(Glyph glyph) {
        if (marks.isEmpty()) {
            set(glyph);
        }
    }

    /** @param lowLetter height of the letters that marks are drawn for */
    void add(CombiningMark kind, int character, Glyph mark, double lowLetter) {
        if (kind == CombiningMark.OF_ITS_SCRIPT) {
            addVowel(character, mark);
            return;
        }
        Rectangle2D box = mark.bounds();
        double centre = kind == CombiningMark.ABOVE_TWO ? letter.advance() : letter.bounds().getCenterX();
        double y = 0;
        switch (kind) {
            case OVER -> y = letter.bounds().getCenterY() - box.getCenterY();
            case BELOW -> {
                boolean free = !hasMarkBelow() && bottom > -OVERSHOOT;
                y = free ? 0 : hasMarkBelow() ? bottom - GAP - box.getMaxY() : bottom;
                bottom = y + box.getMinY();
            }
            default -> {
                boolean free = top < lowLetter + OVERSHOOT;
                y = free ? 0 : hasMarkAbove() ? top + GAP - box.getMinY() : top - lowLetter;
                top = y + box.getMaxY();
            }
        }
        marks.add(new Placed(mark, character, centre - box.getCenterX(), y));
    }

    private void addVowel(int character, Glyph mark) {
        boolean above = mark.bounds().getCenterY() > 0;
        double y = above ? Math.max(0, topOfVowels + GAP / 2 - mark.bounds().getMinY()) : 0;
        if (above) {
            topOfVowels = y + mark.bounds().getMaxY();
        }
        marks.add(new Placed(mark, character, letter.advance(), y));
    }

    private boolean hasMarkAbove() {
        return top > letter.bounds().getMaxY();
    }

    private boolean hasMarkBelow() {
        return bottom < letter.bounds().getMinY();
    }

    /** Appends the letter at {@code x} and its marks. */
    void place(double x, List<Placed> line) {
        line.add(new Placed(letter, codePoint, x, 0));
        marks.forEach(mark -> line.add(new Placed(mark.glyph(), mark.character(), x + mark.x(), mark.y())));
    }
}
