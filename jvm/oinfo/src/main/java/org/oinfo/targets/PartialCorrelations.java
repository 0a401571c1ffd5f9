package org.oinfo.targets;

import java.util.Arrays;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Correlations of variables once some of them are known, one after another:
 * r_ij|c = (r_ij - r_ic r_jc) / sqrt((1 - r_ic^2) (1 - r_jc^2)).
 *
 * <p>The error of a partial correlation is that of r divided by the variance that is left; a variable with less than 1e-12 of
 * its variance left is <em>determined</em> by what is known and has no correlations any more.
 */
final class PartialCorrelations {
    private final int n;
    private final double[] r;
    /** Rest of each variance [n]. */
    private final double[] variance;

    private final boolean[] determined;

    PartialCorrelations(CorrelationMatrix matrix) {
        this.n = matrix.variables();
        this.r = matrix.array().clone();
        this.variance = new double[n];
        this.determined = new boolean[n];
        Arrays.fill(variance, 1);
    }

    /** From now on this variable is known; it must not be determined yet. */
    void given(int known) {
        double[] with = Arrays.copyOfRange(r, known * n, (known + 1) * n);
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            double left = (1 - with[i]) * (1 + with[i]);
            variance[i] *= left;
            if (i == known || variance[i] < Canonical.SINGULAR) {
                determined[i] = true;
            }
            scale[i] = determined[i] ? 0 : 1 / Math.sqrt(left);
        }
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                double partial = Math.fma(-with[i], with[j], r[i * n + j]) * (scale[i] * scale[j]);
                r[i * n + j] = r[j * n + i] = Math.clamp(partial, -1.0, 1.0);
            }
        }
    }

    /** Whether a variable has no variance left. */
    boolean determined(int variable) {
        return determined[variable];
    }

    /** Rest of a variance of 1. */
    double variance(int variable) {
        return variance[variable];
    }

    /** Correlations of some variables, given all that is known. */
    CorrelationMatrix of(int... variables) {
        int count = variables.length;
        double[] part = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                part[i * count + j] = r[variables[i] * n + variables[j]];
            }
        }
        return CorrelationMatrix.wrap(count, part);
    }
}
