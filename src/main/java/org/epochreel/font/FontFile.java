package org.epochreel.font;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font in a file of its own: OpenType with outlines of either kind, or the first font of a collection. */
public final class FontFile implements Face {

    private static final int TRUE_TYPE = 0x00010000;
    private static final int APPLE_TRUE_TYPE = 0x74727565;
    private static final int COMPACT = 0x4F54544F;
    private static final int COLLECTION = 0x74746366;
    private static final int WEB = 0x774F4646;
    private static final int WEB_2 = 0x774F4632;

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;

    /** Fonts whose capitals are beyond these fractions of the em have a wrong note of their height, or no capitals. */
    private static final double LOWEST_CAPITALS = 0.5;
    private static final double HIGHEST_CAPITALS = 0.9;

    private final HashCode digest;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double scale;

    private FontFile(HashCode digest, TrueTypeFont font) throws IOException {
        this.digest = digest;
        this.font = font;
        this.characters = font.getUnicodeCmapLookup(true);
        double unitsPerEm = font.getUnitsPerEm();
        double capitals = font.getOS2Windows() == null ? 0 : font.getOS2Windows().getCapHeight() / unitsPerEm;
        boolean known = capitals >= LOWEST_CAPITALS && capitals <= HIGHEST_CAPITALS;
        this.scale = known ? CAP_HEIGHT / (capitals * unitsPerEm) : UNITS / unitsPerEm;
    }

    /**
     * Reads a font.
     *
     * @param bytes of the whole file
     */
    public static FontFile of(byte[] bytes) throws FontFileException {
        if (bytes.length < DIRECTORY) {
            throw new FontFileException("it is no font; allowed are OpenType and TrueType fonts (.otf, .ttf, .ttc)");
        }
        HashCode digest = Hashing.sha256().hashBytes(bytes);
        ByteBuffer file = ByteBuffer.wrap(bytes.clone());
        try {
            if (file.getInt(0) == COLLECTION) {
                moveFirstFontToStart(file);
            }
            RandomAccessReadBuffer in = new RandomAccessReadBuffer(file.array());
            return switch (file.getInt(0)) {
                case TRUE_TYPE, APPLE_TRUE_TYPE -> new FontFile(digest, new TTFParser(true).parse(in));
                case COMPACT -> compact(digest, new OTFParser(true).parse(in));
                case WEB, WEB_2 -> throw new FontFileException(
                        "it is a font packed for the web; unpack it to .otf or .ttf");
                default -> throw new FontFileException(
                        "it is no font; allowed are OpenType and TrueType fonts (.otf, .ttf, .ttc)");
            };
        } catch (IOException | RuntimeException e) {
            throw new FontFileException("the font is damaged or lacks a table that is needed", e);
        }
    }

    /** The glyphs that Inter lacks: mathematics, letters above and below the line, marks. */
    public static FontFile symbols() {
        try (InputStream in = FontFile.class.getResourceAsStream("symbols.ttf")) {
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface of symbols cannot be read", e);
        } catch (FontFileException e) {
            throw new IllegalStateException("the typeface of symbols cannot be used", e);
        }
    }

    private static FontFile compact(HashCode digest, OpenTypeFont font) throws IOException, FontFileException {
        if (!font.isSupportedOTF()) {
            throw new FontFileException("the font's outlines are of a kind (CFF2) that cannot be drawn;"
                    + " use one without variable weights");
        }
        return new FontFile(digest, font);
    }

    /** Its tables are counted from the file's start, so its directory may take the place of the collection's. */
    private static void moveFirstFontToStart(ByteBuffer file) {
        int directory = file.getInt(DIRECTORY);
        int tables = Short.toUnsignedInt(file.getShort(directory + 4));
        byte[] bytes = file.array();
        System.arraycopy(bytes, directory, bytes, 0, DIRECTORY + DIRECTORY_ENTRY * tables);
    }

    /** SHA-256 of the file. */
    public HashCode digest() {
        return digest;
    }

    /** Files of the same bytes are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FontFile file && digest.equals(file.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** As every face, and 0 also for a glyph whose outline is damaged. */
    @Override
    public synchronized int glyph(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        try {
            read(glyph);
            return glyph;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public synchronized double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * scale;
        } catch (IOException e) {
            throw new UncheckedIOException("the width of glyph " + glyph + " cannot be read", e);
        }
    }

    // FontBox parses on demand and does not promise that threads may share it.
    @Override
    public synchronized Path2D outline(int glyph) {
        try {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            path.append(read(glyph).getPathIterator(AffineTransform.getScaleInstance(scale, scale)), false);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("glyph " + glyph + " cannot be read", e);
        }
    }

    private Path2D read(int glyph) throws IOException {
        if (font instanceof OpenTypeFont compact && compact.isPostScript()) {
            CFFFont outlines = compact.getCFF().getFont();
            // Fonts of many ideographs number their outlines in another order than their glyphs.
            int number = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
            return outlines.getType2CharString(number).getPath();
        }
        GlyphData outline = font.getGlyph().getGlyph(glyph);
        return outline == null ? new Path2D.Double() : outline.getPath();
    }
}
