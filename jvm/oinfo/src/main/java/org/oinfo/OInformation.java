package org.oinfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.discrete.DiscreteScorer;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.GivenNplets;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.Measure;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.ScanPlan;
import org.oinfo.scan.Scorer;

/**
 * O-information of groups of variables: which groups are dominated by redundancy, and which by synergy.
 *
 * <pre>{@code
 * OInformation info = OInformation.ofSamples(samples);        // double[T][N], rows are samples
 * ScanResult triplets = info.scan(3);                         // every triplet of variables
 * triplets.mostSynergistic().forEach(System.out::println);
 * }</pre>
 *
 * <p>Omega = TC - DTC of a Gaussian with the correlations of the variables, or of their Gaussian copula, or of the joint states of
 * variables with few values ({@link Estimator#DISCRETE}). Positive values mean that redundancy dominates, negative ones that synergy
 * does. All values are in nats.
 *
 * <p>Input is checked here, once: {@link BadInputException} says what is wrong and what to do. An instance is immutable and
 * may be used by several threads.
 *
 * <p>Source: Rosas, Mediano, Gastpar, Jensen 2019, Phys. Rev. E 100, 032305 (arXiv 1902.11239).
 */
public final class OInformation {
    private final Model model;
    private final Variables variables;
    private final List<Collinear> collinear;
    private final OInformationOptions options;
    private final int samples;

    /** What n-plets are scored by. */
    private sealed interface Model {
        Scorer scores();
    }

    /** Correlations, on a backend. */
    private record Gaussian(CorrelationEstimate estimate, Backend backend) implements Model {
        @Override
        public Scorer scores() {
            return Scorer.gaussian(backend, estimate.matrix());
        }
    }

    /** Counts of joint states. */
    private record Discrete(DiscreteScorer scores) implements Model {}

    private OInformation(
            Model model, Variables variables, List<Collinear> collinear, int samples, OInformationOptions options) {
        this.model = model;
        this.variables = variables;
        this.collinear = collinear;
        this.samples = samples;
        this.options = options;
    }

    private static OInformation gaussian(
            CorrelationEstimate estimate,
            int[] columns,
            Variables variables,
            int samples,
            OInformationOptions options,
            Backend backend) {
        List<Collinear> collinear = estimate.collinear().stream()
                .map(pair -> new Collinear(columns[pair.first()], columns[pair.second()], pair.correlation()))
                .toList();
        return new OInformation(new Gaussian(estimate, backend), variables, collinear, samples, options);
    }

    /** From samples [T][N], a row for each sample, with the default options. */
    public static OInformation ofSamples(double[][] x) {
        return ofSamples(x, OInformationOptions.defaults());
    }

    /** From samples [T][N], a row for each sample. */
    public static OInformation ofSamples(double[][] x, OInformationOptions options) {
        return ofSamples(ArraySamples.of(x), options);
    }

    /** From samples [T*N], row-major: the N values of the first sample come first. */
    public static OInformation ofSamples(double[] x, int samples, int variables, OInformationOptions options) {
        return ofSamples(ArraySamples.of(x, samples, variables), options);
    }

    /** From samples [T*N], row-major: the N values of the first sample come first. */
    public static OInformation ofSamples(float[] x, int samples, int variables, OInformationOptions options) {
        return ofSamples(ArraySamples.of(x, samples, variables), options);
    }

    /**
     * From samples of any source, which the caller closes; they are not read after this returns.
     *
     * @throws BadInputException the samples cannot be used, or the backend's name is unknown
     * @throws org.oinfo.kernels.BackendUnavailableException the backend cannot run here
     */
    public static OInformation ofSamples(Samples samples, OInformationOptions options) {
        return options.estimate().estimator() == Estimator.DISCRETE
                ? ofStates(samples, options)
                : ofCorrelations(samples, options);
    }

    private static OInformation ofStates(Samples samples, OInformationOptions options) {
        if (!options.backend().equals(Backends.AUTO)) {
            throw new BadInputException("the discrete estimator counts in plain Java, the backend must be "
                    + Backends.AUTO + ": backend=" + options.backend() + "; leave it out");
        }
        DiscreteSamples symbols = DiscreteSamples.of(samples, options.estimate().bins(), options.threads());
        Model model = new Discrete(new DiscreteScorer(symbols, options.biasCorrect()));
        Variables variables = variables(samples, symbols.live(), symbols.dead());
        return new OInformation(model, variables, List.of(), samples.samples(), options);
    }

