package org.epochreel.font;

import com.google.common.base.Suppliers;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One cut of the Inter typeface, from the library jar that holds it. Digits stand on equal advances. */
public final class Inter implements Face {

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String TABULAR = "0123456789.,:+-\u2212 ";
    private static final String[] TABULAR_NAMES = {"zero.tf", "one.tf", "two.tf", "three.tf", "four.tf", "five.tf",
            "six.tf", "seven.tf", "eight.tf", "nine.tf", "period.tf", "comma.tf", "colon.tf", "plus.tf", "hyphen",
            "minus.tf", "space"};

    private final OpenTypeFile file;
    private final Supplier<CFFType1Font> outlines = Suppliers.memoize(this::parse);

    private Inter(OpenTypeFile file) {
        this.file = file;
        if (file.unitsPerEm() != UNITS) {
            throw new IllegalStateException("Inter counts " + file.unitsPerEm() + " units to the em");
        }
    }

    /** @param cut the file's name without its ending, such as {@code Inter-Regular} */
    public static Inter load(String cut) {
        try (InputStream in = Inter.class.getResourceAsStream(FOLDER + cut + ".otf")) {
            if (in == null) {
                throw new IllegalStateException("the typeface " + cut + " is not on the class path");
            }
            return new Inter(new OpenTypeFile(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + cut + " cannot be read", e);
        }
    }

    private CFFType1Font parse() {
        try {
            return (CFFType1Font) new CFFParser().parse(new RandomAccessReadBuffer(file.table("CFF "))).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the outlines of Inter cannot be read", e);
        }
    }

    @Override
    public int glyph(int codePoint) {
        int tabular = TABULAR.indexOf(codePoint);
        return tabular < 0 ? file.glyph(codePoint) : outlines.get().nameToGID(TABULAR_NAMES[tabular]);
    }

    @Override
    public boolean has(int codePoint) {
        return file.glyph(codePoint) != 0;
    }

    @Override
    public double advance(int glyph) {
        return file.advance(glyph);
    }

    @Override
    public Path2D outline(int glyph) {
        // FontBox parses on demand and does not promise that threads may share it.
        synchronized (outlines) {
            try {
                return outlines.get().getType2CharString(glyph).getPath();
            } catch (IOException e) {
                throw new UncheckedIOException("glyph " + glyph + " of Inter cannot be read", e);
            }
        }
    }
}
