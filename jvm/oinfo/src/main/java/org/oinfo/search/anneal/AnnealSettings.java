package org.oinfo.search.anneal;

import java.io.Serializable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;

/**
 * How n-plets are sought by simulated annealing. Immutable: {@code AnnealSettings.of(10).withChains(1024).withSeed(7)}.
 *
 * <p>A sweep is as many proposals as the largest order has swaps, k (N-k): in one sweep each neighbour of an n-plet is proposed
 * once on average.
 *
 * @param smallestOrder the smallest order k sought, at least 3: Omega of every pair is 0
 * @param largestOrder the largest; where it is larger, chains also add and remove variables, and Omega is compared across
 *     orders as it is
 * @param ends which ends are sought, each by chains of its own
 * @param top number K of n-plets reported at each end, at least 1
 * @param seed of all random numbers
 * @param chains chains at each end, at least 1
 * @param sweeps length of a chain in sweeps, at least 1
 * @param cooling last temperature as a fraction of the first, above 0 and at most 1
 * @param patience sweeps without a change of Omega after which a chain is frozen and ends, at least 1
 * @param restarts how often a chain that has ended begins anew at a random n-plet and the first temperature, 0 or more
 * @param biasSamples number of samples T whose {@link org.oinfo.estimate.BiasCorrection} is subtracted from every measure, and before
 *     orders are compared with each other; 0 for raw values
 */
public record AnnealSettings(
        int smallestOrder,
        int largestOrder,
        Ends ends,
        int top,
        long seed,
        int chains,
        int sweeps,
        double cooling,
        int patience,
        int restarts,
        int biasSamples)
        implements Serializable {
    /** The order where none is asked for and there are columns and samples enough. */
    public static final int USUAL_ORDER = 10;

    /**
     * The order where none is asked for: 10, but no more than N and T-1.
     *
     * @param samples T; 0 when unknown
     */
    public static int usualOrder(int variables, int samples) {
        int most = samples == 0 ? variables : Math.min(variables, samples - 1);
        return Math.min(USUAL_ORDER, most);
    }

    /** The settings of one order: both ends, 20 n-plets each, seed 1, 256 chains of 30 sweeps, cooled to a tenth. */
    public static AnnealSettings of(int order) {
        return of(order, order);
    }

    /** The settings of all orders from one to another; otherwise as {@link #of(int)}. */
    public static AnnealSettings of(int smallestOrder, int largestOrder) {
        return new AnnealSettings(smallestOrder, largestOrder, Ends.BOTH, 20, 1, 256, 30, 0.1, 3, 0, 0);
    }

    /** Seeks one end or both. */
    public AnnealSettings withEnds(Ends newEnds) {
        return new AnnealSettings(
                smallestOrder,
                largestOrder,
                newEnds,
                top,
                seed,
                chains,
                sweeps,
                cooling,
                patience,
                restarts,
                biasSamples);
    }

    /** Reports so many n-plets at each end. */
    public AnnealSettings withTop(int newTop) {
        return new AnnealSettings(
                smallestOrder,
                largestOrder,
                ends,
                newTop,
                seed,
                chains,
                sweeps,
                cooling,
                patience,
                restarts,
                biasSamples);
    }

    /** Draws other random numbers. */
    public AnnealSettings withSeed(long newSeed) {
        return new AnnealSettings(
                smallestOrder,
                largestOrder,
                ends,
                top,
                newSeed,
                chains,
                sweeps,
                cooling,
                patience,
                restarts,
                biasSamples);
    }

    /** Runs so many chains at each end, of so many sweeps, each begun anew so many times. */
    public AnnealSettings withChains(int newChains, int newSweeps, int newRestarts) {
        return new AnnealSettings(
                smallestOrder,
                largestOrder,
                ends,
                top,
                seed,
                newChains,
                newSweeps,
                cooling,
                patience,
                newRestarts,
                biasSamples);
    }

    /** Cools to a fraction of the first temperature; a chain is frozen after so many sweeps without a change. */
    public AnnealSettings withCooling(double newCooling, int newPatience) {
        return new AnnealSettings(
                smallestOrder,
                largestOrder,
                ends,
                top,
                seed,
                chains,
                sweeps,
                newCooling,
                newPatience,
                restarts,
                biasSamples);
    }

    /** Subtracts the bias of so many samples; 0 for raw values. */
    public AnnealSettings withBiasSamples(int samples) {
        return new AnnealSettings(
                smallestOrder, largestOrder, ends, top, seed, chains, sweeps, cooling, patience, restarts, samples);
    }

    /** Each keeps its state and its best: more would not fit into memory. */
    private static final int MOST_CHAINS = 1_000_000;

    /**
     * Refuses settings that cannot be run.
     *
     * @param variables N
     * @param samples T; 0 when unknown
     * @throws BadInputException one of the bounds above does not hold, an order is above N or not below T
     */
    public void check(int variables, int samples) {
        if (smallestOrder < 3 || largestOrder < smallestOrder || largestOrder > variables) {
            throw new BadInputException(
                    "annealing needs orders from 3 to the number of variables, the smaller one first"
                            + " (the O-information of every pair is 0): orders=" + smallestOrder + ".." + largestOrder
                            + ", N=" + variables + "; choose other orders");
        }
        if (samples > 0 && samples <= largestOrder) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + samples + ", order=" + largestOrder + "; choose a smaller order or give more samples");
        }
        atLeast("the number of n-plets kept at each end", "top", top, 1);
        atLeast("the number of chains", "chains", chains, 1);
        if (chains > MOST_CHAINS) {
            throw new BadInputException("the number of chains must be at most " + MOST_CHAINS + ": chains=" + chains
                    + "; choose fewer, or more sweeps and restarts");
        }
        atLeast("the number of sweeps", "sweeps", sweeps, 1);
        atLeast("the number of sweeps without a change", "patience", patience, 1);
        atLeast("the number of restarts", "restarts", restarts, 0);
        if (!(cooling > 0 && cooling <= 1)) {
            throw new BadInputException("the last temperature must be above 0 and at most the first: last/first="
                    + cooling + "; choose 0.01, say");
        }
    }

    private static void atLeast(String what, String name, int value, int least) {
        if (value < least) {
            throw new BadInputException(
                    what + " must be at least " + least + ": " + name + "=" + value + "; choose " + least + " or more");
        }
    }

    /** Proposals in a sweep of N variables: the largest k (N-k) of the orders, or where that is 0, one. */
    long sweepLength(int variables) {
        int widest = Math.clamp(variables / 2, smallestOrder, largestOrder);
        return Math.max(1, (long) widest * (variables - widest));
    }

    /** Proposals of all chains of all ends together, about: fewer where chains freeze. */
    public long proposals(int variables) {
        double runs = chains * (restarts + 1.0) * (ends == Ends.BOTH ? 2 : 1);
        // The cast ends at the largest long.
        return (long) (runs * sweeps * sweepLength(variables));
    }
}
