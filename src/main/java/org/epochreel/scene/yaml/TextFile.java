package org.epochreel.scene.yaml;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads a file that somebody wrote in an editor: UTF-8 text of bounded size, line ends of any kind. */
public final class TextFile {

    private TextFile() {}

    /**
     * The file's text without a byte order mark; nothing where it cannot be had, which then is one of the mistakes.
     *
     * @param shown the file as the user named it
     * @param asked where the file is named; its own start where the user named it on the command line
     */
    public static Optional<String> read(
            Path file, String shown, int maxBytes, Position asked, String path, Mistakes mistakes) {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                mistakes.add(asked, path, quoted(shown) + " is a directory; a file is needed");
                return Optional.empty();
            }
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = size > maxBytes ? new byte[0] : in.readNBytes(maxBytes + 1);
            }
            if (size > maxBytes || bytes.length > maxBytes) {
                mistakes.add(asked, path,
                        quoted(shown) + " is too large; at most " + (maxBytes >> 20) + " MiB are read");
                return Optional.empty();
            }
        } catch (NoSuchFileException e) {
            mistakes.add(asked, path, "there is no file " + quoted(shown) + "; check the name and the directory");
            return Optional.empty();
        } catch (AccessDeniedException e) {
            mistakes.add(asked, path, quoted(shown) + " may not be read; check its permissions");
            return Optional.empty();
        } catch (IOException e) {
            mistakes.add(asked, path, quoted(shown) + " cannot be read" + reason(e));
            return Optional.empty();
        }
        return decode(bytes, shown, mistakes);
    }

    /** Why a file could not be read, as the system says it. */
    private static String reason(IOException e) {
        String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return said == null ? "" : ": " + said;
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static Optional<String> decode(byte[] bytes, String shown, Mistakes mistakes) {
        if (startsWith(bytes, 0, 0xFE, 0xFF) || startsWith(bytes, 0, 0xFF, 0xFE)) {
            mistakes.add(Position.startOf(shown), "", "the file is encoded in UTF-16; save it as UTF-8");
            return Optional.empty();
        }
        if (Bytes.contains(bytes, (byte) 0)) {
            mistakes.add(Position.startOf(shown), "", "the file holds zero bytes, so it is not text; a text file in"
                    + " UTF-8 is needed");
            return Optional.empty();
        }
        int start = 0;
        // An editor that adds a mark to a file that has one leaves two.
        while (startsWith(bytes, start, 0xEF, 0xBB, 0xBF)) {
            start += 3;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        int control = firstControl(text);
        if (control >= 0) {
            mistakes.add(end(shown, text.substring(0, control)), "", "the file holds the control character "
                    + codePoint(text.charAt(control)) + ", so it is not text; a text file in UTF-8 is needed");
            return Optional.empty();
        }
        if (result.isError()) {
            int wrong = Byte.toUnsignedInt(bytes[in.position()]);
            mistakes.add(end(shown, text), "", "the byte 0x" + Integer.toHexString(wrong)
                    + " is not UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean startsWith(byte[] bytes, int start, int... prefix) {
        if (bytes.length < start + prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (Byte.toUnsignedInt(bytes[start + i]) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean printable = c >= ' ' && c < 0x7F || c >= 0xA0 && c < 0xFFFE || c == '\t' || c == '\n' || c == '\r'
                    || c == 0x85;
            if (!printable) {
                return i;
            }
        }
        return -1;
    }

    private static String codePoint(char c) {
        String digits = Integer.toHexString(c);
        return "U+" + "0".repeat(4 - digits.length()) + digits.toUpperCase(Locale.ROOT);
    }

    private static Position end(String shown, String before) {
        String[] lines = before.split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        return new Position(shown, lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
