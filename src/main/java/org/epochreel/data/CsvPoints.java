package org.epochreel.data;

import java.util.Optional;

/**
 * What was read from a scene's CSV files.
 *
 * @param xDates the dates that x stands for, if its column holds dates
 * @param told how the file was understood, in a sentence
 */
public record CsvPoints(DataSet dataSet, Optional<Dates> xDates, String told) {}
