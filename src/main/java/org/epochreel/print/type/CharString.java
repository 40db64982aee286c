package org.epochreel.print.type;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import org.epochreel.font.Glyph;

/** Writes an outline as a Type 2 charstring (Adobe Technical Note 5177), in whole units. */
final class CharString {

    private static final int LINE = 5;
    private static final int CURVE = 8;
    private static final int END = 14;
    private static final int MOVE = 21;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int x;
    private int y;

    private CharString() {}

    static byte[] of(Glyph glyph) {
        return of(glyph.curves(), (int) Math.rint(glyph.advance()));
    }

    static byte[] of(Path2D outline, int advance) {
        CharString string = new CharString();
        // The difference from the font's nominal width, 0, stands before the first operator.
        number(string.out, advance);
        double[] p = new double[6];
        double[] last = new double[2];
        double[] start = new double[2];
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> {
                    string.add(MOVE, p, 1);
                    start = new double[] {p[0], p[1]};
                    last = start;
                }
                case PathIterator.SEG_LINETO -> {
                    string.add(LINE, p, 1);
                    last = new double[] {p[0], p[1]};
                }
                case PathIterator.SEG_QUADTO -> {
                    double[] cubic = {last[0] + 2 * (p[0] - last[0]) / 3, last[1] + 2 * (p[1] - last[1]) / 3,
                            p[2] + 2 * (p[0] - p[2]) / 3, p[3] + 2 * (p[1] - p[3]) / 3, p[2], p[3]};
                    string.add(CURVE, cubic, 3);
                    last = new double[] {p[2], p[3]};
                }
                case PathIterator.SEG_CUBICTO -> {
                    string.add(CURVE, p, 3);
                    last = new double[] {p[4], p[5]};
                }
                // Each outline closes itself.
                default -> last = start;
            }
        }
        string.out.write(END);
        return string.out.toByteArray();
    }

    private void add(int operator, double[] points, int count) {
        for (int i = 0; i < count; i++) {
            int nextX = (int) Math.rint(points[2 * i]);
            int nextY = (int) Math.rint(points[2 * i + 1]);
            number(out, nextX - x);
            number(out, nextY - y);
            x = nextX;
            y = nextY;
        }
        out.write(operator);
    }

    /** Writes a whole number of 16 bits. */
    static void number(ByteArrayOutputStream out, int value) {
        if (value >= -107 && value <= 107) {
            out.write(value + 139);
        } else {
            out.write(28);
            out.write(value >> 8);
            out.write(value);
        }
    }
}
