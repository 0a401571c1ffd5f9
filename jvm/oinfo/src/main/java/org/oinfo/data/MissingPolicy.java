package org.oinfo.data;

/** What a reader does with a value that is not finite, and the remedy it names when it refuses. */
public enum MissingPolicy {
    REFUSE("correct it, or leave such rows out with --missing drop-rows"),
    DROP_ROWS("correct it"),
    /** A matrix has no samples that could be left out. */
    MATRIX("correct it, or leave that variable out of the matrix");

    private final String remedy;

    MissingPolicy(String remedy) {
        this.remedy = remedy;
    }

    public static MissingPolicy of(Missing missing) {
        return missing == Missing.DROP_ROWS ? DROP_ROWS : REFUSE;
    }

    public String remedy() {
        return remedy;
    }
}
