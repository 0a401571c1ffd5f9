package org.oinfo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.NpletTable;
import org.oinfo.estimate.SampleScores;
import org.oinfo.local.CorrelationGradients;
import org.oinfo.local.Gradients;
import org.oinfo.local.LocalMeasures;
import org.oinfo.local.LocalSummary;
import org.oinfo.local.SubsetLattice;
import org.oinfo.local.SubsetMeasures;
import org.oinfo.model.GroupedModel;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.NpletMeasure;
import org.oinfo.scan.Scorer;

/**
 * Given n-plets, checked once: {@code info.nplets(groups).gradients()}.
 *
 * <p>N-plets are 0-based columns of the original data; whatever order their variables were given in, they are ascending in every
 * result. Values are in nats, less their bias where {@link OInformationOptions#biasCorrect} asks for it. Thread-safe.
 */
public final class NpletAnalysis {
    private final OInformation info;
    /** Columns of each, ascending, constant ones included. */
    private final List<int[]> nplets;

    NpletAnalysis(OInformation info, List<int[]> nplets) {
        this.info = info;
        this.nplets = nplets instanceof NpletTable table
                ? table.checked(info.variables(), true, i -> "n-plet " + i + " (from 0)")
                : ascending(nplets, info.variables()::refusalUnlessConstant);
        requireAllowed();
    }

    /** Groups were checked: what is left of an n-plet need not mix them. */
    private Scorer scorer() {
        return info.model() instanceof GroupedModel grouped ? grouped.all().scorer() : info.scorer();
    }

    private void requireAllowed() {
        if (info.model() instanceof GroupedModel grouped) {
            grouped.check(nplets, info.variables());
        }
    }

    private static List<int[]> ascending(List<int[]> nplets, Function<int[], @Nullable String> check) {
        List<int[]> all = new ArrayList<>(nplets.size());
        for (int i = 0; i < nplets.size(); i++) {
            int[] sorted = nplets.get(i).clone();
            Arrays.sort(sorted);
            String refusal = check.apply(sorted);
            if (refusal != null) {
                throw new BadInputException("n-plet " + i + " (from 0) " + refusal);
            }
            all.add(sorted);
        }
        return all;
    }

    /** The n-plets [k], in the order they were given in, each ascending. */
    public List<int[]> columns() {
        return nplets.stream().map(int[]::clone).toList();
    }

    /**
     * Positions among the variables that take part, for what works on {@link OInformation#scorer}.
     *
     * @throws BadInputException an n-plet holds a constant column, or there are too few samples for its order
     */
    List<int[]> positions() {
        return positions(ascending(nplets, info.variables()::refusal), info);
    }

    static List<int[]> positions(List<int[]> varying, OInformation info) {
        List<int[]> positions = new ArrayList<>(varying.size());
        for (int[] columns : varying) {
            info.model().checkSamples(columns.length);
            positions.add(Arrays.stream(columns).map(info.variables()::position).toArray());
        }
        return positions;
    }

    /**
     * The four measures of each, in the order they were given in. An n-plet with a constant column is singular, as one with a duplicate
     * is; for the discrete estimator, that column adds nothing.
     *
     * @throws CancellationException this thread was interrupted
     */
    public List<ScoredNplet> measures() {
        MeasuresResult all = measures(Monitor.NONE);
        if (all.partial()) {
            throw new CancellationException("interrupted before all n-plets were scored");
        }
        return all.nplets();
    }

    /**
     * A measure of one's own of each, in the order they were given in: {@code (tc, dtc, o, s) -> o / s}; called by this thread.
     *
     * @return [n]; NaN where an n-plet is singular
     * @throws CancellationException this thread was interrupted
     */
    public double[] values(NpletMeasure measure) {
        return measures().stream()
                .mapToDouble(n -> n.measures().singular() ? Double.NaN : measure.of(n.tc(), n.dtc(), n.o(), n.s()))
                .toArray();
    }

    /**
     * The four measures of each; when the monitor stops it, of those at the beginning of the list. On a {@link OInformation#withCluster
     * cluster} machines score shares of the list.
     *
     * @throws BadInputException a cluster cannot have the data: they are no correlations on processors
     */
    public MeasuresResult measures(Monitor monitor) {
        ScoredNplets scored = ScoredNplets.of(nplets);
        measures(scored, monitor);
        return new MeasuresResult(scored, scored.size() < nplets.size());
    }

    /**
     * The same handed over as they are found, in the order of the list, to whoever need not hold all of them.
     *
     * @return how many n-plets were: fewer than all where the monitor stopped it
     */
    public int measures(MeasuresSink sink, Monitor monitor) {
        return new GivenMeasures(info, scorer(), nplets, GivenMeasures.STRETCH).stream(sink, monitor);
    }

