package org.oinfo.kernels.growth;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthChoice;
import org.oinfo.kernels.GrowthKernel;

/**
 * Growth by the bordered sweep, whatever runs it: decides what the engine leaves in doubt, and goes on alone where an n-plet is near
 * singular.
 *
 * <p>The engine compares X_v = s_v prod_i P_ii of all candidates v, since Omega(A, v) = -ln D - 1/2 ln X_v. There is no doubt where
 * all but one lie beyond the margin of rounding, and none has a 1/P_ii below {@link Canonical#GUARD}. As P_ii only grows with further
 * variables, an n-plet that is near singular stays so, and from there on every candidate is scored canonically.
 */
public final class GrowthWalk implements GrowthKernel {
    /** Products in this range have all their digits. */
    private static final double SMALLEST = 1e-300;

    private static final double LARGEST = 1e300;

    private final CorrelationMatrix r;
    private final GrowthEngine engine;
    private final GrowthChoice choice;
    private final int[] candidates;
    /** Of the first so many variables [largest+1]. */
    private final double[] omegas;

    /**
     * A kernel.
     *
     * @param redundant whether it grows towards the largest Omega, else the smallest
     * @param largest order
     * @param engine its own, closed with it, for the same
     */
    public GrowthWalk(CorrelationMatrix r, boolean redundant, int largest, GrowthEngine engine) {
        this.r = r;
        this.engine = engine;
        this.choice = new GrowthChoice(new Canonical(r), redundant, largest);
        this.candidates = new int[r.variables()];
        this.omegas = new double[largest + 1];
    }

    /**
     * For n-plets of each order up to the largest [largest+1]: the factor from the most extreme sign * X to the least that may win, where
     * the sign is 1 for the smallest Omega (and largest X), else -1.
     */
    public static double[] margins(boolean redundant, int largest) {
        double[] margins = new double[largest + 1];
        for (int order = 0; order <= largest; order++) {
            double window = 2 * GrowthChoice.window(Canonical.error(order));
            margins[order] = StrictMath.exp(redundant ? window : -window);
        }
        return margins;
    }

    @Override
    public int grow(int[] path, int order) {
        double correlation = r.get(path[0], path[1]);
        boolean sound = 1 - correlation * correlation >= Canonical.GUARD;
        int swept = 0;
        for (int held = 2; held < order; ) {
            int count;
            if (sound) {
                int before = held;
                held = engine.grow(path, swept, before, order);
                valuesOf(before + 1, held);
                if (held == order) {
                    break;
                }
                swept = held;
                count = engine.doubtful(candidates);
            } else {
                count = GrowthChoice.others(path, held, r.variables(), candidates);
            }
            int chosen = choice.choose(path, held, candidates, count);
            if (chosen < 0) {
                return held;
            }
            sound = sound && !engine.nearSingular(chosen);
            path[held++] = chosen;
            omegas[held] = choice.omega();
        }
        return order;
    }

    private void valuesOf(int from, int to) {
        for (int order = from; order <= to; order++) {
            double value = engine.value(order);
            omegas[order] = value > SMALLEST && value < LARGEST ? -0.5 * Math.log(value) : Double.NaN;
        }
    }

    @Override
    public double omega(int order) {
        return omegas[order];
    }

    @Override
    public void close() {
        engine.close();
    }
}
