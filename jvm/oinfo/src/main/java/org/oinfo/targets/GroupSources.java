package org.oinfo.targets;

import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;

/**
 * Sources of several columns each: source g has the columns g*size .. g*size+size-1.
 *
 * @param matrix correlations of all columns
 * @param size columns of a source m, at least 1
 */
record GroupSources(CorrelationMatrix matrix, int size) implements SourceModel {
    @Override
    public MeasuresKernel measures() {
        GroupScore score = new GroupScore(matrix, size);
        return (nplets, count, order, out) -> {
            for (int i = 0; i < count; i++) {
                score.score(nplets, i * order, order);
                score.write(out, i * MeasuresKernel.VALUES);
            }
        };
    }

    @Override
    public NpletScore canonical() {
        return new GroupScore(matrix, size);
    }
}
