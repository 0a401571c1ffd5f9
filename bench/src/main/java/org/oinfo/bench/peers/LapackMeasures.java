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
 * <p>By the unblocked {@code dpotf2} and {@code dtrti2}; in a native library by {@code dpotrf} and {@code dtrtri} from order
 * {@value #BLOCKED} on. Measured in one run, alone on the machine, on Zen 3: in Java the blocked routines took 2.5, 1.5, 1.1 and
 * 1.2 times as long at orders 3, 5, 10 and 20; in OpenBLAS 1.1, 1.0, 1.3 and 0.9 times. {@code dpotri}, which forms the whole
 * inverse, was slower than {@code dtrtri} nearly everywhere: 1.3 to 3.5 times the unblocked routines in Java.
 */
public final class LapackMeasures implements MeasuresKernel {
    private static final int BLOCKED = 16;

    private final CorrelationMatrix r;
    private final int order;
    private final LAPACK lapack;
    private final boolean blocked;
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
        this.blocked = lapack instanceof NativeLAPACK && order >= BLOCKED;
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
            factor();
            check();
            double product = 1;
            for (int j = 0; j < order; j++) {
                product *= a[j * order + j];
            }
            invertFactor();
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

    private void factor() {
        if (blocked) {
            lapack.dpotrf("L", order, a, order, info);
        } else {
            lapack.dpotf2("L", order, a, order, info);
        }
    }

    private void invertFactor() {
        if (blocked) {
            lapack.dtrtri("L", "N", order, a, order, info);
        } else {
            lapack.dtrti2("L", "N", order, a, order, info);
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
