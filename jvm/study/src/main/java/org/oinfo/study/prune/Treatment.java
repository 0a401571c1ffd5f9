package org.oinfo.study.prune;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Pruning;

/** What a sub-network goes through before it is tested. */
enum Treatment {
    /** The trained weights, nothing trained again. */
    ABLATED,
    /** Trained from the initial weights of the whole network, on the images in the same order. */
    RETRAINED,
    /** Trained on from the trained weights. */
    TUNED;

    /** As results say it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The accuracy after this; null where it was not done. */
    @Nullable
    Double accuracy(Pruning pruning) {
        return switch (this) {
            case ABLATED -> pruning.ablated();
            case RETRAINED -> pruning.retrained();
            case TUNED -> pruning.tuned();
        };
    }
}
