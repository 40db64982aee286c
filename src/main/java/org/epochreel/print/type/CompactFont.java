package org.epochreel.print.type;

import com.google.common.collect.ImmutableList;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.font.Face;

/** Writes a font in the Compact Font Format (Adobe Technical Note 5176): outlines by glyph number, with their curves. */
public final class CompactFont {

    private static final int FIRST_OWN_STRING = 391;
    private static final int BOUNDS = 5;
    private static final int CHARSET = 15;
    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int MATRIX = 7;
    private static final int DEFAULT_WIDTH = 20;
    private static final int NOMINAL_WIDTH = 21;

    private CompactFont() {}

    public static byte[] of(SubsetFont font) {
        List<byte[]> outlines = new ArrayList<>();
        List<byte[]> names = new ArrayList<>();
        outlines.add(CharString.of(new Path2D.Double(), 0));
        for (SubsetFont.Entry entry : font.entries()) {
            outlines.add(CharString.of(entry.glyph()));
            names.add(ascii("g" + entry.id()));
        }
        byte[] header = {1, 0, 4, 4};
        byte[] name = index(ImmutableList.of(ascii(font.name())));
        byte[] strings = index(names);
        byte[] subroutines = index(ImmutableList.of());
        byte[] charset = charset(names.size());
        byte[] charStrings = index(outlines);
        byte[] widths = widths();
        // Its offsets have a fixed length, so that a first draft tells where all begins.
        int top = index(ImmutableList.of(top(font, 0, 0, 0, widths.length))).length;
        int atCharset = header.length + name.length + top + strings.length + subroutines.length;
        int atCharStrings = atCharset + charset.length;
        int atWidths = atCharStrings + charStrings.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        out.writeBytes(name);
        out.writeBytes(index(ImmutableList.of(top(font, atCharset, atCharStrings, atWidths, widths.length))));
        out.writeBytes(strings);
        out.writeBytes(subroutines);
        out.writeBytes(charset);
        out.writeBytes(charStrings);
        out.writeBytes(widths);
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] top(SubsetFont font, int charset, int charStrings, int widths, int widthsLength) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Units to the em, where they are not 1000.
        for (String number : new String[] {unit(), "0", "0", unit(), "0", "0"}) {
            real(out, number);
        }
        operator(out, 12, MATRIX);
        Rectangle2D box = box(font);
        CharString.number(out, (int) Math.floor(box.getMinX()));
        CharString.number(out, (int) Math.floor(box.getMinY()));
        CharString.number(out, (int) Math.ceil(box.getMaxX()));
        CharString.number(out, (int) Math.ceil(box.getMaxY()));
        operator(out, BOUNDS);
        offset(out, charset);
        operator(out, CHARSET);
        offset(out, charStrings);
        operator(out, CHAR_STRINGS);
        offset(out, widthsLength);
        offset(out, widths);
        operator(out, PRIVATE);
        return out.toByteArray();
    }

    private static String unit() {
        return Double.toString(1.0 / Face.UNITS).replace("E-", "e");
    }

    /** Around all outlines, in units. */
    static Rectangle2D box(SubsetFont font) {
        Rectangle2D box = new Rectangle2D.Double();
        for (SubsetFont.Entry entry : font.entries()) {
            if (!entry.glyph().bounds().isEmpty()) {
                box = box.isEmpty() ? entry.glyph().bounds() : box.createUnion(entry.glyph().bounds());
            }
        }
        return box;
    }

    private static byte[] widths() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CharString.number(out, 0);
        operator(out, DEFAULT_WIDTH);
        CharString.number(out, 0);
        operator(out, NOMINAL_WIDTH);
        return out.toByteArray();
    }

    private static byte[] charset(int names) {
        if (names == 0) {
            return new byte[] {0};
        }
        int more = names - 1;
        return new byte[] {2, FIRST_OWN_STRING >> 8, (byte) FIRST_OWN_STRING, (byte) (more >> 8), (byte) more};
    }

    private static byte[] index(List<byte[]> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(items.size() >> 8);
        out.write(items.size());
        if (items.isEmpty()) {
            return out.toByteArray();
        }
        out.write(4);
        int at = 1;
        whole(out, at);
        for (byte[] item : items) {
            at += item.length;
            whole(out, at);
        }
        items.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void whole(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }

    private static void offset(ByteArrayOutputStream out, int value) {
        out.write(29);
        whole(out, value);
    }

    private static void operator(ByteArrayOutputStream out, int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }

    // Half a byte a character, an "e" for a negative power of ten, and an end.
    private static void real(ByteArrayOutputStream out, String number) {
        String halves = number.replace('.', 'a').replace('e', 'c') + 'f';
        halves = halves.length() % 2 == 0 ? halves : halves + 'f';
        out.write(30);
        for (int i = 0; i < halves.length(); i += 2) {
            out.write(Integer.parseInt(halves.substring(i, i + 2), 16));
        }
    }
}
