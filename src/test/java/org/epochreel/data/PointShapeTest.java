package org.epochreel.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.epochreel.reference.Reference;
import org.epochreel.reference.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of points, grids and drawn rows against NumPy's from the same seeds. */
class PointShapeTest {

    private static Stream<Reference> all() {
        Reference file = Reference.read("points.json");
        return Stream.of("points_cases", "grid_cases", "uniform_cases").flatMap(kind -> file.at(kind).each().stream());
    }

    static Stream<String> cases() {
        return all().map(one -> one.at("id").text());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsAreThoseOfNumPy(String id) {
        Reference one = all().filter(candidate -> candidate.at("id").text().equals(id)).findFirst().orElseThrow();
        DataSource source = ReferenceData.of(one.at("data"));
        DataSet data = source.dataSet();
        assertEquals(source.trainCount(), data.train().count());
        compare(one.at("train"), data.train());
        assertEquals(one.has("test"), data.test().isPresent());
        data.test().ifPresent(test -> compare(one.at("test"), test));
        assertEquals(data, source.dataSet());
    }

    private static void compare(Reference expected, Samples samples) {
        assertEquals(expected.at("count").integer(), samples.count());
        samples.labels().ifPresent(labels -> {
            int[] counts = new int[labels.classes().size()];
            labels.indices().forEach(index -> counts[index]++);
            assertArrayEquals(expected.at("class_counts").integers(), counts);
        });
        // A small set is given whole.
        Reference firstRows = expected.at(expected.has("rows") ? "rows" : "first_rows");
        for (int row = 0; row < firstRows.size(); row++) {
            compareRow(firstRows.at(row), samples, row);
        }
        Reference lastRows = expected.at(expected.has("rows") ? "rows" : "last_rows");
        for (int i = 0; i < lastRows.size(); i++) {
            compareRow(lastRows.at(i), samples, samples.count() - lastRows.size() + i);
        }
        if (expected.has("at_class_edges")) {
            for (Reference edge : expected.at("at_class_edges").each()) {
                compareRow(edge.at("values"), samples, edge.at("row").integer());
            }
        }
        for (int column = 0; column < 2; column++) {
            double[] values = samples.inputs().columns().get(column).toArray();
            double magnitude = Arrays.stream(values).map(Math::abs).sum();
            assertEquals(expected.at("column_sums").at(column).number(), Arrays.stream(values).sum(),
                    1e-13 * magnitude);
            if (expected.has("column_sums_of_squares")) {
                double squares = expected.at("column_sums_of_squares").at(column).number();
                assertEquals(squares, Arrays.stream(values).map(x -> x * x).sum(), 1e-13 * squares);
            }
        }
    }

    private static void compareRow(Reference expected, Samples samples, int row) {
        for (int column = 0; column < 2; column++) {
            double value = expected.at(column).number();
            assertEquals(value, samples.inputs().at(row, column), 1e-14 * Math.max(1, Math.abs(value)));
        }
        if (samples.labels().isPresent()) {
            assertEquals(expected.at(2).integer(), samples.labels().get().indices().get(row));
        } else {
            double value = expected.at(2).number();
            assertEquals(value, samples.y().get(row), 1e-14 * Math.max(1, Math.abs(value)));
        }
    }

    @Test
    void figuresThatCannotBeDrawnAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Moons(1));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Circles(10, 0));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Spirals(10, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Spirals(3, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Blobs(10, ImmutableList.of(), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Blobs(10, ImmutableList.of(), 3, -1));
        assertThrows(IllegalArgumentException.class, () -> new PointShape.Checkerboard(10, 1));
    }
}
