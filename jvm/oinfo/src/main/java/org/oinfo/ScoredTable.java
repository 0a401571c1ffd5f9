package org.oinfo;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.NpletTable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;

/** The first n-plets of a table and their measures, each made an object when it is asked for. */
public final class ScoredTable extends AbstractList<ScoredNplet> implements RandomAccess {
    private final NpletTable nplets;
    /** Raw [4*size]. */
    private final double[] values;

    private final @Nullable BiasCorrection bias;

    ScoredTable(NpletTable nplets, double[] values, @Nullable BiasCorrection bias) {
        this.nplets = nplets;
        this.values = values;
        this.bias = bias;
    }

    @Override
    public int size() {
        return values.length / MeasuresKernel.VALUES;
    }

    /** Number of columns of each n-plet. */
    public int order() {
        return nplets.order();
    }

    /** Writes the columns of n-plets from..to-1 to out [(to-from)*order]. */
    public void columns(int from, int to, int[] out) {
        nplets.columns(from, to, out);
    }

    /** Writes TC, DTC, Omega and S of n-plets from..to-1, nats, to out [4*(to-from)]. */
    public void values(int from, int to, double[] out) {
        System.arraycopy(values, from * MeasuresKernel.VALUES, out, 0, (to - from) * MeasuresKernel.VALUES);
        if (bias != null) {
            double[] less = bias.measures().values();
            for (int i = 0; i < (to - from) * MeasuresKernel.VALUES; i++) {
                out[i] -= less[i % MeasuresKernel.VALUES];
            }
        }
    }

    @Override
    public ScoredNplet get(int index) {
        Measures raw = Measures.of(values, index * MeasuresKernel.VALUES);
        return new ScoredNplet(nplets.get(index), raw.less(bias));
    }
}
