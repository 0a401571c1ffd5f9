package org.oinfo.search.greedy;

import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.GaussianScorer;
import org.oinfo.scan.Scorer;

/**
 * An n-plet that grows a variable at a time, and whatever makes it quick to score each n-plet that is larger by one.
 *
 * <p>An instance belongs to one thread at a time.
 */
interface Growth {
    /**
     * An n-plet without variables yet, which grows as suits the scores.
     *
     * @param canonical used by it, not shared
     * @param resources closes the kernel that it and its copies use
     */
    static Growth of(Scorer scores, NpletScore canonical, WorkerResources resources) {
        return scores instanceof GaussianScorer gaussian
                ? new SweptGrowth(gaussian.matrix(), canonical)
                : new BatchedGrowth(scores.variables(), resources.add(scores.measures(), MeasuresKernel::close));
    }

    /**
     * Writes Omega of the n-plet with each variable added, raw, nats: within 2.5e-11 of the canonical value, or the
     * difference shows and {@link #distrust} is called.
     *
     * @param out [N]; NaN for members, and where the larger n-plet is singular
     */
    void omegas(double[] out);

    /** Adds a variable that is not a member. */
    void add(int variable);

    /** An independent copy. */
    Growth copy();

    /**
     * A value turned out to be too far from the canonical one: works more carefully from now on.
     *
     * @return false when there is no more careful way
     */
    boolean distrust();
}
