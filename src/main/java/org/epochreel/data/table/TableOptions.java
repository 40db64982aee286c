package org.epochreel.data.table;

import java.util.Optional;

/**
 * What somebody says about a table; what is not said is found out from the file.
 *
 * @param separator between the fields
 * @param decimal before the decimals
 * @param skipMissing whether rows without a value in a column that is asked for are left out; otherwise they are a
 *     mistake
 * @param header whether the first row names the columns; otherwise their names are 1, 2, 3 and so on
 * @param dateFormat how the dates of columns that are no numbers are written
 */
public record TableOptions(
        Optional<Separator> separator,
        Optional<DecimalMark> decimal,
        boolean skipMissing,
        Optional<Boolean> header,
        Optional<DateFormat> dateFormat) {

    /** Says nothing, so rows with missing values are a mistake. */
    public static final TableOptions NONE =
            new TableOptions(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
}
