package org.epochreel.data.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays in files that NumPy 1.24 wrote: {@code arange(24).reshape(2, 3, 4) / 8 - 1}. */
class ArrayFileTest {

    @TempDir
    Path directory;

    private static NumberArray expected() {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
        for (int i = 0; i < 24; i++) {
            values.add(i / 8.0 - 1);
        }
        return new NumberArray(ImmutableIntArray.of(2, 3, 4), values.build());
    }

    private Path file(String name) throws Exception {
        Path file = directory.resolve(name);
        try (var in = ArrayFileTest.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubles.npy", "floats.npy", "fortran.npy", "version-2.npy", "version-3.npy", "two.npz", "one.npz"})
    void everyWayToWriteItIsTheSameArray(String name) throws Exception {
        assertEquals(expected(), ArrayFile.read(file(name), Optional.empty(), "predictions"));
    }

    @Test
    void wholeNumbersAreNumbers() throws Exception {
        NumberArray whole = ArrayFile.read(file("whole.npy"), Optional.empty(), "predictions");
        assertEquals(15, whole.values().get(23));
    }

    @Test
    void anotherMemberOfAnArchiveIsNamed() throws Exception {
        assertEquals(ImmutableDoubleArray.of(0, 0.5, 1),
                ArrayFile.read(file("two.npz"), Optional.of("x"), "predictions").values());
        assertEquals("it holds no array called \"y\"; it has predictions, x, of which one is named behind a slash, as in"
                + " run.npz/predictions", refusal(file("two.npz"), Optional.of("y")));
    }

    private static String refusal(Path file, Optional<String> member) {
        return assertThrows(RecordingException.class, () -> ArrayFile.read(file, member, "predictions")).getMessage();
    }

    @Test
    void whatCannotBeReadIsRefusedWithASentence() throws Exception {
        assertEquals("its numbers are of the type >f8; save them as float32 or float64, as with array.astype('<f8')",
                refusal(file("big-endian.npy"), Optional.empty()));
        byte[] whole = Files.readAllBytes(file("doubles.npy"));
        Path cut = Files.write(directory.resolve("cut.npy"), Arrays.copyOf(whole, whole.length - 1));
        assertEquals("the array is cut off; save it anew", refusal(cut, Optional.empty()));
        Path none = Files.write(directory.resolve("none.npy"), "x,y".getBytes(StandardCharsets.US_ASCII));
        assertEquals("it is no array of NumPy; numpy.save writes one", refusal(none, Optional.empty()));
        Path text = Files.write(directory.resolve("text.npz"), "x,y".getBytes(StandardCharsets.US_ASCII));
        assertTrue(refusal(text, Optional.empty()).startsWith("it is no archive of NumPy"));
        // Every shorter file, and every file with a wrong byte in its head, is refused or read, and nothing else.
        for (int length = 0; length < whole.length; length += 3) {
            refusal(Files.write(cut, Arrays.copyOf(whole, length)), Optional.empty());
        }
        for (int i = 0; i < 128; i++) {
            byte[] wrong = whole.clone();
            wrong[i] ^= 0x15;
            try {
                ArrayFile.read(Files.write(cut, wrong), Optional.empty(), "predictions");
            } catch (RecordingException e) {
                assertTrue(e.getMessage().length() > 20);
            }
        }
    }

    @Test
    void aTableIsAnArrayOfItsRows() throws Exception {
        Path named = Files.writeString(directory.resolve("named.csv"), "a;b\n1;2,5\n3;4\n");
        Path plain = Files.writeString(directory.resolve("plain.csv"), "1,2.5\n3,4\n");
        NumberArray expected = new NumberArray(ImmutableIntArray.of(2, 2), ImmutableDoubleArray.of(1, 2.5, 3, 4));
        assertEquals(expected, ArrayFile.read(named, Optional.empty(), "x"));
        assertEquals(expected, ArrayFile.read(plain, Optional.empty(), "x"));
    }
}
