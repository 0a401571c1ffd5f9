package org.oinfo.cli.input;

import java.util.List;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Warning;
import org.oinfo.estimate.SharedEstimate;

/**
 * Where the data came from.
 *
 * @param source path or {@code standard input}
 * @param dataset name of the array that was read, where the file may hold several, or an empty string
 * @param checksum SHA-256 of the bytes
 * @param covariance whether it is a matrix instead of samples
 * @param elsewhere whether the samples are not here, but where machines of a cluster have read them
 * @param rows number of rows that were used
 * @param droppedRows number of rows left out because of missing values
 * @param warnings what there is to know of how it was read
 */
public record DataOrigin(
        String source,
        String dataset,
        String checksum,
        boolean covariance,
        boolean elsewhere,
        int rows,
        int droppedRows,
        List<Warning> warnings) {
    static DataOrigin of(Samples samples) {
        return new DataOrigin(
                samples.source(),
                samples.dataset(),
                samples.checksum(),
                false,
                false,
                samples.samples(),
                samples.droppedRows(),
                samples.readWarnings());
    }

    static DataOrigin of(SharedEstimate shared) {
        return new DataOrigin(
                shared.source(), "", "", false, true, shared.estimate().samples(), 0, List.of());
    }

    /** Whether the samples can be looked at again. */
    public boolean hasSamples() {
        return !covariance && !elsewhere;
    }

    static DataOrigin of(SquareMatrix matrix) {
        return new DataOrigin(
                matrix.source(),
                matrix.dataset(),
                matrix.checksum(),
                true,
                false,
                matrix.variables(),
                0,
                matrix.readWarnings());
    }
}
