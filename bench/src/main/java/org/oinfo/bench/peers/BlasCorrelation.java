package org.oinfo.bench.peers;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Correlation matrices by well-known libraries: one product of unit columns by netlib's BLAS, in Java or the machine's; for the Gaussian
 * copula, Commons Math ranks each column and gives the normal score of every rank that can occur, once.
 *
 * <p>{@code dgemm} computes both triangles; in Java it is still faster than {@code dsyrk}, which is not vectorised there:
 * 1.5 times for 10,000 samples of 500 variables, alone on the machine. In OpenBLAS {@code dsyrk} takes 0.6 of the time, so the
 * machine's library runs that, and the other triangle is copied.
 */
public final class BlasCorrelation {
    private final int samples;
    private final int variables;
    private final BLAS blas;
    private final NaturalRanking ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
    /** Unit columns [N*T], one variable after the other. */
    private final double[] z;

    private final double[] r;
    private final double[] column;

    /**
     * Makes the buffers for T samples of N variables.
     *
     * @param implementation {@code java}, or {@code native}: the machine's BLAS library
     * @throws IllegalStateException the implementation that was asked for is not here
     */
    public BlasCorrelation(int samples, int variables, String implementation) {
        this.blas = open(implementation);
        this.samples = samples;
        this.variables = variables;
        this.z = new double[samples * variables];
        this.r = new double[variables * variables];
        this.column = new double[samples];
    }

    /** The class that runs. */
    public String description() {
        return blas.getClass().getSimpleName();
    }

    /** Correlations [N*N] of x [T*N], row-major. */
    public double[] gaussian(double[] x) {
        for (int j = 0; j < variables; j++) {
            copyColumn(x, j);
            unit(column, j);
        }
        return product();
    }

    /** Correlations [N*N] of the normal scores of x [T*N], row-major; ties share their average rank. */
    public double[] copula(double[] x) {
        // Average ranks are multiples of a half: entry 2 rank.
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] scores = new double[2 * samples + 1];
        for (int twice = 2; twice <= 2 * samples; twice++) {
            scores[twice] = normal.inverseCumulativeProbability(0.5 * twice / (samples + 1));
        }
        for (int j = 0; j < variables; j++) {
            copyColumn(x, j);
            double[] ranks = ranking.rank(column);
            for (int t = 0; t < samples; t++) {
                column[t] = scores[(int) Math.rint(2 * ranks[t])];
            }
            unit(column, j);
        }
        return product();
    }

    private void copyColumn(double[] x, int j) {
        for (int t = 0; t < samples; t++) {
            column[t] = x[t * variables + j];
        }
    }

    /** Writes a column to z with mean 0 and length 1. */
    private void unit(double[] values, int j) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / samples;
        double squares = 0;
        for (int t = 0; t < samples; t++) {
            double centred = values[t] - mean;
            squares += centred * centred;
            z[j * samples + t] = centred;
        }
        blas.dscal(samples, 1 / Math.sqrt(squares), z, j * samples, 1);
    }

    private double[] product() {
        if (blas instanceof NativeBLAS) {
            blas.dsyrk("U", "T", variables, samples, 1, z, samples, 0, r, variables);
            for (int column = 0; column < variables; column++) {
                for (int row = 0; row < column; row++) {
                    r[row * variables + column] = r[column * variables + row];
                }
            }
        } else {
            blas.dgemm("T", "N", variables, variables, samples, 1, z, samples, z, samples, 0, r, variables);
        }
        return r;
    }

    private static BLAS open(String implementation) {
        return switch (implementation) {
            case "java" -> JavaBLAS.getInstance();
            case "native" -> {
                BLAS best = BLAS.getInstance();
                if (!(best instanceof NativeBLAS)) {
                    throw new IllegalStateException("native BLAS must be installed (libblas.so.3, or its path in"
                            + " -Ddev.ludovic.netlib.blas.nativeLibPath): found only "
                            + best.getClass().getSimpleName());
                }
                yield best;
            }
            default -> throw new IllegalArgumentException("blas must be java or native: blas=" + implementation);
        };
    }
}
