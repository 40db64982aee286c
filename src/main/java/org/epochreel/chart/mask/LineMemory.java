package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epochreel.print.Instruction;

/** The lines and spans that a {@link Coverage} was inked with; several lines may grow by turns. */
final class LineMemory {

    // Of points nearer to each other, in pixels, one is left out.
    private static final double NEAR = 0.1;

    private final List<Pen> pens = new ArrayList<>();
    private final Map<Point2D, Pen> byEnd = new HashMap<>();
    private final Path2D spans = new Path2D.Double();

    private record Pen(double width, Path2D path) {}

    void addLine(double x0, double y0, double x1, double y1, double width) {
        Pen pen = byEnd.remove(new Point2D.Double(x0, y0));
        if (pen == null || pen.width != width) {
            pen = new Pen(width, new Path2D.Double());
            pen.path.moveTo(x0, y0);
            pen.path.lineTo(x1, y1);
            pens.add(pen);
        } else if (pen.path.getCurrentPoint().distance(x1, y1) >= NEAR) {
            pen.path.lineTo(x1, y1);
        }
        byEnd.put(new Point2D.Double(x1, y1), pen);
    }

    void addSpan(int column, double y0, double y1) {
        spans.append(new Rectangle2D.Double(column, y0, 1, y1 - y0), false);
    }

    /** All of one width is one instruction, so that translucent ink lies nowhere twice. */
    ImmutableList<Instruction> instructions(Color color, Rectangle clip) {
        ImmutableList.Builder<Instruction> all = ImmutableList.builder();
        if (spans.getCurrentPoint() != null) {
            all.add(new Instruction.Fill(new Path2D.Double(spans), color, Optional.of(clip)));
        }
        for (double width : pens.stream().mapToDouble(Pen::width).distinct().toArray()) {
            Path2D together = new Path2D.Double();
            pens.stream().filter(pen -> pen.width == width).forEach(pen -> together.append(pen.path, false));
            all.add(new Instruction.Line(together, width, 0, 0, color, Optional.of(clip)));
        }
        return all.build();
    }
}
