package org.epochreel.data.recorded;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an array as NumPy's {@code save} writes it: the NPY format of versions 1 to 3, with little-endian float32,
 * float64, int32 or int64, in C or Fortran order.
 */
final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final int MAX_AXES = 8;
    private static final int MAX_HEADER = 1 << 16;

    private NpyFile() {}

    /** @throws RecordingException if the bytes are no such array, or more numbers than {@code most} */
    static NumberArray parse(byte[] bytes, int most) throws RecordingException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (byte expected : MAGIC) {
            if (!in.hasRemaining() || in.get() != expected) {
                throw new RecordingException("it is no array of NumPy; numpy.save writes one");
            }
        }
        if (in.remaining() < 6) {
            throw cutOff();
        }
        int version = in.get();
        in.get();
        if (version < 1 || version > 3) {
            throw new RecordingException("it is in version " + version + " of the format NPY; versions 1 to 3 are known");
        }
        int length = version == 1 ? in.getShort() & 0xFFFF : in.getInt();
        if (length < 0 || length > in.remaining() || length > MAX_HEADER) {
            throw cutOff();
        }
        byte[] header = new byte[length];
        in.get(header);
        return read(new String(header, StandardCharsets.UTF_8), in, most);
    }

    private static RecordingException cutOff() {
        return new RecordingException("the array is cut off; save it anew");
    }

    private static NumberArray read(String header, ByteBuffer in, int most) throws RecordingException {
        Matcher type = TYPE.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !order.find() || !shape.find()) {
            throw new RecordingException("it holds something else than numbers; save an array of float32 or float64");
        }
        int size = switch (type.group(1)) {
            case "<f4", "<i4" -> 4;
            case "<f8", "<i8" -> 8;
            default -> throw new RecordingException("its numbers are of the type " + type.group(1)
                    + "; save them as float32 or float64, as with array.astype('<f8')");
        };
        ImmutableIntArray.Builder counts = ImmutableIntArray.builder();
        long all = 1;
        for (String count : shape.group(1).split(",")) {
            if (!count.isBlank()) {
                if (!count.strip().matches("[0-9]+")) {
                    throw new RecordingException("its shape (" + shape.group(1) + ") is none; save it anew");
                }
                long along = count.strip().length() > 9 ? Integer.MAX_VALUE : Long.parseLong(count.strip());
                all = Math.min(all * along, Integer.MAX_VALUE);
                counts.add((int) along);
            }
        }
        ImmutableIntArray axes = counts.build();
        if (all > most || axes.length() > MAX_AXES) {
            throw new RecordingException("it holds more than " + most + " numbers; save fewer epochs or points");
        }
        if (all * size > in.remaining()) {
            throw cutOff();
        }
        double[] values = new double[(int) all];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type.group(1)) {
                case "<f4" -> in.getFloat();
                case "<i4" -> in.getInt();
                case "<i8" -> in.getLong();
                default -> in.getDouble();
            };
        }
        boolean firstFastest = order.group(1).equals("True");
        return new NumberArray(axes, ImmutableDoubleArray.copyOf(firstFastest ? lastFastest(values, axes) : values));
    }

    private static double[] lastFastest(double[] values, ImmutableIntArray axes) {
        double[] turned = new double[values.length];
        int[] at = new int[axes.length()];
        for (double value : values) {
            int place = 0;
            for (int axis = 0; axis < at.length; axis++) {
                place = place * axes.get(axis) + at[axis];
            }
            turned[place] = value;
            for (int axis = 0; axis < at.length && ++at[axis] == axes.get(axis); axis++) {
                at[axis] = 0;
            }
        }
        return turned;
    }
}
