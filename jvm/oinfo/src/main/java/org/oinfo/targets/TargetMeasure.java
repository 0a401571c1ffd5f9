package org.oinfo.targets;

/** Measure that n-plets of sources are ranked by. */
public enum TargetMeasure {
    /** dOmega: negative values are synergy, positive ones redundancy about the target. */
    DOMEGA("synergistic", "redundant"),
    /** The joint mutual information with the target. */
    I("least", "most"),
    /** I(X;Y) - sum_i I(X_i;Y): negative values are redundancy, positive ones synergy. */
    RSI("redundant", "synergistic");

    /** Nats; below it there is no sign. */
    private static final double BALANCED = 1e-10;

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

    /**
     * What an n-plet is called. The signs of dOmega and RSI say which of the two an n-plet is, whichever end of the ranking it was
     * found at; there is none to the joint information.
     *
     * @param value of this measure
     * @param large whether it was found among the largest values
     */
    public String end(double value, boolean large) {
        if (this == I) {
            return large ? highest : lowest;
        }
        return Math.abs(value) <= BALANCED ? "balanced" : value > 0 ? highest : lowest;
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
