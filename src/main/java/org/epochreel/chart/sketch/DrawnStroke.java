package org.epochreel.chart.sketch;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.epochreel.print.Instruction;

/** A pen that can say what it draws. */
public interface DrawnStroke extends Stroke {

    /** In pixels. */
    double width();

    /** A line that this pen draws along a path. */
    Instruction instruction(Path2D path, Color color, Optional<Rectangle> clip);
}
