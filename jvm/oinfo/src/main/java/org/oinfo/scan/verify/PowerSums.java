package org.oinfo.scan.verify;

import java.math.BigDecimal;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * p_t = tr R^t for t up to an order, each as two doubles: products of rows of R^m, m up to half the order, whose elements are sums with
 * the errors of all operations beside them. Loops go along rows, without dependences, so that the compiler makes vectors of them.
 */
final class PowerSums {
    /** Rows of a product that are made together, so that what they share is fetched once. */
    private static final int ROWS = 8;

    private final int n;
    private final BigDecimal[] sums;

    PowerSums(CorrelationMatrix r, int order) {
        n = r.variables();
        sums = new BigDecimal[Math.max(order, 2) + 1];
        sums[1] = BigDecimal.valueOf(n);
        double[] high = r.array();
        double[] low = new double[n * n];
        sums[2] = trace(high, low, high, low);
        for (int m = 2; 2 * m - 1 <= order; m++) {
            double[] nextHigh = new double[n * n];
            double[] nextLow = new double[n * n];
            for (int i = 0; i < n; i += ROWS) {
                rows(r.array(), i, high, low, nextHigh, nextLow);
            }
            mirror(nextHigh);
            mirror(nextLow);
            sums[2 * m - 1] = trace(nextHigh, nextLow, high, low);
            if (2 * m <= order) {
                sums[2 * m] = trace(nextHigh, nextLow, nextHigh, nextLow);
            }
            high = nextHigh;
            low = nextLow;
        }
    }

    BigDecimal of(int t) {
        return sums[t];
    }

    /** Rows from {@code first} on of R times a power of it in two parts, from the diagonal on. */
    private void rows(double[] r, int first, double[] high, double[] low, double[] outHigh, double[] outLow) {
        int end = Math.min(n, first + ROWS);
        for (int l = 0; l < n; l++) {
            for (int i = first; i < end; i++) {
                axpy(r[i * n + l], high, low, l * n, outHigh, outLow, i * n, first);
            }
        }
    }

    private void axpy(
            double x, double[] high, double[] low, int from, double[] outHigh, double[] outLow, int at, int first) {
        for (int j = first; j < n; j++) {
            double y = high[from + j];
            double product = x * y;
            double error = Math.fma(x, y, -product);
            double before = outHigh[at + j];
            double sum = before + product;
            double part = sum - before;
            outLow[at + j] += (before - (sum - part)) + (product - part) + (error + x * low[from + j]);
            outHigh[at + j] = sum;
        }
    }

    /** What is above the diagonal is below it, too. */
    private void mirror(double[] matrix) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * n + j] = matrix[j * n + i];
            }
        }
    }

    /** tr A B of two symmetric matrices, each in two parts: row by row, then over the rows. */
    private BigDecimal trace(double[] aHigh, double[] aLow, double[] bHigh, double[] bLow) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            double high = 0;
            double low = 0;
            for (int at = i * n; at < (i + 1) * n; at++) {
                double product = aHigh[at] * bHigh[at];
                double error = Math.fma(aHigh[at], bHigh[at], -product);
                double sum = high + product;
                double part = sum - high;
                low += (high - (sum - part)) + (product - part) + error + (aHigh[at] * bLow[at] + aLow[at] * bHigh[at]);
                high = sum;
            }
            total = total.add(new BigDecimal(high)).add(new BigDecimal(low));
        }
        return total;
    }
}
