package org.epochreel.data.table;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kinds of files that people take for tables of text, told by how they begin. */
final class FileKind {

    private static final String SHEET = "save the sheet as CSV (UTF-8)";
    private static final ImmutableMap<String, String> BEGINNINGS = ImmutableMap.<String, String>builder()
            .put("\u001F\u008B", "the file is compressed (gzip); unpack it first, as with gunzip")
            .put("\u00FD7zXZ", "the file is compressed (xz); unpack it first, as with unxz")
            .put("BZh", "the file is compressed (bzip2); unpack it first, as with bunzip2")
            .put("\u0028\u00B5\u002F\u00FD", "the file is compressed (Zstandard); unpack it first, as with unzstd")
            .put("7z\u00BC\u00AF", "the file is an archive (7z); unpack it first")
            .put("\u00D0\u00CF\u0011\u00E0", "the file is an Excel workbook of the old kind; " + SHEET)
            .put("PAR1", "the file is a Parquet table; save it as CSV")
            .put("SQLite format 3", "the file is a database; save a table of it as CSV")
            .put("\u0093NUMPY", "the file is a NumPy array; save it as CSV, as with numpy.savetxt")
            .put("\u0089HDF", "the file is in HDF5; save a table of it as CSV")
            .put("%PDF", "the file is a PDF; a table of text is needed")
            .put("{\\rtf", "the file is a rich text document; save it as plain text")
            .buildOrThrow();

    private FileKind() {}

    /** What to say of a file that is no text; nothing for text. */
    static Optional<String> of(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (beginning.startsWith("PK\u0003\u0004")) {
            return Optional.of(archive(bytes));
        }
        for (Map.Entry<String, String> kind : BEGINNINGS.entrySet()) {
            if (beginning.startsWith(kind.getKey())) {
                return Optional.of(kind.getValue());
            }
        }
        String markup = beginning.strip().toLowerCase(Locale.ROOT);
        if (markup.startsWith("<!doctype html") || markup.startsWith("<html")) {
            return Optional.of("the file is a web page, not the table that it may show; download the table itself");
        }
        if (markup.startsWith("<?xml")) {
            return Optional.of("the file is XML; save it as CSV");
        }
        boolean marked = beginning.startsWith("\u00FF\u00FE") || beginning.startsWith("\u00FE\u00FF");
        int zeros = (int) beginning.chars().filter(c -> c == 0).count();
        if (!marked && zeros > 0 && 5 * zeros >= 2 * beginning.length() && 5 * zeros <= 3 * beginning.length()) {
            return Optional.of("the file seems to be in UTF-16 without a byte order mark; save it as UTF-8");
        }
        return !marked && Bytes.contains(bytes, (byte) 0)
                ? Optional.of("the file holds zero bytes, so it is no table of text") : Optional.empty();
    }

    private static String archive(byte[] bytes) {
        // An archive's list of its members is at its end, but the first names stand at its beginning, too.
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16));
        byte[] end = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - (1 << 16)), bytes.length);
        String names = new String(Bytes.concat(beginning, end), StandardCharsets.ISO_8859_1);
        if (names.contains("opendocument.spreadsheet")) {
            return "the file is an OpenDocument sheet (ods); " + SHEET;
        }
        return names.contains("xl/")
                ? "the file is an Excel workbook (xlsx); " + SHEET
                : "the file is an archive (zip); unpack it first";
    }
}
