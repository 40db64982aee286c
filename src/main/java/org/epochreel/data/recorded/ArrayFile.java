package org.epochreel.data.recorded;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;

/** A file that holds an array of numbers: .npy, a member of an .npz, or a table of text without dates. */
public final class ArrayFile {

    /** Most numbers that are read of one array. */
    public static final int MOST = 20_000_000;

    private static final int MAX_BYTES = 256 << 20;
    private static final String ARRAY = ".npy";
    private static final String ARCHIVE = ".npz";

    private ArrayFile() {}

    /** Whether a name says that the file is an archive of arrays. */
    public static boolean isArchive(Path file) {
        return ending(file).equals(ARCHIVE);
    }

    /**
     * Reads an array.
     *
     * @param member name of the array in an .npz, if somebody says so
     * @param usual the name that is taken otherwise, unless there is only one
     * @throws RecordingException if the file holds no such array
     * @throws IOException if it cannot be read
     */
    public static NumberArray read(Path file, Optional<String> member, String usual)
            throws RecordingException, IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new RecordingException("the file is too large; at most " + (MAX_BYTES >> 20) + " MiB are read");
        }
        return switch (ending(file)) {
            case ARRAY -> NpyFile.parse(Files.readAllBytes(file), MOST);
            case ARCHIVE -> member(Files.readAllBytes(file), member, usual);
            default -> table(file);
        };
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }

    private static NumberArray member(byte[] bytes, Optional<String> asked, String usual)
            throws RecordingException, IOException {
        List<String> names = new ArrayList<>();
        byte[] only = {};
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().endsWith(ARRAY)
                        ? entry.getName().substring(0, entry.getName().length() - ARRAY.length()) : entry.getName();
                names.add(name);
                boolean wanted = name.equals(asked.orElse(usual));
                if (wanted || names.size() == 1) {
                    only = zip.readNBytes(MAX_BYTES);
                }
                if (wanted) {
                    return NpyFile.parse(only, MOST);
                }
            }
        } catch (ZipException e) {
            throw new RecordingException("the archive is damaged (" + e.getMessage() + "); save it anew");
        }
        if (names.isEmpty()) {
            throw new RecordingException("it is no archive of NumPy, or an empty one; numpy.savez writes one");
        }
        if (asked.isEmpty() && names.size() == 1) {
            return NpyFile.parse(only, MOST);
        }
        throw new RecordingException("it holds no array called \"" + asked.orElse(usual) + "\"; it has "
                + String.join(", ", names) + ", of which one is named behind a slash, as in run.npz/" + names.get(0));
    }

    private static NumberArray table(Path file) throws RecordingException, IOException {
        try {
            TableFile table = TableFile.read(file, TableOptions.NONE);
            if (table.firstRowHoldsValues()) {
                table = TableFile.read(file, new TableOptions(
                        Optional.empty(), Optional.empty(), false, Optional.of(false), Optional.empty()));
            }
            ImmutableList<Column> columns = table.columns(table.names(), ImmutableList.of()).values();
            int rows = 0;
            for (Column column : columns) {
                if (!(column instanceof Column.Numbers numbers)) {
                    throw new RecordingException("column \"" + column.name() + "\" holds dates; numbers are needed");
                }
                rows = numbers.values().length();
            }
            if ((long) rows * columns.size() > MOST) {
                throw new RecordingException("it holds more than " + MOST + " numbers; save fewer epochs or points");
            }
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(rows * columns.size());
            for (int row = 0; row < rows; row++) {
                for (Column column : columns) {
                    values.add(((Column.Numbers) column).values().get(row));
                }
            }
            return new NumberArray(ImmutableIntArray.of(rows, columns.size()), values.build());
        } catch (TableException e) {
            throw new RecordingException("line " + e.problems().get(0).line() + ": " + e.problems().get(0).message());
        }
    }
}
