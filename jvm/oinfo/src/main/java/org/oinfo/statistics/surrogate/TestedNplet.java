package org.oinfo.statistics.surrogate;

import java.util.Arrays;

/**
 * An n-plet of the data beside its nulls.
 *
 * @param variables positions among those that take part [k], ascending
 * @param synergy the end it is tested at: whether Omega is unusually small, else unusually large
 * @param o Omega of the data, nats; NaN for a singular n-plet, like everything else then
 * @param pFamily family-wise corrected p at its end; see {@link ExtremeNull}
 * @param p of this n-plet alone at its end: (1 + b) / (1 + B), b the surrogates in which it is as extreme; for given n-plets, NaN
 *     otherwise, because an n-plet that was picked for its Omega has no honest p of its own
 * @param q {@link FalseDiscovery} of min(1, 2 p), which pays for the end having been picked by the sign of Omega
 * @param gain Omega less that of the best part, the (k-1)-plet in it that is most extreme at the same end; see {@link CarryOver}
 * @param pCarry p of the null that some variable of the n-plet is independent of all others in it
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record TestedNplet(
        int[] variables, boolean synergy, double o, double pFamily, double p, double q, double gain, double pCarry) {
    @Override
    public boolean equals(Object other) {
        return other instanceof TestedNplet that
                && Arrays.equals(variables, that.variables)
                && synergy == that.synergy
                && Arrays.equals(values(), that.values());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + Arrays.hashCode(values());
    }

    @Override
    public String toString() {
        return Arrays.toString(variables) + (synergy ? " synergy " : " redundancy ") + Arrays.toString(values());
    }

    private double[] values() {
        return new double[] {o, pFamily, p, q, gain, pCarry};
    }
}
