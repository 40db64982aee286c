package org.epochreel.print;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.epochreel.font.Face;
import org.epochreel.print.type.CompactFont;
import org.epochreel.print.type.SubsetFont;
import org.epochreel.print.type.SubsetFont.Entry;

/** A typeface within a PDF file: texts are written by glyph numbers, and a table says which characters those are. */
final class PdfFont {

    private static final int THOUSAND = 1000;
    // A table may list so many at a time.
    private static final int TOGETHER = 100;

    private final PdfObjects objects;
    private final SubsetFont font;

    PdfFont(PdfObjects objects, SubsetFont font) {
        this.objects = objects;
        this.font = font;
    }

    /** The number of the object that stands for it. */
    int write() {
        byte[] file = CompactFont.of(font);
        String name = tag(file) + '+' + font.name();
        int program = objects.addStream("/Subtype /CIDFontType0C", file);
        int descriptor = objects.add("<< /Type /FontDescriptor /FontName /" + name + " /Flags 4 /FontBBox ["
                + "-1000 -500 2000 1500] /ItalicAngle 0 /Ascent 969 /Descent -241 /CapHeight "
                + Face.CAP_HEIGHT * THOUSAND / Face.UNITS + " /StemV 80 /FontFile3 " + program + " 0 R >>");
        int glyphs = objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /" + name
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
                + descriptor + " 0 R /DW 0 /W [1 [" + widths() + "]] >>");
        int characters = objects.addStream("", characters().getBytes(StandardCharsets.US_ASCII));
        return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name + "-Identity-H /Encoding /Identity-H"
                + " /DescendantFonts [" + glyphs + " 0 R] /ToUnicode " + characters + " 0 R >>");
    }

    // Six capitals tell subsets of one typeface apart.
    private static String tag(byte[] file) {
        byte[] hash = Hashing.sha256().hashBytes(file).asBytes();
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + (hash[i] & 0xFF) % 26));
        }
        return tag.toString();
    }

    private String widths() {
        StringBuilder widths = new StringBuilder();
        for (Entry entry : font.entries()) {
            widths.append(widths.isEmpty() ? "" : " ").append(Decimal.of(width(entry)));
        }
        return widths.toString();
    }

    /** In thousandths of the em. */
    static double width(Entry entry) {
        return Math.rint(entry.glyph().advance()) * THOUSAND / Face.UNITS;
    }

    private String characters() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        List<Entry> entries = font.entries();
        for (int from = 0; from < entries.size(); from += TOGETHER) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + TOGETHER));
            map.append(some.size()).append(" beginbfchar\n");
            for (Entry entry : some) {
                map.append('<').append(hex(entry.id())).append("> <");
                Character.toString(entry.character()).chars().forEach(c -> map.append(hex(c)));
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    /** Four digits. */
    static String hex(int number) {
        return String.format(Locale.ROOT, "%04X", number);
    }
}
