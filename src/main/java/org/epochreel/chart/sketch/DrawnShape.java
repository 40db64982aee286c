package org.epochreel.chart.sketch;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.Optional;
import org.epochreel.print.Instruction;

/** A shape that knows more than its outline, such as that it is a text. */
public interface DrawnShape extends Shape {

    /** What to do instead of filling the outline. */
    Instruction instruction(Color color, Optional<Rectangle> clip);
}
