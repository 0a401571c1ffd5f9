package org.oinfo;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.NpletTable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.scan.GivenTable;

/** The first n-plets of a table and their measures, each made an object when it is asked for. */
public final class ScoredTable extends AbstractList<ScoredNplet> implements RandomAccess {
    private final NpletTable nplets;
    /** Raw, of {@link GivenTable#PIECE} n-plets each. */
    private final List<double[]> values;

    private final int size;
    private final @Nullable BiasCorrection bias;

    ScoredTable(NpletTable nplets, List<double[]> values, @Nullable BiasCorrection bias) {
        this.nplets = nplets;
        this.values = values;
        this.size = values.stream()
                .mapToInt(piece -> piece.length / MeasuresKernel.VALUES)
                .sum();
        this.bias = bias;
    }

    @Override
    public int size() {
        return size;
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
        for (int at = from; at < to; ) {
            int inPiece = at % GivenTable.PIECE;
            int count = Math.min(to - at, GivenTable.PIECE - inPiece);
            System.arraycopy(
                    values.get(at / GivenTable.PIECE),
                    inPiece * MeasuresKernel.VALUES,
                    out,
                    (at - from) * MeasuresKernel.VALUES,
                    count * MeasuresKernel.VALUES);
            at += count;
        }
        if (bias != null) {
            double[] less = bias.measures().values();
            for (int i = 0; i < (to - from) * MeasuresKernel.VALUES; i++) {
                out[i] -= less[i % MeasuresKernel.VALUES];
            }
        }
    }

    @Override
    public ScoredNplet get(int index) {
        Measures raw =
                Measures.of(values.get(index / GivenTable.PIECE), index % GivenTable.PIECE * MeasuresKernel.VALUES);
        return new ScoredNplet(nplets.get(index), raw.less(bias));
    }
}
