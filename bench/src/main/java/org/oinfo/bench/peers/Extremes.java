package org.oinfo.bench.peers;

/**
 * The findings that the scanning peers keep: counts by sign, the sum of Omega, and the best n-plet at each end. Less than
 * the library.
 */
public final class Extremes {
    /** |Omega| up to this, in nats, is balanced: the library's threshold. */
    private static final double BALANCED = 1e-10;

    private long redundant;
    private long synergistic;
    private long balanced;
    private double sum;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long lowestRank = -1;
    private long highestRank = -1;

    void add(double omega, long rank) {
        sum += omega;
        if (omega > BALANCED) {
            redundant++;
        } else if (omega < -BALANCED) {
            synergistic++;
        } else {
            balanced++;
        }
        if (omega < lowest) {
            lowest = omega;
            lowestRank = rank;
        }
        if (omega > highest) {
            highest = omega;
            highestRank = rank;
        }
    }

    /** N-plets with Omega above 1e-10 nats. */
    public long redundant() {
        return redundant;
    }

    /** N-plets with Omega below -1e-10 nats. */
    public long synergistic() {
        return synergistic;
    }

    /** The others. */
    public long balanced() {
        return balanced;
    }

    /** Sum of Omega, nats. */
    public double sum() {
        return sum;
    }

    /** Smallest Omega, nats. */
    public double lowest() {
        return lowest;
    }

    /** Largest Omega, nats. */
    public double highest() {
        return highest;
    }

    /** Lexicographic rank of the n-plet with the smallest Omega. */
    public long lowestRank() {
        return lowestRank;
    }

    /** Lexicographic rank of the n-plet with the largest Omega. */
    public long highestRank() {
        return highestRank;
    }
}
