package org.oinfo.targets;

/** Measure that n-plets of sources are ranked by. */
public enum TargetMeasure {
    /** dOmega: negative values are synergy, positive ones redundancy about the target. */
    DOMEGA("synergistic", "redundant"),
    /** The joint mutual information with the target. */
    I("least", "most"),
    /** I(X;Y) - sum_i I(X_i;Y): negative values are redundancy, positive ones synergy. */
    RSI("redundant", "synergistic");

    private final String lowest;
    private final String highest;

    TargetMeasure(String lowest, String highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The value of this measure among all three, of an n-plet. */
    public double of(double domega, double i, double rsi) {
        return switch (this) {
            case DOMEGA -> domega;
            case I -> i;
            case RSI -> rsi;
        };
    }

    /** Name of the n-plets of the smallest values. */
    public String lowest() {
        return lowest;
    }

    /** Name of the n-plets of the largest values. */
    public String highest() {
        return highest;
    }
}
