package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.epochreel.font.CombiningMark;
import org.epochreel.font.Face;
import org.epochreel.font.FontFile;
import org.epochreel.font.Glyph;
import org.epochreel.font.GlyphLine;
import org.epochreel.font.Inter;
import org.epochreel.font.MissingGlyph;
import org.epochreel.font.TextShaper;
import org.epochreel.print.Instruction;

/**
 * One weight of type as outlines to fill, so that text needs neither a font of the system nor its font libraries and
 * looks the same on every machine. Characters come from the author's font, if there is one, else from Inter, and what
 * that lacks from a font of mathematical symbols. Digits stand on equal advances (tabular figures), and exponents are
 * such digits, smaller and raised. Safe for use by several threads.
 */
public final class Typeface {

    /** Weights that drawings use. */
    public enum Weight {
        REGULAR("Inter-Regular", 0, 11),
        SEMIBOLD("Inter-SemiBold", 34, 14);

        private final String cut;

        /** What a regular cut of another face lacks: half of what Inter's stems gain, in units of the em. */
        private final double boldness;

        /** What a figure lacks once it is made smaller, likewise. */
        private final double raisedBoldness;

        Weight(String cut, double boldness, double raisedBoldness) {
            this.cut = cut;
            this.boldness = boldness;
            this.raisedBoldness = raisedBoldness;
        }
    }

    /** Height of a digit or capital as a fraction of the type size. */
    public static final double CAP_HEIGHT = (double) Face.CAP_HEIGHT / Face.UNITS;

    /** Lengths of glyphs that an em has. */
    static final int UNITS = Face.UNITS;

    private static final String DIGITS = "0123456789";

    /** As wide as a digit, and as a point. */
    private static final int FIGURE_SPACE = 0x2007;
    private static final int PUNCTUATION_SPACE = 0x2008;

    /** Signs of exponents, and those that are drawn for them: smaller and higher, on equal advances as well. */
    private static final String RAISED =
            "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B";
    private static final String LOWERED = DIGITS + "+\u2212";
    private static final double RAISED_SIZE = 0.65;
    private static final double RISE = 0.36 * UNITS;

    /** Signs that Inter draws as large as buttons. */
    private static final String BETTER_SYMBOLS = "\u2295\u2296\u2297\u2298";

    /** First and last characters of letters for mathematics: how heavy they are is part of what they mean. */
    private static final int[][] LETTERLIKE = {{0x2100, 0x214F}, {0x1D400, 0x1D7FF}};

    private static final double LETTERLIKE_BOLDNESS = 0.5;

    private final Weight weight;
    private final Optional<FontFile> own;
    private final Inter inter;
    private final Supplier<FontFile> symbols;
    private final ConcurrentMap<Integer, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();
    private final TextShaper shaper = new TextShaper(this::glyph);

    /** @param own a regular cut that goes before Inter */
    Typeface(Weight weight, Optional<FontFile> own, Supplier<FontFile> symbols) {
        this.weight = weight;
        this.own = own;
        this.inter = Inter.load(weight.cut);
        this.symbols = symbols;
    }

    /** What a file calls it that holds these glyphs, whichever face they come from. */
    public String name() {
        return weight.cut;
    }

    /** {@code text} as glyphs side by side. */
    public GlyphLine line(String text) {
        return shaper.line(text);
    }

    /** Each character of {@code text} that has no glyph, once. */
    public ImmutableList<MissingGlyph> missing(String text) {
        return shaper.missing(text);
    }

    /** Width in pixels that {@code text} takes at {@code size} pixels per em. */
    public double width(String text, double size) {
        return line(text).width() * size / UNITS;
    }

    /** Outline of {@code text} at {@code size} pixels per em that starts at {@code x} on the line {@code baseline}. */
    public Path2D outline(String text, double size, double x, double baseline) {
        double scale = size / UNITS;
        GlyphLine glyphs = line(text);
        Path2D path = new TextOutline(new Instruction.Words(
                glyphs, name(), size, x, baseline, false, Color.BLACK, Optional.empty()));
        AffineTransform line = new AffineTransform(scale, 0, 0, -scale, x, baseline);
        for (GlyphLine.Placed placed : glyphs.glyphs()) {
            AffineTransform place = new AffineTransform(line);
            place.translate(placed.x(), placed.y());
            path.append(placed.glyph().outline().getPathIterator(place), false);
        }
        return path;
    }

    /** {@code text}, or as much of its beginning as fits with an ellipsis into {@code width} pixels. */
    public String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        for (int end = text.length() - 1; end > 0; end--) {
            boolean within = Character.isHighSurrogate(text.charAt(end - 1)) || CombiningMark.is(text.charAt(end));
            String start = text.substring(0, end).stripTrailing() + "\u2026";
            if (!within && width(start, size) <= width) {
                return start;
            }
        }
        return "";
    }

    private Optional<Glyph> glyph(int codePoint) {
        Optional<Glyph> glyph = glyphs.get(codePoint);
        if (glyph == null) {
            // Of two threads that read the same glyph, both go on with the first one's.
            glyph = read(codePoint);
            Optional<Glyph> earlier = glyphs.putIfAbsent(codePoint, glyph);
            glyph = earlier == null ? glyph : earlier;
        }
        return glyph;
    }

    private Optional<Glyph> read(int codePoint) {
        if (codePoint == FIGURE_SPACE || codePoint == PUNCTUATION_SPACE) {
            char as = codePoint == FIGURE_SPACE ? '0' : '.';
            return Optional.of(new Glyph(new Path2D.Double(), glyph(as).orElseThrow().advance()));
        }
        int raised = RAISED.indexOf(codePoint);
        if (raised >= 0) {
            return Optional.of(glyph(LOWERED.charAt(raised)).orElseThrow()
                    .raised(RAISED_SIZE, RISE).heavier(weight.raisedBoldness));
        }
        if (own.isPresent() && own.get().has(codePoint)) {
            return Optional.of(read(codePoint, own.get()));
        }
        int id = BETTER_SYMBOLS.indexOf(codePoint) < 0 ? inter.glyph(codePoint) : 0;
        if (id != 0) {
            return Optional.of(inter.shape(id));
        }
        return symbols.get().has(codePoint) ? Optional.of(read(codePoint, symbols.get())) : Optional.empty();
    }

    private Glyph read(int codePoint, FontFile face) {
        Glyph glyph = face.shape(face.glyph(codePoint));
        if (DIGITS.indexOf(codePoint) >= 0) {
            glyph = glyph.centredIn(
                    DIGITS.chars().mapToDouble(digit -> face.advance(face.glyph(digit))).max().orElseThrow());
        }
        return glyph.heavier(weight.boldness * (isLetterlike(codePoint) ? LETTERLIKE_BOLDNESS : 1));
    }

    private static boolean isLetterlike(int codePoint) {
        for (int[] block : LETTERLIKE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
