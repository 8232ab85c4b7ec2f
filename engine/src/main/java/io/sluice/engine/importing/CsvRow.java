package io.sluice.engine.importing;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line the physical line on which it begins, counted from 1
 * @param text the record as it stands in the file
 */
public record CsvRow(long line, List<String> values, String text) {}
