package org.oinfo.screen;

/**
 * Two columns of bits in some of the samples.
 *
 * @param both samples with 1 in both
 * @param first samples with 1 in the first
 * @param second samples with 1 in the second
 * @param all number of samples
 */
record FourCells(double both, double first, double second, double all) {
    /** G = 2 sum n ln(n / e) of independence, with the sign of the covariance; 0 where a column is constant. */
    double signedG() {
        double g = 2
                * (of(both)
                        + of(first - both)
                        + of(second - both)
                        + of(all - first - second + both)
                        - of(first)
                        - of(all - first)
                        - of(second)
                        - of(all - second)
                        + of(all));
        return Math.copySign(Math.max(0, g), both * all - first * second);
    }

    private static double of(double n) {
        return n > 0 ? n * Math.log(n) : 0;
    }

    /** The smaller of two G where their signs differ, else 0: how surely a dependence is one way here and the other way there. */
    static double turn(FourCells here, FourCells there) {
        double one = here.signedG();
        double other = there.signedG();
        return one * other < 0 ? Math.min(Math.abs(one), Math.abs(other)) : 0;
    }
}
