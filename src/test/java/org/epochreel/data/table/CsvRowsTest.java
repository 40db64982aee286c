package org.epochreel.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void writesRowsThatReadBack() throws Exception {
        StringWriter text = new StringWriter();
        try (CsvRows.RowWriter rows = new CsvRows.RowWriter(text, ImmutableList.of("x", "y", "a \"b\", c"))) {
            rows.write(List.of("1", "2.5", ""));
            assertThrows(IllegalArgumentException.class, () -> rows.write(List.of("1")));
        }
        assertEquals("x,y,\"a \"\"b\"\", c\"\n1,2.5,\n", text.toString());
        List<List<String>> read = new ArrayList<>();
        CsvRows.read(new StringReader(text.toString()), Separator.COMMA, 1, field -> true, row -> read.add(row.fields()));
        assertEquals(List.of(List.of("x", "y", "a \"b\", c"), List.of("1", "2.5", "")), read);
    }
}
