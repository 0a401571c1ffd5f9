package org.oinfo.search.anneal;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;

/**
 * Chains that propose together, so that their proposals are scored in batches, one for each order.
 *
 * <p>A chain draws from a random stream of its own and knows nothing of the others: what it finds depends on neither the group
 * nor the thread.
 */
final class ChainGroup {
    /** Random n-plets tried for a start that is not singular, at least. */
    private static final int STARTS = 1000;

    /** Temperatures on the way from the first to the last, at least; a round of steps at each. */
    private static final int LEAST_ROUNDS = 200;

    /** Steps of a round, at most: between two rounds somebody may ask to stop. */
    private static final int LONGEST_ROUND = 64;

    /**
     * Quantiles of the exponential distribution: a change for the worse by d is accepted when d <= T E, that is with
     * probability exp(-d/T). One of 4096 values takes no exponential in the loop and is the same on every machine.
     */
    private static final int QUANTILE_BITS = 12;

    private static final double[] QUANTILES = new double[1 << QUANTILE_BITS];

    static {
        for (int i = 0; i < QUANTILES.length; i++) {
            QUANTILES[i] = -StrictMath.log((i + 0.5) / QUANTILES.length);
        }
    }

    private final Objective objective;
    private final int variables;
    private final int smallest;
    private final int largest;
    private final double first;
    private final double factor;
    private final int roundSteps;
    private final long rounds;
    private final long patience;
    private final ProposalBatch[] batches;
    private final BestOfChains bestOfAll;

    /** Chains that have not ended, in the first places. */
    private final int[] active;

    private int running;
    /** Of each chain: current n-plet [chains*largest], its order and key; the best of this run likewise. */
    private final int[] current;

    private final int[] order;
    private final long[] key;
    private final int[] best;
    private final int[] bestOrder;
    private final long[] bestKey;
    /** Of each chain: temperature in units of the key, rounds done, and of these since Omega changed, starts tried, runs left. */
    private final double[] temperature;

    private final long[] round;
    private final long[] idle;
    private final int[] starts;
    private final int[] runs;
    private final UniformRandomProvider[] random;

    /**
     * Chains at their beginning.
     *
     * @param batches where proposals of each order are gathered, at [order - smallest]
     * @param first temperature at the beginning, in units of the key
     * @param streams number of each chain's random stream
     */
    ChainGroup(
            AnnealSettings settings,
            Objective objective,
            int variables,
            ProposalBatch[] batches,
            double first,
            long[] streams) {
        this.objective = objective;
        this.variables = variables;
        this.batches = batches;
        this.first = first;
        smallest = settings.smallestOrder();
        largest = settings.largestOrder();
        bestOfAll = new BestOfChains(objective, smallest, largest);
        long sweep = settings.sweepLength(variables);
        roundSteps = Math.clamp(settings.sweeps() * sweep / LEAST_ROUNDS, 1, LONGEST_ROUND);
        rounds = (settings.sweeps() * sweep - 1) / roundSteps + 1;
        patience = (settings.patience() * sweep - 1) / roundSteps + 1;
        factor = StrictMath.pow(settings.cooling(), 1.0 / Math.max(1, rounds - 1));
        int chains = streams.length;
        running = chains;
        active = new int[chains];
        current = new int[chains * largest];
        order = new int[chains];
        key = new long[chains];
        best = new int[chains * largest];
        bestOrder = new int[chains];
        bestKey = new long[chains];
        temperature = new double[chains];
        round = new long[chains];
        idle = new long[chains];
        starts = new int[chains];
        runs = new int[chains];
        random = new UniformRandomProvider[chains];
        for (int chain = 0; chain < chains; chain++) {
            active[chain] = chain;
            runs[chain] = settings.restarts() + 1;
            random[chain] = RandomStreams.of(settings.seed(), streams[chain]);
            begin(chain);
        }
    }

    /**
     * Runs all chains to their ends, or as far as they get.
     *
     * @param canonical scores what the watch is told
     */
    void run(ChainResults into, Watch watch, NpletScore canonical) {
        while (running > 0 && watch.goOn()) {
            for (int i = 0; i < roundSteps; i++) {
                propose();
                for (ProposalBatch batch : batches) {
                    batch.score();
                    decide(batch, into);
                }
            }
            endRound(into);
            bestOfAll.tell(watch, canonical);
            into.report(watch);
        }
        for (int i = 0; i < running; i++) {
            // Stopped before its end: what it has found counts all the same.
            offer(active[i], into);
        }
    }

