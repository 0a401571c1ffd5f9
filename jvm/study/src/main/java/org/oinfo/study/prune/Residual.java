package org.oinfo.study.prune;

import java.util.Arrays;

/**
 * The covariance of variables given some of them, and their covariance with others: what is left after a regression on those.
 *
 * <p>Taking variable j off: {@code c[a][b] -= c[a][j] c[j][b] / c[j][j]}, the Schur complement.
 */
final class Residual {
    /** A variable of which less than this share of its variance is left is determined by the others. */
    private static final double NOTHING = 1e-9;

    private final double[][] covariance;
    private final double[] whole;

    /**
     * Nothing is taken off yet.
     *
     * @param covariance of the variables, columns of others behind it; changed from now on
     */
    Residual(double[][] covariance) {
        this.covariance = covariance;
        this.whole = new double[covariance.length];
        Arrays.setAll(whole, i -> covariance[i][i]);
    }

    private Residual(double[][] covariance, double[] whole) {
        this.covariance = covariance;
        this.whole = whole;
    }

    /** A copy to go on with. */
    Residual copy() {
        return new Residual(Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new), whole);
    }

    /** A copy of some variables and all columns behind them. */
    Residual part(int from, int to) {
        int variables = covariance.length;
        double[][] part = new double[to - from][];
        for (int i = from; i < to; i++) {
            int others = covariance[i].length - variables;
            double[] row = Arrays.copyOf(Arrays.copyOfRange(covariance[i], from, to), to - from + others);
            System.arraycopy(covariance[i], variables, row, to - from, others);
            part[i - from] = row;
        }
        return new Residual(part, Arrays.copyOfRange(whole, from, to));
    }

    /** Variance that is left; 0 where it is no more than rounding. */
    double variance(int variable) {
        double left = covariance[variable][variable];
        return left > NOTHING * whole[variable] ? left : 0;
    }

    /** Variance that is left when another variable is taken off. */
    double variance(int variable, int given) {
        double known = variance(given);
        if (known == 0) {
            return variance(variable);
        }
        double[] row = covariance[variable];
        double left = row[variable] - row[given] / known * covariance[given][variable];
        return left > NOTHING * whole[variable] ? left : 0;
    }

    /** What taking the variable off leaves less of the others' variances, summed. */
    double explains(int variable) {
        double left = variance(variable);
        if (left == 0) {
            return 0;
        }
        double sum = 0;
        double[] row = covariance[variable];
        for (int i = covariance.length; i < row.length; i++) {
            sum += row[i] * row[i];
        }
        return sum / left;
    }

    /** Takes a variable off; one of which nothing is left changes nothing. */
    void take(int variable) {
        double left = variance(variable);
        if (left == 0) {
            return;
        }
        double[] row = covariance[variable].clone();
        for (int i = 0; i < covariance.length; i++) {
            double factor = covariance[i][variable] / left;
            if (factor != 0) {
                double[] other = covariance[i];
                for (int j = 0; j < row.length; j++) {
                    other[j] -= factor * row[j];
                }
            }
        }
    }
}
