package org.epochreel.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PdfFileTest {

    private static final String TEXT = "a < b & c";

    private final Sheet sheet = new Sheet(new FrameSize(200, 100), ImmutableList.of(
            new Instruction.Words(TypefaceTest.TYPEFACES.of(Typeface.Weight.REGULAR).line(TEXT), "Inter-Regular", 12,
                    20, 50, false, Color.BLUE, Optional.of(new Rectangle(10, 10, 100, 80))),
            new Instruction.Pixels(new Rectangle(3, 4, 2, 1), new int[] {0xFF112233, 0})));

    @Test
    void theTableOfAPdfSaysWhereItsObjectsBegin() {
        byte[] file = PdfFile.of(sheet, "some title");
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int table = Integer.parseInt(text.substring(text.indexOf("startxref\n") + 10, text.indexOf("\n%%EOF")));
        String[] lines = text.substring(table).split("\n");
        assertEquals("xref", lines[0]);
        int count = Integer.parseInt(lines[1].substring(2));
        for (int i = 1; i < count; i++) {
            int at = Integer.parseInt(lines[2 + i].substring(0, 10));
            assertTrue(text.startsWith(i + " 0 obj\n", at), lines[2 + i]);
        }
    }

    @Test
    void aPdfMapsItsGlyphsToTheTextsCharacters() throws IOException {
        String streams = String.join("\n", streams(PdfFile.of(sheet, "")));
        Matcher shown = Pattern.compile("<([0-9A-F]{4})>(?=.*\\] TJ)").matcher(streams);
        StringBuilder read = new StringBuilder();
        while (shown.find()) {
            Matcher meaning = Pattern.compile("<" + shown.group(1) + "> <([0-9A-F]{4})>").matcher(streams);
            assertTrue(meaning.find());
            read.append((char) Integer.parseInt(meaning.group(1), 16));
        }
        assertEquals(TEXT, read.toString());
    }

    @Test
    void anSvgIsXmlWhoseTextIsTheText() throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgFile.of(sheet, "1 < 2")));
        NodeList texts = document.getElementsByTagName("text");
        assertEquals(1, texts.getLength());
        assertEquals(TEXT, texts.item(0).getTextContent());
        assertEquals("1 < 2", document.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(1, document.getElementsByTagName("image").getLength());
    }

    @Test
    void theSameSheetGivesTheSameBytes() {
        assertArrayEquals(PdfFile.of(sheet, "t"), PdfFile.of(sheet, "t"));
        assertArrayEquals(SvgFile.of(sheet, "t"), SvgFile.of(sheet, "t"));
    }

    @Test
    void numbersHaveNoPowersAndNoMoreDigitsThanAnybodySees() {
        assertEquals("0", Decimal.of(-0.0001));
        assertEquals("-12.05", Decimal.of(-12.05));
        assertEquals("1000000000", Decimal.of(1e300));
        assertEquals("0.007", Decimal.of(0.00654321));
    }

    private static List<String> streams(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> streams = new ArrayList<>();
        Matcher stream = Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n").matcher(text);
        while (stream.find()) {
            byte[] packed = text.substring(stream.end(), stream.end() + Integer.parseInt(stream.group(1)))
                    .getBytes(StandardCharsets.ISO_8859_1);
            try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                streams.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return streams;
    }
}
