package org.epochreel.data.table;

import com.google.common.base.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark. Byte order marks, lines of comment at its top and a
 * spreadsheet's {@code sep=} line are no part of it.
 */
final class TableText {

    /** Most bytes that are read. */
    static final int MAX_BYTES = 256 << 20;

    private static final int SAMPLE = 1 << 16;

    /** Wide rows make a longer sample, so that it holds more than the names of the columns. */
    private static final int WIDE_SAMPLE = 1 << 22;

    private static final int SAMPLE_ROWS = 4;

    private final byte[] bytes;
    private final Charset charset;
    private final int start;
    private final long line;
    private final Optional<Separator> declared;
    private final Optional<String> lastComment;

    private TableText(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
        Optional<Separator> found = Optional.empty();
        Optional<String> comment = Optional.empty();
        long lines = 0;
        int at = skipMarks(0);
        while (charset.equals(StandardCharsets.UTF_8) && at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            boolean declares = lines == 0 && end - at == 5 && ascii(at, 4).equalsIgnoreCase("sep=");
            if (!declares && bytes[at] != '#') {
                break;
            }
            if (declares) {
                char declaredMark = (char) bytes[at + 4];
                found = separators().filter(separator -> separator.character() == declaredMark).findFirst();
            } else {
                comment = Optional.of(new String(bytes, at + 1, Math.min(end - at - 1, SAMPLE), charset));
            }
            lines++;
            at = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        this.start = Math.min(at, bytes.length);
        this.line = lines + 1;
        this.declared = found;
        this.lastComment = comment;
    }

    private static Stream<Separator> separators() {
        return Arrays.stream(Separator.values());
    }

    /**
     * Reads a file.
     *
     * @throws TableException if it is no text, or in another encoding
     * @throws IOException if it cannot be read
     */
    static TableText read(Path file) throws TableException, IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = Files.size(file) > MAX_BYTES ? new byte[MAX_BYTES + 1] : in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new TableException(1, "the file is too large; at most " + (MAX_BYTES >> 20) + " MiB are read");
        }
        Optional<String> kind = FileKind.of(bytes);
        if (kind.isPresent()) {
            throw new TableException(1, kind.get());
        }
        boolean littleEndian = startsWith(bytes, 0xFF, 0xFE);
        if (littleEndian || startsWith(bytes, 0xFE, 0xFF)) {
            return new TableText(bytes, littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        if (!Utf8.isWellFormed(bytes)) {
            throw notUtf8(bytes);
        }
        return new TableText(bytes, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static TableException notUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        while (!decoder.decode(in, out, true).isError()) {
            out.clear();
        }
        long line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n' ? 1 : 0;
        }
        return new TableException(line, String.format("the byte 0x%02x is not UTF-8; save the file as UTF-8 (it may be "
                + "in Latin-1 or Windows-1252 now)", bytes[in.position()]));
    }

    private int skipMarks(int from) {
        int at = from;
        // Editors and scripts that put one before another are not rare.
        while (charset.equals(StandardCharsets.UTF_8) && at + 2 < bytes.length && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        while (!charset.equals(StandardCharsets.UTF_8) && at + 1 < bytes.length
                && new String(bytes, at, 2, charset).equals("\uFEFF")) {
            at += 2;
        }
        return at;
    }

    private String ascii(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    /** The whole text, from its first line on. */
    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    /** The line of the file on which the text begins, from 1. */
    long line() {
        return line;
    }

    Charset charset() {
        return charset;
    }

    /** What a {@code sep=} line says. */
    Optional<Separator> declaredSeparator() {
        return declared;
    }

    /** The last line of comment before the text, without its sign. */
    Optional<String> lastComment() {
        return lastComment;
    }

    /** Whole rows from the text's beginning, at least some of them. */
    String sample() throws IOException {
        StringBuilder sample = new StringBuilder();
        int rows = 0;
        try (Reader reader = reader()) {
            char[] chunk = new char[SAMPLE];
            while (sample.length() < SAMPLE || rows < SAMPLE_ROWS && sample.length() < WIDE_SAMPLE) {
                int count = reader.read(chunk);
                if (count < 0) {
                    return sample.toString();
                }
                sample.append(chunk, 0, count);
                for (int i = 0; i < count; i++) {
                    rows += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        int end = sample.lastIndexOf("\n");
        return end < 0 ? sample.toString() : sample.substring(0, end + 1);
    }
}
