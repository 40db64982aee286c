package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.epochreel.chart.mask.Outlines;

/**
 * One weight of the Inter typeface as outlines to fill, so that text needs neither a font of the system nor its font
 * libraries and looks the same on every machine. Digits stand on equal advances (tabular
 * figures). Safe for use by several threads.
 */
public final class Typeface {

    /** Weights that drawings use. */
    public enum Weight {
        REGULAR("Inter-Regular.otf"),
        SEMIBOLD("Inter-SemiBold.otf");

        private final String file;

        Weight(String file) {
            this.file = file;
        }
    }

    /** Height of a digit or capital as a fraction of the type size. */
    public static final double CAP_HEIGHT = 1490.0 / 2048;

    /** Lengths of glyphs that an em has. */
    static final int UNITS = 2048;

    // Less than a tenth of a pixel up to 100 pixels an em.
    private static final double FLATNESS = 2;
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String TABULAR = "0123456789.,:+-\u2212 ";
    private static final String[] TABULAR_NAMES = {"zero.tf", "one.tf", "two.tf", "three.tf", "four.tf", "five.tf",
            "six.tf", "seven.tf", "eight.tf", "nine.tf", "period.tf", "comma.tf", "colon.tf", "plus.tf", "hyphen",
            "minus.tf", "space"};

    private final OpenTypeFile file;
    private final CFFType1Font outlines;
    private final ConcurrentMap<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Typeface(OpenTypeFile file) throws IOException {
        this.file = file;
        this.outlines = (CFFType1Font) new CFFParser().parse(new RandomAccessReadBuffer(file.table("CFF "))).get(0);
    }

    /** Reads a weight from the library jar that holds the typeface. */
    static Typeface load(Weight weight) {
        try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + weight.file)) {
            if (in == null) {
                throw new IllegalStateException("the typeface " + weight.file + " is not on the class path");
            }
            return new Typeface(new OpenTypeFile(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + weight.file + " cannot be read", e);
        }
    }

    /** {@code text} as glyphs side by side. */
    public GlyphLine line(String text) {
        ImmutableList.Builder<GlyphLine.Placed> placed = ImmutableList.builder();
        double x = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Glyph glyph = glyph(text.codePointAt(i));
            placed.add(new GlyphLine.Placed(glyph, x, 0));
            x += glyph.advance();
        }
        return new GlyphLine(placed.build(), x);
    }

    /** Width in pixels that {@code text} takes at {@code size} pixels per em. */
    public double width(String text, double size) {
        double units = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            units += glyph(text.codePointAt(i)).advance();
        }
        return units * size / UNITS;
    }

    /** Outline of {@code text} at {@code size} pixels per em that starts at {@code x} on the line {@code baseline}. */
    public Path2D outline(String text, double size, double x, double baseline) {
        double scale = size / UNITS;
        Path2D path = new Path2D.Float(Path2D.WIND_NON_ZERO);
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Glyph glyph = glyph(text.codePointAt(i));
            path.append(glyph.outline().getPathIterator(place), false);
            place.translate(glyph.advance(), 0);
        }
        return path;
    }

    /** {@code text}, or as much of its beginning as fits with an ellipsis into {@code width} pixels. */
    public String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        for (int end = text.length() - 1; end > 0; end--) {
            if (Character.isHighSurrogate(text.charAt(end - 1))) {
                continue;
            }
            String start = text.substring(0, end).stripTrailing() + "\u2026";
            if (width(start, size) <= width) {
                return start;
            }
        }
        return "";
    }

    private Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::read);
    }

    private Glyph read(int codePoint) {
        int tabular = TABULAR.indexOf(codePoint);
        // FontBox parses on demand and does not promise that threads may share it.
        synchronized (outlines) {
            try {
                int id = tabular >= 0 ? outlines.nameToGID(TABULAR_NAMES[tabular]) : file.glyph(codePoint);
                Path2D outline = Outlines.straight(outlines.getType2CharString(id).getPath(), FLATNESS);
                return new Glyph(outline, file.advance(id));
            } catch (IOException e) {
                throw new UncheckedIOException("the glyph of " + Character.getName(codePoint) + " cannot be read", e);
            }
        }
    }
}
