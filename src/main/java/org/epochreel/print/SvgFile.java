package org.epochreel.print;

import com.google.common.collect.ImmutableMap;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.font.Face;
import org.epochreel.font.GlyphLine.Placed;
import org.epochreel.picture.Png;
import org.epochreel.print.type.OpenTypeFont;
import org.epochreel.print.type.SubsetFont;
import org.epochreel.print.type.SubsetFont.Entry;

/**
 * Writes a sheet as SVG 1.1 with its typefaces within: text stays text, each letter where the picture has it. A program
 * that does not read embedded typefaces takes Inter or what it has instead.
 */
public final class SvgFile {

    private final Sheet sheet;
    private final ImmutableMap<String, SubsetFont> fonts;
    private final Map<Rectangle, String> clips = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();
    private Optional<Rectangle> clip = Optional.empty();

    private SvgFile(Sheet sheet) {
        this.sheet = sheet;
        this.fonts = Fonts.of(sheet);
    }

    /** @param title what programs call the drawing */
    public static byte[] of(Sheet sheet, String title) {
        SvgFile file = new SvgFile(sheet);
        String body = file.body();
        return (file.head(title) + body).getBytes(StandardCharsets.UTF_8);
    }

    private String head(String title) {
        StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        head.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(sheet.size().width()).append("\" height=\"").append(sheet.size().height())
                .append("\" viewBox=\"0 0 ").append(sheet.size().width()).append(' ').append(sheet.size().height())
                .append("\">\n");
        if (!title.isEmpty()) {
            head.append("<title>").append(escaped(title)).append("</title>\n");
        }
        head.append("<defs>\n<style>\n");
        fonts.forEach((name, font) -> head.append("@font-face{font-family:\"").append(family(name))
                .append("\";src:url(data:font/otf;base64,")
                .append(Base64.getEncoder().encodeToString(OpenTypeFont.of(font))).append(")}\n"));
        head.append("text{white-space:pre}\n</style>\n");
        clips.forEach((area, id) -> head.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(area.x)
                .append("\" y=\"").append(area.y).append("\" width=\"").append(area.width).append("\" height=\"")
                .append(area.height).append("\"/></clipPath>\n"));
        return head.append("</defs>\n").toString();
    }

    private static String family(String name) {
        return "Epochreel " + name;
    }

    private String body() {
        for (Instruction instruction : sheet.instructions()) {
            clipTo(instruction.clip());
            if (instruction instanceof Instruction.Fill fill) {
                fill(fill);
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
        return out.append("</svg>\n").toString();
    }

    private void clipTo(Optional<Rectangle> next) {
        if (next.equals(clip)) {
            return;
        }
        if (clip.isPresent()) {
            out.append("</g>\n");
        }
        next.ifPresent(area -> out.append("<g clip-path=\"url(#")
                .append(clips.computeIfAbsent(area, key -> "c" + clips.size())).append(")\">\n"));
        clip = next;
    }

    private void fill(Instruction.Fill fill) {
        out.append("<path d=\"").append(data(fill.shape())).append('"').append(paint("fill", fill.color()));
        if (fill.shape().getWindingRule() == Path2D.WIND_EVEN_ODD) {
            out.append(" fill-rule=\"evenodd\"");
        }
        out.append("/>\n");
    }

    private void line(Instruction.Line line) {
        out.append("<path d=\"").append(data(line.path())).append("\" fill=\"none\"").append(paint("stroke", line.color()))
                .append(" stroke-width=\"").append(Decimal.of(line.width())).append("\" stroke-linejoin=\"round\"");
        if (line.isDashed()) {
            out.append(" stroke-dasharray=\"").append(Decimal.of(line.dash())).append(' ')
                    .append(Decimal.of(line.gap())).append('"');
        } else {
            out.append(" stroke-linecap=\"round\"");
        }
        out.append("/>\n");
    }

    private void dots(Instruction.Dots dots) {
        String radius = Decimal.of(dots.diameter() / 2);
        String half = "a" + radius + ' ' + radius + " 0 1 0 ";
        out.append("<path d=\"");
        for (Point2D centre : dots.centres()) {
            out.append('M').append(Decimal.of(centre.getX() - dots.diameter() / 2)).append(' ')
                    .append(Decimal.of(centre.getY()))
                    .append(half).append(Decimal.of(dots.diameter())).append(" 0")
                    .append(half).append(Decimal.of(-dots.diameter())).append(" 0z");
        }
        out.append('"').append(paint("fill", dots.color())).append("/>\n");
    }

    private void words(Instruction.Words words) {
        SubsetFont font = fonts.get(words.face());
        double scale = words.size() / Face.UNITS;
        StringBuilder x = new StringBuilder();
        StringBuilder y = new StringBuilder();
        StringBuilder text = new StringBuilder();
        double left = words.upwards() ? 0 : words.x();
        double line = words.upwards() ? 0 : words.y();
        boolean level = words.line().glyphs().stream().allMatch(placed -> placed.y() == 0);
        for (Placed placed : words.line().glyphs()) {
            Entry entry = font.entry(placed);
            text.appendCodePoint(entry.code());
            // A character beyond the first 65536 counts for two.
            for (int i = 0; i < Character.charCount(entry.code()); i++) {
                x.append(x.isEmpty() ? "" : " ").append(Decimal.of(left + placed.x() * scale));
                y.append(y.isEmpty() ? "" : " ").append(Decimal.of(line - placed.y() * scale));
            }
        }
        if (text.isEmpty()) {
            return;
        }
        out.append("<text xml:space=\"preserve\" x=\"").append(x).append("\" y=\"")
                .append(level ? Decimal.of(line) : y).append("\" font-size=\"").append(Decimal.of(words.size()))
                .append("\" font-family=\"'").append(family(words.face())).append("', Inter, sans-serif\"")
                .append(paint("fill", words.color()));
        if (words.upwards()) {
            out.append(" transform=\"translate(").append(Decimal.of(words.x())).append(' ')
                    .append(Decimal.of(words.y())).append(") rotate(-90)\"");
        }
        out.append('>').append(escaped(text.toString())).append("</text>\n");
    }

    private void pixels(Instruction.Pixels pixels) {
        Rectangle area = pixels.area();
        out.append("<image x=\"").append(area.x).append("\" y=\"").append(area.y).append("\" width=\"")
                .append(area.width).append("\" height=\"").append(area.height)
                .append("\" image-rendering=\"pixelated\" xlink:href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(
                        Png.withOpacity(area.width, area.height, pixels.pixels())))
                .append("\"/>\n");
    }

    private static String paint(String what, Color color) {
        String paint = " " + what + "=\"" + Decimal.hex(color) + '"';
        return color.getAlpha() == 255 ? paint
                : paint + ' ' + what + "-opacity=\"" + Decimal.opacity(color) + '"';
    }

    private static String data(Path2D path) {
        StringBuilder data = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> points(data.append('M'), p, 1);
                case PathIterator.SEG_LINETO -> points(data.append('L'), p, 1);
                case PathIterator.SEG_QUADTO -> points(data.append('Q'), p, 2);
                case PathIterator.SEG_CUBICTO -> points(data.append('C'), p, 3);
                default -> data.append('z');
            }
        }
        return data.toString();
    }

    private static void points(StringBuilder data, double[] p, int count) {
        for (int i = 0; i < 2 * count; i++) {
            data.append(i == 0 ? "" : " ").append(Decimal.of(p[i]));
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c < ' ' ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
