package org.oinfo;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.SampleScores;
import org.oinfo.parallel.Monitor;

/**
 * A target for whoever keeps pieces of its analyses, or does them.
 *
 * @param words the target, in words
 * @param scores of the sources; null where there are none, and then no other machine can have it
 * @param made makes it of the same data elsewhere
 */
record SentTarget(String words, @Nullable SampleScores scores, Made made) {
    /** Makes the analyses of a target. */
    @FunctionalInterface
    interface Made extends Serializable {
        /** Those of the data as they are there. */
        TargetAnalysis of(OInformation info);
    }

    /** An analysis of a target, gone through once more. */
    @FunctionalInterface
    interface Repeated extends Serializable {
        /** Goes through it; what it finds in the end is of no interest. */
        void run(TargetAnalysis target, Monitor monitor);
    }

    /** The monitor of an analysis that begins, told of positions among the sources. */
    Monitor begun(OInformation info, Monitor monitor, AnalysisWords analysis, Repeated again) {
        Made target = made;
        return info.begun(monitor, analysis, scores, (on, more) -> again.run(target.of(on), more));
    }
}
