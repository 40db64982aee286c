package org.epochreel.print;

import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.epochreel.picture.Zlib;

/** The numbered objects of a PDF file, and the file around them. */
final class PdfObjects {

    private final List<byte[]> objects = new ArrayList<>();

    /** The number of an object that is {@link #set} later. */
    int reserve() {
        objects.add(new byte[0]);
        return objects.size();
    }

    void set(int number, String object) {
        objects.set(number - 1, bytes(object));
    }

    int add(String object) {
        objects.add(bytes(object));
        return objects.size();
    }

    /** Adds a stream, which is compressed. */
    int addStream(String dictionary, byte[] content) {
        byte[] packed = Zlib.compress(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("<< " + dictionary + " /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(bytes("\nendstream"));
        objects.add(out.toByteArray());
        return objects.size();
    }

    /** A text in UTF-16, in digits. */
    static String text(String text) {
        StringBuilder digits = new StringBuilder("<FEFF");
        text.chars().forEach(c -> digits.append(String.format(Locale.ROOT, "%04X", c)));
        return digits.append('>').toString();
    }

    byte[] file(int catalog, int info) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Bytes beyond ASCII tell programs that this is no text.
        out.writeBytes(bytes("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.size());
            out.writeBytes(bytes((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(bytes("\nendobj\n"));
        }
        String id = Hashing.sha256().hashBytes(out.toByteArray()).toString().substring(0, 32);
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        end.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root ").append(catalog)
                .append(" 0 R /Info ").append(info).append(" 0 R /ID [<").append(id).append("> <").append(id)
                .append(">] >>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(bytes(end.toString()));
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
