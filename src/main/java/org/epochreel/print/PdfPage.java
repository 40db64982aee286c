package org.epochreel.print;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epochreel.font.Face;
import org.epochreel.font.GlyphLine.Placed;
import org.epochreel.print.type.SubsetFont;
import org.epochreel.print.type.SubsetFont.Entry;

/** What draws a page of a PDF file. Its fonts are named F0, F1 and so on in their order, its pictures I0, I1. */
final class PdfPage {

    private static final int THOUSAND = 1000;

    private final Sheet sheet;
    private final ImmutableMap<String, SubsetFont> fonts;
    private final List<Instruction.Pixels> pictures = new ArrayList<>();
    private final Map<String, String> opacities = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();
    private Optional<Rectangle> clip = Optional.empty();

    PdfPage(Sheet sheet, ImmutableMap<String, SubsetFont> fonts) {
        this.sheet = sheet;
        this.fonts = fonts;
    }

    /** Names of the states that {@link #draw} asks for, by their opacity. */
    ImmutableMap<String, String> opacities() {
        return ImmutableMap.copyOf(opacities);
    }

    /** The pictures that {@link #draw} asks for. */
    ImmutableList<Instruction.Pixels> pictures() {
        return ImmutableList.copyOf(pictures);
    }

    byte[] draw() {
        // From the top downwards, as the sheet counts.
        out.append("1 0 0 -1 0 ").append(sheet.size().height()).append(" cm 1 j\n");
        for (Instruction instruction : sheet.instructions()) {
            clipTo(instruction.clip());
            if (instruction instanceof Instruction.Fill fill) {
                paint(fill.color(), "rg");
                path(fill.shape());
                out.append(fill.shape().getWindingRule() == Path2D.WIND_EVEN_ODD ? "f*\n" : "f\n");
            } else if (instruction instanceof Instruction.Line line) {
                line(line);
            } else if (instruction instanceof Instruction.Dots dots) {
                dots(dots);
            } else if (instruction instanceof Instruction.Words words) {
                words(words);
            } else if (instruction instanceof Instruction.Pixels pixels) {
                pixels(pixels);
            }
        }
        clipTo(Optional.empty());
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void clipTo(Optional<Rectangle> next) {
        if (next.equals(clip)) {
            return;
        }
        out.append(clip.isPresent() ? "Q\n" : "");
        next.ifPresent(area -> out.append("q ").append(area.x).append(' ').append(area.y).append(' ')
                .append(area.width).append(' ').append(area.height).append(" re W n\n"));
        clip = next;
    }

    private void paint(Color color, String operator) {
        String alpha = Decimal.opacity(color);
        String state = opacities.computeIfAbsent(alpha, key -> "A" + opacities.size());
        out.append('/').append(state).append(" gs ");
        for (int channel : new int[] {color.getRed(), color.getGreen(), color.getBlue()}) {
            out.append(Decimal.of(channel / 255.0)).append(' ');
        }
        out.append(operator).append('\n');
    }

    private void line(Instruction.Line line) {
        paint(line.color(), "RG");
        out.append(Decimal.of(line.width())).append(" w ").append(line.isDashed() ? "0 J [" : "1 J [");
        if (line.isDashed()) {
            out.append(Decimal.of(line.dash())).append(' ').append(Decimal.of(line.gap()));
        }
        out.append("] 0 d\n");
        path(line.path());
        out.append("S\n");
    }

    private void dots(Instruction.Dots dots) {
        paint(dots.color(), "rg");
        double size = dots.diameter();
        for (Point2D centre : dots.centres()) {
            path(new Path2D.Double(
                    new Ellipse2D.Double(centre.getX() - size / 2, centre.getY() - size / 2, size, size)));
        }
        out.append("f\n");
    }

    private void words(Instruction.Words words) {
        if (words.line().glyphs().isEmpty()) {
            return;
        }
        paint(words.color(), "rg");
        SubsetFont font = fonts.get(words.face());
        out.append("BT /F").append(fonts.keySet().asList().indexOf(words.face())).append(' ')
                .append(Decimal.of(words.size())).append(" Tf ")
                .append(words.upwards() ? "0 -1 -1 0 " : "1 0 0 -1 ")
                .append(Decimal.of(words.x())).append(' ').append(Decimal.of(words.y())).append(" Tm [");
        double pen = 0;
        double rise = 0;
        for (Placed placed : words.line().glyphs()) {
            Entry entry = font.entry(placed);
            if (placed.y() != rise) {
                rise = placed.y();
                out.append("] TJ ").append(Decimal.of(rise * words.size() / Face.UNITS)).append(" Ts [");
            }
            // What the letters are further apart than their widths say, in thousandths of the em.
            double away = placed.x() * THOUSAND / Face.UNITS - pen;
            if (Math.abs(away) >= 0.5) {
                out.append(Decimal.of(-away)).append(' ');
                pen += away;
            }
            out.append('<').append(PdfFont.hex(entry.id())).append('>');
            pen += PdfFont.width(entry);
        }
        out.append(rise == 0 ? "] TJ ET\n" : "] TJ 0 Ts ET\n");
    }

    private void pixels(Instruction.Pixels pixels) {
        Rectangle area = pixels.area();
        out.append("q ").append(area.width).append(" 0 0 ").append(-area.height).append(' ').append(area.x).append(' ')
                .append(area.y + area.height).append(" cm /I").append(pictures.size()).append(" Do Q\n");
        pictures.add(pixels);
    }

    private void path(Path2D path) {
        double[] p = new double[6];
        double[] last = {0, 0};
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> last = points("m", p[0], p[1]);
                case PathIterator.SEG_LINETO -> last = points("l", p[0], p[1]);
                // PDF has cubic curves alone.
                case PathIterator.SEG_QUADTO -> last = points("c",
                        last[0] + 2 * (p[0] - last[0]) / 3, last[1] + 2 * (p[1] - last[1]) / 3,
                        p[2] + 2 * (p[0] - p[2]) / 3, p[3] + 2 * (p[1] - p[3]) / 3, p[2], p[3]);
                case PathIterator.SEG_CUBICTO -> last = points("c", p);
                default -> out.append("h\n");
            }
        }
    }

    /** Writes an operator after its points; returns the last of them. */
    private double[] points(String operator, double... p) {
        for (double coordinate : p) {
            out.append(Decimal.of(coordinate)).append(' ');
        }
        out.append(operator).append('\n');
        return new double[] {p[p.length - 2], p[p.length - 1]};
    }
}
