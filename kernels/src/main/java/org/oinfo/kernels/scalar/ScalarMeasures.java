package org.oinfo.kernels.scalar;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/** The canonical routine, n-plet by n-plet. */
final class ScalarMeasures implements MeasuresKernel {
    private final Canonical canonical;

    ScalarMeasures(CorrelationMatrix r) {
        canonical = new Canonical(r);
    }

    @Override
    public void measures(int[] nplets, int count, int order, double[] out) {
        for (int i = 0; i < count; i++) {
            canonical.score(nplets, i * order, order);
            canonical.write(out, i * VALUES);
        }
    }
}
