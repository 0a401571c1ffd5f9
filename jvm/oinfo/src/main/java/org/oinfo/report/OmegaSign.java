package org.oinfo.report;

import org.oinfo.kernels.OmegaHistogram;

/** Signs of O-information that a list stands for; what counts as balanced goes with both. */
enum OmegaSign {
    /** Of the most synergistic n-plets. */
    NOT_ABOVE_ZERO,
    /** Of the most redundant n-plets. */
    NOT_BELOW_ZERO,
    /** Of given n-plets, or of those ranked by another measure. */
    ANY;

    /** Whether an O-information, nats, has a sign that the list stands for. */
    boolean holds(double o) {
        return switch (this) {
            case NOT_ABOVE_ZERO -> o <= OmegaHistogram.BALANCED;
            case NOT_BELOW_ZERO -> o >= -OmegaHistogram.BALANCED;
            case ANY -> true;
        };
    }
}