    private static OInformation ofCorrelations(Samples samples, OInformationOptions options) {
        Backend backend = open(options.backend());
        CorrelationEstimate estimate =
                CorrelationEstimator.fromSamples(samples, options.estimate().withThreads(options.threads()));
        Variables variables = variables(samples, estimate.variables(), estimate.dead());
        return gaussian(estimate, samples.columns(), variables, samples.samples(), options, backend);
    }

    private static Variables variables(Samples samples, int[] live, int[] dead) {
        int[] columns = samples.columns();
        List<String> names = scatter(samples.names(), columns);
        return new Variables(columns[columns.length - 1] + 1, names, pick(columns, live), pick(columns, dead));
    }

    /** From a covariance or correlation matrix [N][N] of unknown origin, with the default options. */
    public static OInformation ofCovariance(double[][] covariance) {
        return ofCovariance(covariance, 0, OInformationOptions.defaults());
    }

    /**
     * From a covariance or correlation matrix [N][N].
     *
     * @param samples number of samples T it comes from; 0 when unknown, and then there is no bias correction
     */
    public static OInformation ofCovariance(double[][] covariance, int samples, OInformationOptions options) {
        int n = covariance.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            if (covariance[i].length != n) {
                throw new BadInputException("a covariance must be square: rows=" + n + ", values in row " + i
                        + " (from 0)=" + covariance[i].length);
            }
            System.arraycopy(covariance[i], 0, values, i * n, n);
        }
        return ofCovariance(new SquareMatrix(n, values, List.of(), "array"), samples, options);
    }

    /**
     * From a covariance or correlation matrix of any source.
     *
     * @param samples number of samples T it comes from; 0 when unknown, and then there is no bias correction
     */
    public static OInformation ofCovariance(SquareMatrix covariance, int samples, OInformationOptions options) {
        int[] all = IntStream.range(0, covariance.variables()).toArray();
        return ofCovariance(covariance, all, samples, options);
    }

    /**
     * From some variables of a covariance or correlation matrix.
     *
     * @param columns variables that take part, ascending
     * @param samples number of samples T it comes from; 0 when unknown, and then there is no bias correction
     */
    public static OInformation ofCovariance(
            SquareMatrix covariance, int[] columns, int samples, OInformationOptions options) {
        if (options.estimate().estimator() == Estimator.DISCRETE) {
            throw new BadInputException(
                    "the discrete estimator counts samples: found a covariance; give the samples, or choose another estimator");
        }
        if (options.biasCorrect() && samples == 0) {
            throw new BadInputException(
                    "bias correction of a covariance needs the number of samples it comes from: give" + " --samples T");
        }
        Backend backend = open(options.backend());
        CorrelationEstimate estimate = CorrelationEstimator.fromCovariance(submatrix(covariance, columns));
        Variables variables = new Variables(
                covariance.variables(),
                covariance.names(),
                pick(columns, estimate.variables()),
                pick(columns, estimate.dead()));
        return gaussian(estimate, columns, variables, samples, options, backend);
    }

    /** The same variables and estimates, whose scans record landscapes of another level. */
    public OInformation withLevel(Level level) {
        return new OInformation(model, variables, collinear, samples, options.withLevel(level));
    }

    /**
     * Scores every n-plet of an order.
     *
     * @param order number of variables k of each n-plet, 2 to N
     * @throws BadInputException the order is out of range, the samples are too few or C(N,k) is beyond 2^63-1
     */
    public ScanResult scan(int order) {
        return scan(order, Monitor.NONE);
    }

    /** As {@link #scan(int)}, watched and perhaps stopped by a monitor; see {@link ScanResult#partial}. */
    public ScanResult scan(int order, Monitor monitor) {
        checkOrder(order);
        long begun = System.nanoTime();
        if (options.rankBy() != Measure.O) {
            MeasureScan scan = new MeasureScan(scores(), settings(order), options.rankBy());
            return result(scan.run(options.threads(), monitor), begun);
        }
        Landscape landscape = new ExhaustiveScan(scores(), settings(order)).run(options.threads(), monitor);
        return result(RankedLandscape.byOmega(landscape), begun);
    }

    /**
     * Scores every n-plet of several orders: in one walk over all subsets of the variables where that is expected to be
     * faster ({@link ScanPlan}), else order by order. The results are those of {@link #scan(int, Monitor)}, the mean to
     * its last bits; after one walk all have the seconds of the whole walk.
     *
     * @param orders without repeats
     * @return one for each order; when the monitor stops the scan, orders not begun are empty and partial
     * @throws BadInputException an order is out of range, the samples are too few or C(N,k) is beyond 2^63-1
     */
    public List<ScanResult> scan(List<Integer> orders, Monitor monitor) {
        orders.forEach(this::checkOrder);
        if (!(model instanceof Gaussian gaussian) || !oneWalk(orders)) {
            return orders.stream().map(order -> scan(order, monitor)).toList();
        }
        long begun = System.nanoTime();
        List<ScanSettings> settings = orders.stream().map(this::settings).toList();
        List<Landscape> landscapes = new LatticeScan(
                        gaussian.backend(), gaussian.estimate().matrix(), settings)
                .run(options.threads(), monitor);
        return landscapes.stream()
                .map(landscape -> result(RankedLandscape.byOmega(landscape), begun))
                .toList();
    }

    /** Whether these orders are scanned in one walk. */
    public boolean oneWalk(List<Integer> orders) {
        return model instanceof Gaussian
                && options.rankBy() == Measure.O
                && ScanPlan.oneWalk(variables.count(), orders, options.level());
    }

    private ScanResult result(RankedLandscape found, long begun) {
        Landscape landscape = found.landscape();
        int order = landscape.settings().order();
        BiasCorrection bias = bias(order);
        Combinations combinations = new Combinations(variables.count(), order);
        List<ScoredNplet> synergistic = ranked(landscape.mostSynergistic(), combinations, order, bias);
        List<ScoredNplet> redundant = ranked(landscape.mostRedundant(), combinations, order, bias);
        return new ScanResult(
                order,
                combinations.total(),
                landscape,
                found.measure(),
                ranked(found.smallest(), combinations, order, bias),
                ranked(found.largest(), combinations, order, bias),
                synergistic.isEmpty() ? Double.NaN : synergistic.getFirst().o(),
                redundant.isEmpty() ? Double.NaN : redundant.getFirst().o(),
                (System.nanoTime() - begun) * 1e-9);
    }

    /** What a scan of an order would take, from a short burst of it. */
    public ScanForecast forecast(int order) {
        checkOrder(order);
        return options.rankBy() == Measure.O
                ? ScanForecast.measure(scores(), settings(order), options.threads())
                : ScanForecast.measure(scores(), settings(order), options.rankBy(), options.threads());
    }

    /** What {@link #scan(List, Monitor)} would take, from short bursts; one walk's time is shared out by n-plets. */
    public List<ScanForecast> forecast(List<Integer> orders) {
        orders.forEach(this::checkOrder);
        if (!(model instanceof Gaussian gaussian) || !oneWalk(orders)) {
            return orders.stream().map(this::forecast).toList();
        }
        List<ScanSettings> settings = orders.stream().map(this::settings).toList();
        return ScanForecast.measure(gaussian.backend(), gaussian.estimate().matrix(), settings, options.threads());
    }

    /**
     * Scores given n-plets, whose orders may differ.
     *
     * @param nplets 0-based columns of the original data, without repeats, in any order
     * @return in the order of the input; the variables of each ascending
     * @throws BadInputException a column is out of range, repeated, constant or not among those chosen
     */
    public List<ScoredNplet> measures(List<int[]> nplets) {
        List<int[]> positions = positions(nplets);
        double[] out = GivenNplets.measures(scores(), positions, options.threads(), Monitor.NONE);
        if (out.length < positions.size() * MeasuresKernel.VALUES) {
            throw new CancellationException("interrupted before all n-plets were scored");
        }
        List<ScoredNplet> scored = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            int at = i * MeasuresKernel.VALUES;
            int[] nplet = Arrays.stream(positions.get(i)).map(variables::column).toArray();
            scored.add(new ScoredNplet(nplet, Measures.of(out, at).less(bias(nplet.length))));
        }
        return scored;
    }

    /**
     * Where the variables of given n-plets are among those that take part, for what works on {@link #scores}.
     *
     * @param nplets 0-based columns of the original data, without repeats, in any order
     * @return in the order of the input; each ascending
     * @throws BadInputException a column is out of range, repeated, constant or not among those chosen, or the samples are too
     *     few
     */
    public List<int[]> positions(List<int[]> nplets) {
        List<int[]> positions = new ArrayList<>(nplets.size());
        for (int i = 0; i < nplets.size(); i++) {
            int[] sorted = nplets.get(i).clone();
            Arrays.sort(sorted);
            String refusal = variables.refusal(sorted);
            if (refusal != null) {
                throw new BadInputException("n-plet " + i + " (from 0) " + refusal);
            }
            checkSamples(sorted.length);
            positions.add(Arrays.stream(sorted).map(variables::position).toArray());
        }
        return positions;
    }

    /** Scores given n-plets; see {@link #measures(List)}. */
    public List<ScoredNplet> measures(int[]... nplets) {
        return measures(Arrays.asList(nplets));
    }

    /** The variables that take part, and those left out. */
    public Variables variables() {
        return variables;
    }

    /**
     * The correlation matrix and how it was estimated.
     *
     * @throws BadInputException the estimator is discrete, which has no correlations
     */
    public CorrelationEstimate estimate() {
        return requireGaussian().estimate();
    }

    /** The symbols that are counted; none unless the estimator is discrete. */
    public Optional<DiscreteSamples> symbols() {
        return model instanceof Discrete discrete
                ? Optional.of(discrete.scores().samples())
                : Optional.empty();
    }

    /** Pairs of columns of the original data that determine each other: every n-plet with both is singular; none for
     * the discrete estimator, which knows no singular n-plets. */
    public List<Collinear> collinear() {
        return collinear;
    }

    /** What searches and scans go through: the variables that take part, by position. */
    public Scorer scores() {
        return model.scores();
    }

    /**
     * What the computation runs on.
     *
     * @throws BadInputException the estimator is discrete, which counts in plain Java
     */
    public Backend backend() {
        return requireGaussian().backend();
    }

    /** Name of what the computation runs on: that of the backend, or {@code java} for the discrete estimator. */
    public String backendName() {
        return model instanceof Gaussian gaussian ? gaussian.backend().name() : "java";
    }

    /** What the computation runs on, in words. */
    public String device() {
        return model instanceof Gaussian gaussian ? gaussian.backend().description() : "plain Java";
    }

    private Gaussian requireGaussian() {
        if (model instanceof Gaussian gaussian) {
            return gaussian;
        }
        throw new BadInputException(
                "this needs the estimator copula or gaussian: found discrete; choose another estimator");
    }

    /** Number of samples T; 0 when unknown. */
    public int samples() {
        return samples;
    }

    /** The options it was made with. */
    public OInformationOptions options() {
        return options;
    }

    /**
     * Refuses an order that cannot be scanned.
     *
     * @throws BadInputException the order is out of range, the samples are too few or C(N,k) is beyond 2^63-1
     */
    public void checkOrder(int order) {
        int n = variables.count();
        if (order < 2 || order > n) {
            throw new BadInputException("the order must be 2 to the number of variables: order=" + order + ", N=" + n);
        }
        checkSamples(order);
        BlockGrid.total(n, order);
    }

    private void checkSamples(int order) {
        if (model instanceof Gaussian && samples > 0 && samples <= order) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + samples + ", order=" + order + "; choose a smaller order or give more samples");
        }
    }

    private @Nullable BiasCorrection bias(int order) {
        // Discrete scores are corrected n-plet by n-plet where they are made.
        return options.biasCorrect() && model instanceof Gaussian ? new BiasCorrection(order, samples) : null;
    }

    private ScanSettings settings(int order) {
        BiasCorrection bias = bias(order);
        return new ScanSettings(
                order, options.level(), options.top(), bias == null ? 0 : bias.o(), options.ends(), options.screen());
    }

    private List<ScoredNplet> ranked(
            Ranking ranking, Combinations combinations, int order, @Nullable BiasCorrection bias) {
        return new RankedNplets(ranking.sortedRanks(), scores(), combinations, order, variables, bias);
    }

    private static Backend open(String name) {
        try {
            return Backends.open(name);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private static int[] pick(int[] columns, int[] positions) {
        return Arrays.stream(positions).map(p -> columns[p]).toArray();
    }

    /** Names at the columns they belong to; columns that were not chosen are called by their number. */
    private static List<String> scatter(List<String> names, int[] columns) {
        if (names.isEmpty()) {
            return names;
        }
        String[] all = new String[columns[columns.length - 1] + 1];
        Arrays.setAll(all, Integer::toString);
        for (int i = 0; i < columns.length; i++) {
            all[columns[i]] = names.get(i);
        }
        return List.of(all);
    }

    private static SquareMatrix submatrix(SquareMatrix m, int[] columns) {
        int n = columns.length;
        if (n == m.variables()) {
            return m;
        }
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = m.values()[columns[i] * m.variables() + columns[j]];
            }
        }
        List<String> names = m.names().isEmpty()
                ? m.names()
                : Arrays.stream(columns).mapToObj(m.names()::get).toList();
        return new SquareMatrix(n, values, names, m.source());
    }
}
