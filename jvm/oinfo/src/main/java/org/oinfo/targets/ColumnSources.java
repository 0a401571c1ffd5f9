package org.oinfo.targets;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;

/**
 * Sources of one column each.
 *
 * @param matrix their correlations
 */
record ColumnSources(Backend backend, CorrelationMatrix matrix) implements SourceModel {
    @Override
    public MeasuresKernel measures() {
        return backend.measures(matrix);
    }

    @Override
    public NpletScore canonical() {
        return new Canonical(matrix);
    }
}
