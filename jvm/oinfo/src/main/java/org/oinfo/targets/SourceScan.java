package org.oinfo.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Monitor;

/** A scan over all n-plets of sources of one order. It is run once; its result is the same for any number of threads. */
public interface SourceScan {
    /** Number of n-plets. */
    long total();

    /** Runs the scan; when the monitor cancels it, what was scored until then is there, see {@link #partial}. */
    TargetLandscape run(int threads, Monitor monitor);

    /** Whether it was stopped before its end. */
    boolean partial();

    /** Counts and extremes until now. */
    TargetLandscape landscape();

    /** The n-plets of the smallest values, smallest first. */
    List<TargetNplet> lowest();

    /** The n-plets of the largest values, largest first. */
    List<TargetNplet> highest();

    /** How classes were modelled; null where the target has none. */
    default @Nullable ClassFit classes() {
        return null;
    }
}
