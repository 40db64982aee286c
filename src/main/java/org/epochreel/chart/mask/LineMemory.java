package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.print.Instruction;

/** The lines and spans that a {@link Coverage} was inked with. */
final class LineMemory {

    // Of points nearer to each other, in pixels, the later one is kept.
    private static final double NEAR = 0.1;

    private final Map<Double, Path2D> lines = new LinkedHashMap<>();
    private final Path2D spans = new Path2D.Double();
    private double fromX = Double.NaN;
    private double fromY;
    private double lastWidth;

    void addLine(double x0, double y0, double x1, double y1, double width) {
        Path2D path = lines.computeIfAbsent(width, key -> new Path2D.Double());
        Point2D end = path.getCurrentPoint();
        boolean goesOn = width == lastWidth && x0 == fromX && y0 == fromY;
        if (!goesOn || end == null) {
            path.moveTo(x0, y0);
            end = path.getCurrentPoint();
        }
        if (!goesOn || end.distance(x1, y1) >= NEAR) {
            path.lineTo(x1, y1);
        }
        fromX = x1;
        fromY = y1;
        lastWidth = width;
    }

    void addSpan(int column, double y0, double y1) {
        spans.append(new Rectangle2D.Double(column, y0, 1, y1 - y0), false);
    }

    ImmutableList<Instruction> instructions(Color color, Rectangle clip) {
        ImmutableList.Builder<Instruction> all = ImmutableList.builder();
        if (spans.getCurrentPoint() != null) {
            all.add(new Instruction.Fill(new Path2D.Double(spans), color, Optional.of(clip)));
        }
        lines.forEach((width, path) -> all.add(
                new Instruction.Line(new Path2D.Double(path), width, 0, 0, color, Optional.of(clip))));
        return all.build();
    }
}
