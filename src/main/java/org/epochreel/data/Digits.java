package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The 1797 images of 8 by 8 pixels of the test part of "Optical Recognition of Handwritten Digits" (E. Alpaydin and
 * C. Kaynak, 1998, UCI Machine Learning Repository, CC BY 4.0), in the copy of scikit-learn 1.2.1. Pixels go from 0 to
 * 1, row by row from the top left; they are the file's numbers divided by 16.
 */
final class Digits {

    static final int COUNT = 1797;
    static final int SIDE = 8;
    static final int CLASSES = 10;

    private static final String FILE = "digits.csv.gz";
    private static final double MOST = 16;

    private Digits() {}

    static Samples all() {
        double[][] pixels = new double[SIDE * SIDE][COUNT];
        int[] digits = new int[COUNT];
        try (InputStream file = Digits.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            for (int row = 0; row < COUNT; row++) {
                String[] numbers = lines.readLine().split(",");
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    pixels[pixel][row] = Integer.parseInt(numbers[pixel]) / MOST;
                }
                digits[row] = Integer.parseInt(numbers[pixels.length]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the digits that come with the program cannot be read", e);
        }
        ImmutableList<String> names =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        return Samples.labelled(Matrix.ofColumns(pixels), new Labels(names, ImmutableIntArray.copyOf(digits)));
    }
}