    /**
     * First-order gradients: how much each member adds, Omega(S) - Omega(S without i).
     *
     * @return [n][k]: of each member, in the order of {@link #columns}; NaN where the n-plet is singular
     * @throws BadInputException an n-plet holds a constant column
     */
    public double[][] gradients() {
        return gradients(Monitor.NONE);
    }

    /**
     * As {@link #gradients()}, watched.
     *
     * @throws CancellationException the monitor stopped it: gradients need all parts of an n-plet
     */
    public double[][] gradients(Monitor monitor) {
        try (Workers workers = workers(monitor)) {
            return ofOmega().ofVariables(positions(), workers);
        }
    }

    /**
     * Second-order gradients: Omega(S) - Omega(S without i) - Omega(S without j) + Omega(S without both).
     *
     * @return [n][k(k-1)/2]: of the pairs of members in lexicographic order
     * @throws BadInputException an n-plet has fewer than three variables
     */
    public double[][] gradientsOfPairs() {
        return gradientsOfPairs(Monitor.NONE);
    }

    /** As {@link #gradientsOfPairs()}, watched as {@link #gradients(Monitor)} is. */
    public double[][] gradientsOfPairs(Monitor monitor) {
        for (int i = 0; i < nplets.size(); i++) {
            if (nplets.get(i).length < 3) {
                throw new BadInputException("gradients of pairs need n-plets of at least 3 variables: n-plet " + i
                        + " (from 0) has " + nplets.get(i).length + "; leave it out");
            }
        }
        try (Workers workers = workers(monitor)) {
            return ofOmega().ofPairs(positions(), workers);
        }
    }

    /**
     * Derivatives by correlations: d Omega / d r_ij of the members of each, all other correlations unchanged.
     *
     * @return [n][k(k-1)/2]: of the pairs of members in lexicographic order; NaN where the n-plet is singular
     * @throws BadInputException an n-plet holds a constant column, or the estimator has no correlations
     */
    public double[][] gradientsOfCorrelations() {
        try (Workers workers = workers(Monitor.NONE)) {
            return new CorrelationGradients(info.estimate().matrix()).of(positions(), workers);
        }
    }

    /**
     * Co-information and TSE complexity of each, from all of its subsets, in the order they were given in.
     *
     * @throws BadInputException an n-plet has more than 30 variables or a constant one, or the estimator has no correlations
     */
    public List<SubsetMeasures> subsets() {
        return subsets(Monitor.NONE);
    }

    /** As {@link #subsets()}, watched as {@link #gradients(Monitor)} is. */
    public List<SubsetMeasures> subsets(Monitor monitor) {
        SubsetLattice lattice =
                new SubsetLattice(info.estimate().matrix(), info.model().biasSamples());
        return lattice.of(positions(), info.options().threads(), new Watch(monitor));
    }

    private Workers workers(Monitor monitor) {
        return new Workers(info.options().threads(), new Watch(monitor));
    }

    private Gradients ofOmega() {
        int samples = info.model().biasSamples();
        return samples == 0 ? Gradients.raw(scorer()) : Gradients.biasCorrected(scorer(), samples);
    }

    /**
     * The four measures at every sample; 32 T n bytes.
     *
     * @throws BadInputException a covariance was given, the estimate does not fit, or the values do not fit into an array
     */
    public LocalResult local() {
        int samples = info.samples();
        long size = (long) samples * nplets.size() * LocalMeasures.VALUES;
        if (size > Integer.MAX_VALUE - 8) {
            throw new BadInputException("the local values of all n-plets must fit into one array: T=" + samples
                    + ", n-plets=" + nplets.size() + "; ask for fewer n-plets, or stream them");
        }
        double[] values = new double[(int) size];
        int[] filled = {0};
        try {
            List<LocalSummary> summaries = local(
                    (block, count) -> {
                        System.arraycopy(block, 0, values, filled[0], count);
                        filled[0] += count;
                    },
                    Monitor.NONE);
            return new LocalResult(columns(), samples, values, summaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The four measures at every sample, handed over as they are computed, first sample first.
     *
     * @return a summary for each n-plet, in their order
     * @throws IOException the sink failed
     * @throws CancellationException the monitor stopped it; the sink has what was computed before
     */
    public List<LocalSummary> local(LocalMeasures.Sink sink, Monitor monitor) throws IOException {
        SampleScores scores = info.source().scores(Needs.LOCAL);
        LocalMeasures measures = new LocalMeasures(scores, info.estimate().matrix(), positions());
        try (Workers workers = workers(monitor)) {
            return measures.stream(sink, workers);
        }
    }
}
