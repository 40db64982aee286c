package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What was read from a scene's CSV files.
 *
 * @param inputNames names of the columns of inputs
 * @param xDates the dates that x stands for, if its column holds dates
 * @param told how the file was understood, in a sentence
 */
public record CsvPoints(
        DataSet dataSet, ImmutableList<String> inputNames, Optional<Dates> xDates, String told) {}
