package org.oinfo.statistics.surrogate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.statistics.surrogate.Candidates.Candidate;

/**
 * Does an n-plet say more than its parts, or does it carry over what a smaller n-plet in it says?
 *
 * <p><b>Gain.</b> Omega(S) less the smallest (synergy) or largest (redundancy) Omega(S \ i): the weakest of the gradients d_i
 * Omega = Omega(S) - Omega(S \ i) (Scagliarini et al. 2023, arXiv 2207.03581). For order 3 the parts are pairs, whose Omega is
 * 0.
 *
 * <p><b>Test.</b> Let A = S \ i. If X_i is independent of the k-1 variables of A jointly, Omega(S) = Omega(A) whatever A is
 * like, because Omega adds over independent parts and is 0 for one variable: S is A with an onlooker. Rearranging the samples of
 * A as a whole keeps all that is within A and all that is among the others, and makes them independent. So
 *
 * <pre>  p_i = (1 + #{surrogates where Omega(A rearranged + onlooker) is as extreme as Omega(S)}) / (1 + B)</pre>
 *
 * is an exact test. The onlooker is X_i where n-plets were given. Where the data chose the n-plet, some onlooker is always the
 * most extreme one, so the surrogate's is the most extreme of all N-k+1 variables outside A: this pays for the choice of the
 * onlooker. "Some variable of S is an onlooker" is the union of the k hypotheses, and the largest p_i tests it at its level
 * with no further correction (intersection-union test, Berger 1982, doi 10.1080/00401706.1982.10487790).
 *
 * <p>What it does not pay for is the choice of A: it stands beside the family-wise p, not in place of it. One instance serves
 * one thread.
 */
final class CarryOver {
    private final RearrangedCorrelations correlations;
    private final List<PartNull> tests;

    /**
     * For candidates of some variables.
     *
     * @param correlations of a rearranged group with the others; belongs to this instance's thread
     * @param r correlations of the data
     * @param chosen whether the data chose the candidates
     */
    CarryOver(RearrangedCorrelations correlations, CorrelationMatrix r, Candidates candidates, boolean chosen) {
        this.correlations = correlations;
        this.tests = new ArrayList<>(candidates.size() * candidates.order());
        for (Candidate candidate : candidates.list()) {
            for (int i = 0; i < candidates.order(); i++) {
                tests.add(new PartNull(r, candidate, i, chosen));
            }
        }
    }

    /**
     * One more surrogate: sample t of a part is sample order[t] of the data.
     *
     * @return the tests in which it was as extreme, of candidates*k
     */
    BitSet reached(int[] order) {
        correlations.rearrange(order);
        BitSet reached = new BitSet(tests.size());
        for (int i = 0; i < tests.size(); i++) {
            reached.set(i, tests.get(i).asExtreme(correlations));
        }
        return reached;
    }

    /** Omega of the part of S without one member that is most extreme at the same end, raw; NaN when all are singular. */
    static double bestPart(Canonical canonical, int[] nplet, boolean synergy) {
        if (nplet.length == 3) {
            return 0;
        }
        double best = Double.NaN;
        for (int left = 0; left < nplet.length; left++) {
            int[] part = without(nplet, left);
            if (canonical.score(part, 0, part.length)) {
                double o = canonical.o();
                best = Double.isNaN(best) ? o : synergy ? Math.min(best, o) : Math.max(best, o);
            }
        }
        return best;
    }

    /** An n-plet less its member at a place. */
    static int[] without(int[] nplet, int place) {
        int[] part = new int[nplet.length - 1];
        System.arraycopy(nplet, 0, part, 0, place);
        System.arraycopy(nplet, place + 1, part, place, part.length - place);
        return part;
    }
}
