package org.epochreel.print.type;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Ints;
import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.epochreel.font.Face;

/** Writes a font as a whole OpenType file, which finds its glyphs by characters, as pages and drawings embed it. */
public final class OpenTypeFont {

    private static final int ASCENT = 1984;
    private static final int DESCENT = 494;
    private static final int TAG = 4;
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int CHECK = 0xB1B0AFBA;

    private OpenTypeFont() {}

    public static byte[] of(SubsetFont font) {
        ImmutableSortedMap<String, byte[]> tables = ImmutableSortedMap.<String, byte[]>naturalOrder()
                .put("CFF ", CompactFont.of(font))
                .put("OS/2", os2(font))
                .put("cmap", characters(font))
                .put("head", head(font))
                .put("hhea", hhea(font))
                .put("hmtx", advances(font))
                .put("maxp", ByteBuffer.allocate(6).putInt(0x00005000).putShort((short) count(font)).array())
                .put("name", names(font))
                .put("post", ByteBuffer.allocate(32).putInt(0x00030000).array())
                .buildOrThrow();
        return file(tables);
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int start = DIRECTORY + ENTRY * tables.size();
        int length = start + tables.values().stream().mapToInt(table -> padded(table.length)).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        int power = Integer.highestOneBit(tables.size());
        out.put("OTTO".getBytes(StandardCharsets.US_ASCII)).putShort((short) tables.size());
        out.putShort((short) (ENTRY * power)).putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (ENTRY * (tables.size() - power)));
        int at = start;
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            head = table.getKey().equals("head") ? at : head;
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII), 0, TAG);
            out.putInt(sum(ByteBuffer.wrap(table.getValue()))).putInt(at).putInt(table.getValue().length);
            at += padded(table.getValue().length);
        }
        for (byte[] table : tables.values()) {
            out.put(table);
            out.position(padded(out.position()));
        }
        out.rewind();
        out.putInt(head + 8, CHECK - sum(out));
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int sum(ByteBuffer bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.limit(); i += 4) {
            for (int k = 0; k < 4; k++) {
                sum += i + k < bytes.limit() ? (bytes.get(i + k) & 0xFF) << 24 - 8 * k : 0;
            }
        }
        return sum;
    }

    private static int count(SubsetFont font) {
        return font.entries().size() + 1;
    }

    private static short widest(SubsetFont font) {
        return (short) font.entries().stream().mapToInt(OpenTypeFont::advance).max().orElse(0);
    }

    private static int advance(SubsetFont.Entry entry) {
        return (int) Math.rint(entry.glyph().advance());
    }

    private static byte[] head(SubsetFont font) {
        Rectangle2D box = CompactFont.box(font);
        return ByteBuffer.allocate(54)
                .putInt(0x00010000).putInt(0x00010000).putInt(0).putInt(0x5F0F3CF5)
                .putShort((short) 3).putShort((short) Face.UNITS).putLong(0).putLong(0)
                .putShort((short) Math.floor(box.getMinX())).putShort((short) Math.floor(box.getMinY()))
                .putShort((short) Math.ceil(box.getMaxX())).putShort((short) Math.ceil(box.getMaxY()))
                .putShort((short) 0).putShort((short) 6).putShort((short) 2).putShort((short) 0).putShort((short) 0)
                .array();
    }

    private static byte[] hhea(SubsetFont font) {
        ByteBuffer table = ByteBuffer.allocate(36).putInt(0x00010000)
                .putShort((short) ASCENT).putShort((short) -DESCENT).putShort((short) 0).putShort(widest(font));
        return table.putShort(18, (short) 1).putShort(34, (short) count(font)).array();
    }

    private static byte[] advances(SubsetFont font) {
        ByteBuffer table = ByteBuffer.allocate(4 * count(font)).putInt(0);
        font.entries().forEach(entry -> table.putShort((short) advance(entry))
                .putShort((short) Math.floor(entry.glyph().bounds().getMinX())));
        return table.array();
    }

    private static byte[] characters(SubsetFont font) {
        List<SubsetFont.Entry> sorted = font.entries().stream()
                .sorted(Comparator.comparingInt(SubsetFont.Entry::code))
                .toList();
        int length = 16 + 12 * sorted.size();
        ByteBuffer table = ByteBuffer.allocate(12 + length)
                .putShort((short) 0).putShort((short) 1).putShort((short) 3).putShort((short) 10).putInt(12)
                .putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(sorted.size());
        sorted.forEach(entry -> table.putInt(entry.code()).putInt(entry.code()).putInt(entry.id()));
        return table.array();
    }

    private static byte[] os2(SubsetFont font) {
        ByteBuffer table = ByteBuffer.allocate(96).putShort((short) 4).putShort((short) (Face.UNITS / 2))
                .putShort((short) 400).putShort((short) 5);
        int[] codes = font.entries().stream().mapToInt(SubsetFont.Entry::code).toArray();
        int first = codes.length == 0 ? 0 : Math.min(0xFFFF, Ints.min(codes));
        int last = codes.length == 0 ? 0 : Math.min(0xFFFF, Ints.max(codes));
        table.position(62);
        table.putShort((short) 0x40).putShort((short) first).putShort((short) last)
                .putShort((short) ASCENT).putShort((short) -DESCENT).putShort((short) 0)
                .putShort((short) ASCENT).putShort((short) DESCENT).putLong(0)
                .putShort((short) (Face.UNITS / 2)).putShort((short) Face.CAP_HEIGHT);
        return table.array();
    }

    private static byte[] names(SubsetFont font) {
        int[] kinds = {1, 2, 3, 4, 6};
        byte[][] texts = new byte[kinds.length][];
        int length = 6 + 12 * kinds.length;
        for (int i = 0; i < kinds.length; i++) {
            texts[i] = (kinds[i] == 2 ? "Regular" : font.name()).getBytes(StandardCharsets.UTF_16BE);
            length += texts[i].length;
        }
        ByteBuffer table = ByteBuffer.allocate(length)
                .putShort((short) 0).putShort((short) kinds.length).putShort((short) (6 + 12 * kinds.length));
        int at = 0;
        for (int i = 0; i < kinds.length; i++) {
            table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort((short) kinds[i])
                    .putShort((short) texts[i].length).putShort((short) at);
            at += texts[i].length;
        }
        for (byte[] text : texts) {
            table.put(text);
        }
        return table.array();
    }
}
