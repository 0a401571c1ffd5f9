package org.oinfo.cli.analysis;

import org.oinfo.report.Provenance;
import org.oinfo.report.Report;

/** The finding of an analysis: {@code head -> report} where there is nothing more to say. */
@FunctionalInterface
public interface Outcome {
    /** The result for its reader. */
    Report report(ReportHead head);

    /** Whether the analysis was stopped before its end. */
    default boolean partial() {
        return false;
    }

    /** Adds how it was made: all that the result depends on and no other command has, and seconds of its parts. */
    default void describe(Provenance run) {}

    /** An outcome of work that may have been stopped. */
    static Outcome of(boolean partial, Outcome result) {
        return new Outcome() {
            @Override
            public Report report(ReportHead head) {
                return result.report(head);
            }

            @Override
            public boolean partial() {
                return partial;
            }
        };
    }
}
