package org.oinfo.cli.input;

/**
 * Where the data came from.
 *
 * @param source path or {@code standard input}
 * @param checksum SHA-256 of the bytes
 * @param covariance whether it is a matrix instead of samples
 * @param rows number of rows that were used
 * @param droppedRows number of rows left out because of missing values
 */
public record DataOrigin(String source, String checksum, boolean covariance, int rows, int droppedRows) {}
