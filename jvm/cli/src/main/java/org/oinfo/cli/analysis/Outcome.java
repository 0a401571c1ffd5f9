package org.oinfo.cli.analysis;

import java.util.List;
import org.oinfo.data.Warning;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;

/** The finding of an analysis: {@code head -> report} where there is nothing more to say. */
@FunctionalInterface
public interface Outcome {
    /** The result for its reader. */
    Report report(ReportHead head);

    /** What a user should know of the result before reading it, besides what is known of the data. */
    default List<Warning> warnings() {
        return List.of();
    }

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
            public List<Warning> warnings() {
                return result.warnings();
            }

            @Override
            public boolean partial() {
                return partial;
            }
        };
    }

    /** An outcome with something to warn of. */
    static Outcome of(List<Warning> warnings, Outcome result) {
        return new Outcome() {
            @Override
            public Report report(ReportHead head) {
                return result.report(head);
            }

            @Override
            public List<Warning> warnings() {
                return warnings;
            }
        };
    }
}
