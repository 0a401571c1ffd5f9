package org.oinfo.search.anneal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.Scorer;

/**
 * Simulated annealing over n-plets: many chains of random swaps, each accepted when it makes Omega smaller (larger, at the
 * redundant end), or worse by d with probability exp(-d/T) while the temperature T falls geometrically from the scale of the
 * data ({@link FirstTemperature}). The best n-plet of each run is then descended to a local optimum ({@link LocalDescent}).
 *
 * <p>Where orders differ, half of the moves add or remove a variable, and Omega itself is compared, less its bias if asked: a
 * search for the strongest n-plet of any order, not for the strongest of each. Omega tends to grow with the order at both ends,
 * so chains gather where adding no longer helps.
 *
 * <p>Chain c at the synergistic end draws from the random stream 2c of the seed, at the redundant end from 2c+1, the first
 * temperature from stream -1, and nothing else is random: the result is the same for any number of threads. Chains go by the
 * Omega of the fast kernel rounded to 2^-40 nats, so they may take another way on another backend; every value reported is
 * canonical.
 *
 * <p>Source: Kirkpatrick, Gelatt and Vecchi 1983 (doi 10.1126/science.220.4598.671). An instance is run once.
 */
public final class Annealing {
    /**
     * Chains that propose together: as many n-plets as the SIMD kernel takes at once; larger groups were not faster. Where
     * orders differ batches are smaller, but chains soon gather at few orders.
     */
    private static final int GROUP = 64;

    /** Number of the random stream that the temperature comes from; no chain has it. */
    private static final long SCALE_STREAM = -1;

    private final Scorer scores;
    private final AnnealSettings settings;
    private final RankBy measure;
    private final List<Objective> objectives;
    private final ChainResults results;
    private final int group;

    /**
     * A search through n-plets of these variables.
     *
     * @throws org.oinfo.data.BadInputException see {@link AnnealSettings#check}
     */
    public Annealing(Scorer scores, AnnealSettings settings) {
        this(scores, settings, Measure.O);
    }

    /** The same for extremes of another measure. */
    public Annealing(Scorer scores, AnnealSettings settings, RankBy measure) {
        settings.check(scores.variables(), settings.biasSamples());
        this.scores = scores;
        this.settings = settings;
        this.measure = measure;
        this.objectives = Objective.of(measure, settings.ends(), settings.largestOrder(), settings.biasSamples());
        this.results = new ChainResults(settings.largestOrder());
        this.group = Math.min(settings.chains(), GROUP);
    }

    /**
     * Runs the search. When the monitor cancels it or this thread is interrupted, what the runs have found until then is
     * returned, not descended.
     *
     * @param threads number of worker threads, at least 1
     */
    public AnnealResult run(int threads, Monitor monitor) {
        double temperature = FirstTemperature.of(scores, settings, measure, SCALE_STREAM);
        Watch watch = new Watch(monitor);
        if (settings.smallestOrder() == settings.largestOrder()) {
            // How proposals fall on several orders is not known before.
            watch.expect(settings.smallestOrder(), settings.proposals(scores.variables()));
        }
        OrderedFold.run(new Groups(temperature, watch), threads, watch);
        List<List<Optimum>> found = new ArrayList<>();
        long scored = 0;
        boolean certified = true;
        for (Objective objective : objectives) {
            SortedMap<int[], Integer> best = results.best(objective);
            DescentResult descents = new LocalDescent(scores, descent(objective), measure, List.copyOf(best.keySet()))
                    .run(threads, monitor);
            List<Descent> ends = objective.redundant() ? descents.redundant() : descents.synergistic();
            scored += descents.scored();
            certified &= ends.stream().allMatch(Descent::certified);
            found.add(optima(objective, ends, List.copyOf(best.values())));
        }
        long planned = objectives.size() * (settings.restarts() + 1L) * settings.chains();
        return new AnnealResult(
                settings.ends().synergistic() ? found.getFirst() : List.of(),
                settings.ends().redundant() ? found.getLast() : List.of(),
                temperature,
                results.scored(),
                scored,
                results.singularProposals(),
                results.endedRuns(),
                planned,
                results.frozenRuns(),
                results.startlessRuns(),
                results.endedRuns() < planned || !certified);
    }

    private DescentSettings descent(Objective objective) {
        return new DescentSettings(
                objective.redundant() ? Ends.REDUNDANT : Ends.SYNERGISTIC,
                settings.smallestOrder(),
                settings.largestOrder(),
                settings.biasSamples());
    }

    /** Where descents ended, each once, best first by key, then lexicographically; the K best. */
    private List<Optimum> optima(Objective objective, List<Descent> descents, List<Integer> runs) {
        TreeMap<int[], Optimum> distinct = new TreeMap<>(Arrays::compare);
        for (int i = 0; i < descents.size(); i++) {
            Descent d = descents.get(i);
            distinct.merge(
                    d.nplet(),
                    new Optimum(d.nplet(), d.measures(), runs.get(i), d.certified()),
                    (one, more) -> new Optimum(
                            one.nplet(),
                            one.measures(),
                            one.runs() + more.runs(),
                            one.certified() || more.certified()));
        }
        return distinct.values().stream()
                .sorted(Comparator.comparingLong(optimum -> Objective.key(objective.value(optimum.measures()))))
                .limit(settings.top())
                .toList();
    }

    /** The groups of chains of each end. */
    private final class Groups implements OrderedFold.Work<ChainResults> {
        private final double temperature;
        private final Watch watch;
        private final int groups = (settings.chains() - 1) / group + 1;

        Groups(double temperature, Watch watch) {
            this.temperature = temperature;
            this.watch = watch;
        }

        @Override
        public long count() {
            return (long) objectives.size() * groups;
        }

        @Override
        public Form<ChainResults> form() {
            return results.form();
        }

        @Override
        public ChainResults part() {
            return new ChainResults(settings.largestOrder());
        }

        @Override
        public void merge(ChainResults part) {
            results.merge(part);
        }

        @Override
        public OrderedFold.Worker<ChainResults> worker(WorkerResources resources) {
            ProposalBatch[] batches = new ProposalBatch[settings.largestOrder() - settings.smallestOrder() + 1];
            Arrays.setAll(batches, i -> new ProposalBatch(scores, settings.smallestOrder() + i, group, resources));
            NpletScore canonical = scores.canonical();
            return (number, into) -> {
                Objective objective = objectives.get((int) (number / groups));
                int firstChain = (int) (number % groups) * group;
                long[] streams = new long[Math.min(group, settings.chains() - firstChain)];
                Arrays.setAll(streams, i -> 2L * (firstChain + i) + (objective.redundant() ? 1 : 0));
                new ChainGroup(settings, objective, scores.variables(), batches, Ranking.key(temperature), streams)
                        .run(into, watch, canonical);
            };
        }
    }
}
