package org.oinfo.search.anneal;

import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Scorer;

/** Proposals of one order, each of another chain, gathered to be scored at once. */
final class ProposalBatch {
    private final MeasuresKernel kernel;
    private final int order;
    private final int[] nplets;
    private final int[] chains;
    private final double[] out;
    private int gathered;
    private int count;

    /** Room for a proposal of each of so many chains; its kernel is closed with {@code resources}. */
    ProposalBatch(Scorer scores, int order, int chains, WorkerResources resources) {
        this.kernel = resources.add(scores.measures(), MeasuresKernel::close);
        this.order = order;
        this.nplets = new int[chains * order + 1];
        this.chains = new int[chains];
        this.out = new double[chains * MeasuresKernel.VALUES];
    }

    /** Order k of the proposals. */
    int order() {
        return order;
    }

    /** Where proposals are written [chains*k], with room for one index more, as {@link Moves#swap} asks. */
    int[] nplets() {
        return nplets;
    }

    /** Makes room for the proposal of a chain: the offset to write it at. */
    int add(int chain) {
        chains[gathered] = chain;
        return gathered++ * order;
    }

    /** Scores what was gathered since last time; what is added next begins a new batch. */
    void score() {
        count = gathered;
        gathered = 0;
        if (count > 0) {
            kernel.measures(nplets, count, order, out);
        }
    }

    /** Number of proposals scored. */
    int count() {
        return count;
    }

    /** The chain of a proposal. */
    int chain(int proposal) {
        return chains[proposal];
    }

    /** TC, DTC, Omega and S of the proposals scored [count*4], nats. */
    double[] out() {
        return out;
    }
}
