package org.oinfo.cli.input;

import java.util.regex.Pattern;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.EstimateOptions;

/** Makes correlations of data at a location that machines of a cluster read, such as {@code hdfs://host/data/*.npy}. */
@FunctionalInterface
public interface Locations {
    /** One letter before a colon is no scheme, here as elsewhere. */
    Pattern LOCATION = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    /**
     * Correlations of all rows there.
     *
     * @throws BadInputException the data cannot be used
     */
    SharedEstimate estimate(String location, ColumnChoice columns, EstimateOptions options);

    /** Whether a word names a location and no file. */
    static boolean isLocation(String word) {
        return LOCATION.matcher(word).matches();
    }

    /** Refuses a location where no cluster reads it. */
    static void refuse(String word) {
        if (isLocation(word)) {
            throw new BadInputException("data at a location is read by the machines of a cluster: found " + word
                    + "; give it to oinfo scan with --master, or name a file");
        }
    }
}
