package org.oinfo.bench.peers;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import org.netlib.util.intW;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * LAPACK, matrix after matrix, each staying in the first cache: Cholesky factor, inverse of the factor, sums of squares of
 * its columns.
 *
 * <p>By the unblocked {@code dpotf2} and {@code dtrti2}. The blocked {@code dpotrf} and {@code dpotri} ask for their block
 * size by name at every call and form the whole inverse: measured in Java 2 to 4 times slower for orders 3 to 10 and 1.5
 * times at 20; in OpenBLAS equal to 1.3 times slower.
 */
public final class LapackMeasures implements MeasuresKernel {
    private final CorrelationMatrix r;
    private final int order;
    private final LAPACK lapack;
    private final double[] a;
    private final intW info = new intW(0);

    /**
     * Scores n-plets of one order of {@code r}.
     *
     * @param implementation {@code java}, or {@code native}: the machine's LAPACK library
     * @throws IllegalStateException the implementation that was asked for is not here
     */
    public LapackMeasures(CorrelationMatrix r, int order, String implementation) {
        this.r = r;
        this.order = order;
        this.a = new double[order * order];
        this.lapack = open(implementation);
    }

    /** The class that runs. */
    public String description() {
        return lapack.getClass().getSimpleName();
    }

    @Override
    public void measures(int[] nplets, int count, int k, double[] out) {
        for (int i = 0; i < count; i++) {
            // Symmetric, so row-major and LAPACK's column-major are the same; its lower triangle is our upper one.
            SmallMatrix.gather(r, nplets, i * order, order, a);
            lapack.dpotf2("L", order, a, order, info);
            check();
            double product = 1;
            for (int j = 0; j < order; j++) {
                product *= a[j * order + j];
            }
            lapack.dtrti2("L", "N", order, a, order, info);
            check();
            double precisions = 1;
            for (int j = 0; j < order; j++) {
                double sum = 0;
                for (int row = j; row < order; row++) {
                    sum += a[j * order + row] * a[j * order + row];
                }
                precisions *= sum;
            }
            SmallMatrix.write(product * product, precisions, out, i * VALUES);
        }
    }

    private void check() {
        if (info.val != 0) {
            throw new ArithmeticException("the benchmark's matrix must be positive definite: info=" + info.val);
        }
    }

    private static LAPACK open(String implementation) {
        return switch (implementation) {
            case "java" -> JavaLAPACK.getInstance();
            case "native" -> {
                LAPACK best = LAPACK.getInstance();
                if (!(best instanceof NativeLAPACK)) {
                    throw new IllegalStateException("native LAPACK must be installed (liblapack.so.3, or its path in"
                            + " -Ddev.ludovic.netlib.lapack.nativeLibPath): found only "
                            + best.getClass().getSimpleName());
                }
                yield best;
            }
            default -> throw new IllegalArgumentException("lapack must be java or native: lapack=" + implementation);
        };
    }
}
