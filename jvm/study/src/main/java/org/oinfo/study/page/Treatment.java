package org.oinfo.study.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Pruning;

/** What was done to a network after neurons were cut from it. */
enum Treatment {
    /** Nothing. */
    ABLATED("ablated"),
    /** Trained from the same initial weights. */
    RETRAINED("re-trained"),
    /** Trained further. */
    TUNED("tuned");

    private final String words;

    Treatment(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** As results name it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Accuracy of a sub-network after it. */
    @Nullable
    Double accuracy(Pruning pruning) {
        return switch (this) {
            case ABLATED -> pruning.ablated();
            case RETRAINED -> pruning.retrained();
            case TUNED -> pruning.tuned();
        };
    }
}
