package org.oinfo.cli.search;

import java.util.List;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.parallel.Monitor;

/** One method of {@code oinfo search} on some data, made by a {@link SearchMethod}; making it refuses what cannot be searched. */
interface Search {
    /** Orders that are reported, the smallest and the largest: few samples for them are worth a warning. */
    List<Integer> orders();

    /** How many n-plets are scored, about, for the progress bar; -1 when nobody knows. */
    long work();

    /** Searches, until it is done or the monitor stops it. */
    Outcome run(Monitor monitor);
}
