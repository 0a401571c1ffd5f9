package org.oinfo.cli.search;

import java.util.List;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Unit;

/** One method of {@code oinfo search} on some data, made by a {@link SearchMethod}; making it refuses what cannot be searched. */
interface Search {
    /** Orders that are reported, the smallest and the largest: few samples for them are worth a warning. */
    List<Integer> orders();

    /** How many n-plets are scored, about, for the progress bar; -1 when nobody knows. */
    long work();

    /** Searches, until it is done or the monitor cancels. */
    Found run(Monitor monitor);

    /** What was found. */
    interface Found {
        /** Whether the search was stopped before its end. */
        boolean partial();

        /** Adds how it was made: everything that the result depends on, and seconds of its parts. */
        void describe(Provenance run);

        /** The result as figures and rows; {@code variables} are all columns of the data. */
        Listing list(Provenance run, Variables variables, Unit unit);
    }
}