    private void begin(int chain) {
        key[chain] = Objective.SINGULAR;
        bestKey[chain] = Objective.SINGULAR;
        temperature[chain] = first;
        round[chain] = 0;
        idle[chain] = 0;
        starts[chain] = 0;
    }

    private void propose() {
        for (int i = 0; i < running; i++) {
            int chain = active[i];
            if (key[chain] == Objective.SINGULAR) {
                proposeStart(chain);
            } else {
                proposeMove(chain);
            }
        }
    }

    private void proposeStart(int chain) {
        int k = smallest + random[chain].nextInt(largest - smallest + 1);
        ProposalBatch batch = batches[k - smallest];
        Moves.draw(random[chain], variables, k, batch.nplets(), batch.add(chain));
        starts[chain]++;
    }

    /** One draw of 64 bits decides the move: 2 for its kind, 31 each for a member and for a variable outside. */
    private void proposeMove(int chain) {
        long bits = random[chain].nextLong();
        int k = order[chain];
        int kind = (int) (bits >>> 62);
        int member = (int) (((bits >>> 31 & 0x7fff_ffff) * k) >>> 31);
        int outside = (int) (((bits & 0x7fff_ffff) * (variables - k)) >>> 31);
        int at = chain * largest;
        if (kind == 2 && k < largest) {
            ProposalBatch batch = batches[k + 1 - smallest];
            Moves.add(current, at, k, outside, batch.nplets(), batch.add(chain));
        } else if ((kind == 3 || k == variables) && k > smallest) {
            ProposalBatch batch = batches[k - 1 - smallest];
            Moves.remove(current, at, k, member, batch.nplets(), batch.add(chain));
        } else if (k < variables) {
            ProposalBatch batch = batches[k - smallest];
            Moves.swap(current, at, k, member, outside, batch.nplets(), batch.add(chain));
        }
    }

    private void decide(ProposalBatch batch, ChainResults into) {
        double[] out = batch.out();
        int k = batch.order();
        int count = batch.count();
        into.scored(k, count);
        for (int i = 0; i < count; i++) {
            long proposed = Objective.key(objective.value(out, i * MeasuresKernel.VALUES, k));
            int chain = batch.chain(i);
            if (proposed == Objective.SINGULAR) {
                into.singular();
            } else if (accepted(chain, proposed - key[chain])) {
                accept(chain, proposed, k, batch.nplets(), i * k);
            }
        }
    }

    private boolean accepted(int chain, long change) {
        if (change <= 0) {
            return true;
        }
        double t = temperature[chain];
        return change <= t * QUANTILES[0]
                && change <= t * QUANTILES[(int) (random[chain].nextLong() >>> (Long.SIZE - QUANTILE_BITS))];
    }

    private void accept(int chain, long accepted, int k, int[] nplets, int from) {
        if (accepted != key[chain]) {
            idle[chain] = 0;
        }
        key[chain] = accepted;
        order[chain] = k;
        System.arraycopy(nplets, from, current, chain * largest, k);
        bestOfAll.offer(accepted, k, nplets, from);
        if (accepted < bestKey[chain]) {
            bestKey[chain] = accepted;
            bestOrder[chain] = k;
            System.arraycopy(nplets, from, best, chain * largest, k);
        }
    }

    private void endRound(ChainResults into) {
        // From the last one: the place of a chain that ends is taken by one that is through with this round.
        for (int i = running - 1; i >= 0; i--) {
            int chain = active[i];
            boolean started = key[chain] != Objective.SINGULAR;
            temperature[chain] *= started ? factor : 1;
            round[chain] += started ? 1 : 0;
            boolean frozen = started && ++idle[chain] > patience;
            if (frozen || round[chain] == rounds || (!started && starts[chain] >= STARTS)) {
                into.ended(started, frozen);
                offer(chain, into);
                if (--runs[chain] > 0) {
                    begin(chain);
                } else {
                    active[i] = active[--running];
                }
            }
        }
    }

    private void offer(int chain, ChainResults into) {
        if (bestKey[chain] != Objective.SINGULAR) {
            int at = chain * largest;
            into.offer(objective, Arrays.copyOfRange(best, at, at + bestOrder[chain]));
        }
    }
}
