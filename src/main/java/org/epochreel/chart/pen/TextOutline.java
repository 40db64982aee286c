package org.epochreel.chart.pen;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.epochreel.chart.sketch.DrawnShape;
import org.epochreel.print.Instruction;

/** The outline of a text, which knows what it says. */
@SuppressWarnings("serial") // nobody serialises a drawing
final class TextOutline extends Path2D.Float implements DrawnShape {

    private final transient Instruction.Words words;

    /** @param words in any colour */
    TextOutline(Instruction.Words words) {
        super(Path2D.WIND_NON_ZERO);
        this.words = words;
    }

    @Override
    public Instruction instruction(Color color, Optional<Rectangle> clip) {
        return new Instruction.Words(words.line(), words.face(), words.size(), words.x(), words.y(), words.upwards(),
                color, clip);
    }
}
