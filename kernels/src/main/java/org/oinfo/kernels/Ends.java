package org.oinfo.kernels;

/** Which extremes a scan ranks; nothing is spent on the other end. */
public enum Ends {
    /** The most synergistic and the most redundant n-plets. */
    BOTH,
    /** The n-plets with the smallest Omega. */
    SYNERGISTIC,
    /** The n-plets with the largest Omega. */
    REDUNDANT;

    /** Whether the most synergistic n-plets are ranked. */
    public boolean synergistic() {
        return this != REDUNDANT;
    }

    /** Whether the most redundant n-plets are ranked. */
    public boolean redundant() {
        return this != SYNERGISTIC;
    }
}
