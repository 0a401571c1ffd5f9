package org.oinfo.search.greedy;

import java.util.Arrays;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.search.Nplets;

/** Grows an n-plet of any kind of variables: the larger n-plets are scored in batches, each from nothing. */
final class BatchedGrowth implements Growth {
    private static final int BATCH = 4096;

    private final int n;
    private final MeasuresKernel kernel;
    /** Ascending. */
    private int[] members;

    BatchedGrowth(int variables, MeasuresKernel kernel) {
        this(variables, kernel, new int[0]);
    }

    private BatchedGrowth(int variables, MeasuresKernel kernel, int[] members) {
        this.n = variables;
        this.kernel = kernel;
        this.members = members;
    }

    @Override
    public Growth copy() {
        return new BatchedGrowth(n, kernel, members);
    }

    @Override
    public void add(int variable) {
        members = Nplets.with(members, variable);
    }

    @Override
    public void omegas(double[] out) {
        Arrays.fill(out, Double.NaN);
        int[] candidates = Nplets.others(members, n);
        int order = members.length + 1;
        int batch = Math.min(BATCH, candidates.length);
        int[] nplets = new int[batch * order];
        double[] values = new double[batch * MeasuresKernel.VALUES];
        for (int from = 0; from < candidates.length; from += batch) {
            int count = Math.min(batch, candidates.length - from);
            for (int i = 0; i < count; i++) {
                Nplets.with(members, candidates[from + i], nplets, i * order);
            }
            kernel.measures(nplets, count, order, values);
            for (int i = 0; i < count; i++) {
                out[candidates[from + i]] = values[i * MeasuresKernel.VALUES + 2];
            }
        }
    }

    /** The kernel's own promise holds; there is nothing to do better. */
    @Override
    public boolean distrust() {
        return false;
    }
}
