package org.oinfo.study.result;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The treatment of a network after neurons were cut from it and before it is tested. */
public enum Treatment {
    /** The trained weights, nothing trained again. */
    ABLATED("ablated"),
    /**
     * The trained weights, but the layer behind each cut one fitted by least squares, without labels, to what it computes in the
     * whole network.
     */
    REFITTED("refitted"),
    /** Trained from the initial weights of the whole network, on the images in the same order. */
    RETRAINED("re-trained"),
    /** Trained on from the trained weights. */
    TUNED("tuned");

    private final String words;

    Treatment(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** As results name it. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes training. */
    public boolean trains() {
        return this == RETRAINED || this == TUNED;
    }

    /** Accuracy of a sub-network after it; null where it was not done. */
    public @Nullable Double accuracy(Pruning pruning) {
        return switch (this) {
            case ABLATED -> pruning.ablated();
            case REFITTED -> pruning.refitted();
            case RETRAINED -> pruning.retrained();
            case TUNED -> pruning.tuned();
        };
    }
}
