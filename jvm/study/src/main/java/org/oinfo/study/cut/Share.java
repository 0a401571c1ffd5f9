package org.oinfo.study.cut;

/**
 * A share of examples with its interval: {@code (p + z^2/2n -+ z sqrt(p (1-p)/n + z^2/4n^2)) / (1 + z^2/n)}, z = 1.96, of Wilson 1927 (doi
 * 10.1080/01621459.1927.10502953). It covers what other examples from the same source would change.
 *
 * @param share p
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record Share(double share, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** So many of n. */
    public static Share of(int count, int n) {
        double p = (double) count / n;
        double z2 = Z * Z / n;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        return new Share(p, middle - half, middle + half);
    }
}
