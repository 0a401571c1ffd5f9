package org.oinfo;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ElementType;
import org.oinfo.data.ReadOptions;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;
import org.oinfo.data.files.DataFiles;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.ScanForecast;
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
 * does. All values are in nats. N-plets, here and in what every analysis returns, are 0-based columns of the original data, ascending.
 *
 * <p>Every analysis hangs on an instance: scans and measures of given n-plets; {@link #search}; information about a {@link
 * #target(int[]) target} or a {@link #dynamic next value}; {@link #nplets gradients and local values};
 * {@link #statistics}. Each can be watched and stopped by a {@link Monitor}, and then returns what is finished.
 *
 * <p>Input is checked here, once: {@link BadInputException} says what is wrong and what to do. An instance is immutable and
 * may be used by several threads. It keeps the samples for the analyses that look at them again; {@link #close} closes them, which
 * only matters for files.
 *
 * <p>Source: Rosas, Mediano, Gastpar, Jensen 2019, Phys. Rev. E 100, 032305 (arXiv 1902.11239).
 */
public final class OInformation implements AutoCloseable {
    private final Prepared input;
    private final SampleSource source;
    private final OInformationOptions options;
    private final int samples;

    private OInformation(Prepared input, SampleSource source, OInformationOptions options, int samples) {
        this.input = input;
        this.source = source;
        this.options = options;
        this.samples = samples;
    }

    /** From samples [T][N], a row for each sample, with the default options. */
    public static OInformation ofSamples(double[][] x) {
        return ofSamples(x, OInformationOptions.defaults());
    }

    /** From samples [T][N], a row for each sample; the array is read again by some analyses, so it must stay as it is. */
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

    /** From samples [T*N] outside the heap or in it, row-major, in the machine's byte order; the segment must outlive the instance. */
    public static OInformation ofSamples(
            MemorySegment x, ElementType type, int samples, int variables, OInformationOptions options) {
        return ofSamples(ArraySamples.of(x, type, samples, variables), options);
    }

    /**
     * From samples of any source. They are kept, and closed by {@link #close}; whoever closes them before loses the analyses that
     * look at samples again.
     *
     * @throws BadInputException the samples cannot be used, or the backend's name is unknown
     * @throws org.oinfo.kernels.BackendUnavailableException the backend cannot run here
     */
    public static OInformation ofSamples(Samples samples, OInformationOptions options) {
        return ofSamples(samples, options, Monitor.NONE);
    }

    /**
     * As {@link #ofSamples(Samples, OInformationOptions)}; the estimation is watched.
     *
     * @throws java.util.concurrent.CancellationException the monitor stopped it: there is nothing to return
     */
    public static OInformation ofSamples(Samples samples, OInformationOptions options, Monitor monitor) {
        Prepared input = Prepared.of(samples, options, monitor);
        return new OInformation(input, new SampleSource(samples, options), options, samples.samples());
    }

    /** From a file of samples, .npy or .csv, with the default options. */
    public static OInformation ofFile(Path file) {
        return ofFile(file, OInformationOptions.defaults());
    }

    /**
     * From a file of samples, .npy or .csv: a row for each sample. To be closed.
     *
     * @throws BadInputException the file cannot be used, with what was found and where
     */
    public static OInformation ofFile(Path file, OInformationOptions options) {
        Samples samples = DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream());
        @Nullable OInformation made = null;
        try {
            made = ofSamples(samples, options);
            return made;
        } finally {
            if (made == null) {
                samples.close();
            }
        }
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
        return ofCovariance(SquareMatrix.of(covariance), samples, options);
    }

    /** From a covariance or correlation matrix of any source; see {@link #ofCovariance(double[][], int, OInformationOptions)}. */
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
        return new OInformation(
                Prepared.of(covariance, columns, samples, options), new SampleSource(null, options), options, samples);
    }

    /** The same variables and estimates, whose scans record landscapes of another level. */
    public OInformation withLevel(Level level) {
        return new OInformation(input, source, options.withLevel(level), samples);
    }

    /**
     * The same variables and estimates on a backend of the caller's own.
     *
     * @throws BadInputException the estimator is discrete, which counts in plain Java
     */
    public OInformation withBackend(Backend backend) {
        Prepared moved = new Prepared(input.model().on(backend), input.variables(), input.collinear());
        return new OInformation(moved, source, options, samples);
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
        return scans().scan(order, watched(monitor));
    }

    /**
     * Scores every n-plet of several orders: in one walk over all subsets of the variables where that is expected to be
     * faster, else order by order. The results are those of {@link #scan(int, Monitor)}, the mean to
     * its last bits; after one walk all have the seconds of the whole walk.
     *
     * @param orders without repeats
     * @return one for each order; when the monitor stops the scan, orders not begun are empty and partial
     * @throws BadInputException an order is out of range, the samples are too few or C(N,k) is beyond 2^63-1
     */
    public List<ScanResult> scan(List<Integer> orders, Monitor monitor) {
        return scans().scan(orders, watched(monitor));
    }

    /** Whether these orders are scanned in one walk. */
    public boolean oneWalk(List<Integer> orders) {
        return scans().oneWalk(orders);
    }

    /** The result of a landscape of these variables that was recorded elsewhere or merged of parts; its seconds are NaN. */
    public ScanResult result(Landscape landscape) {
        return scans().result(RankedLandscape.byOmega(landscape), Double.NaN);
    }

    /** Duration and memory of a scan of an order, from a short burst of it. */
    public ScanForecast forecast(int order) {
        return scans().forecast(order);
    }

    /** Duration and memory of {@link #scan(List, Monitor)}, from short bursts; one walk's time is shared out by n-plets. */
    public List<ScanForecast> forecast(List<Integer> orders) {
        return scans().forecast(orders);
    }

    private Scans scans() {
        return new Scans(input.model(), input.variables(), options);
    }

    /** Scores given n-plets; see {@link #measures(List)}. */
    public List<ScoredNplet> measures(int[]... nplets) {
        return measures(Arrays.asList(nplets));
    }

    /**
     * Scores given n-plets, whose orders may differ.
     *
     * @param nplets 0-based columns of the original data, without repeats, in any order
     * @return in the order of the input; the variables of each ascending
     * @throws BadInputException a column is out of range, repeated, constant or not among those chosen
     */
    public List<ScoredNplet> measures(List<int[]> nplets) {
        return nplets(nplets).measures();
    }

    /** As {@link #measures(List)}, watched and perhaps stopped. */
    public MeasuresResult measures(List<int[]> nplets, Monitor monitor) {
        return nplets(nplets).measures(monitor);
    }

    /**
     * Given n-plets, to be scored, taken apart member by member, or followed from sample to sample.
     *
     * @throws BadInputException a column is out of range, repeated, constant or not among those chosen
     */
    public NpletAnalysis nplets(List<int[]> nplets) {
        return new NpletAnalysis(this, nplets);
    }

    /** Searches for n-plets of large orders: greedy, beam, annealing, refinement, random ones. */
    public Searches search() {
        return new Searches(this);
    }

    /** Chance and uncertainty: null test, bootstrap, resampling, curve. */
    public Statistics statistics() {
        return new Statistics(this);
    }

    /**
     * Information about a class for each sample.
     *
     * @param classes [T] any numbers, one for each class
     * @throws BadInputException there are not T of them, or they are all the same
     */
    public TargetAnalysis target(int[] classes) {
        return targets().classes(Arrays.stream(classes).asDoubleStream().toArray(), List.of());
    }

    /**
     * Information about a class for each sample.
     *
     * @param classes [T] names
     * @throws BadInputException there are not T of them, or they are all the same
     */
    public TargetAnalysis target(String[] classes) {
        return targets().classes(classes);
    }

    /**
     * Information about a variable beside the data.
     *
     * @param values [T]
     * @throws BadInputException there are not T of them, or they are all the same
     */
    public TargetAnalysis target(double[] values) {
        return targets().continuous(values);
    }

    /**
     * Information that the past of series carries about the next value of one of them.
     *
     * @param lag number of past values of each series, at least 1
     */
    public DynamicAnalysis dynamic(int lag) {
        return targets().dynamic(lag);
    }

    private Targets targets() {
        return new Targets(this);
    }

    /** The variables that take part, and those left out. */
    public Variables variables() {
        return input.variables();
    }

    /**
     * The correlation matrix and how it was estimated.
     *
     * @throws BadInputException the estimator is discrete, which has no correlations
     */
    public CorrelationEstimate estimate() {
        return input.model().estimate();
    }

    /** The symbols that are counted; none unless the estimator is discrete. */
    public Optional<DiscreteSamples> symbols() {
        return input.model().symbols();
    }

    /** Pairs of columns of the original data that determine each other: every n-plet with both is singular; none for
     * the discrete estimator, which knows no singular n-plets. */
    public List<Collinear> collinear() {
        return input.collinear();
    }

    /** Scores n-plets of the variables that take part, by position: what searches and scans go through. */
    public Scorer scorer() {
        return input.model().scorer();
    }

    /**
     * The backend of the computation.
     *
     * @throws BadInputException the estimator is discrete, which counts in plain Java
     */
    public Backend backend() {
        return input.model().backend();
    }

    /** Name of what the computation runs on: that of the backend, or {@code java} for the discrete estimator. */
    public String backendName() {
        return input.model().backendName();
    }

    /** Description of what the computation runs on. */
    public String device() {
        return input.model().device();
    }

    /** Number of samples T; 0 when unknown. */
    public int samples() {
        return samples;
    }

    /** Number of samples that every order must stay below; 0 where there is no such bound: unknown, or states are counted. */
    public int samplesAboveOrders() {
        return symbols().isEmpty() ? samples : 0;
    }

    /** Number of samples whose Gaussian bias is subtracted; 0 for raw values, and for counts: their scores are corrected. */
    public int biasSamples() {
        return input.model().biasSamples();
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
        scans().checkOrder(order);
    }

    /**
     * Positions of the variables of given n-plets among those that take part, for what works on {@link #scorer}.
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
            String refusal = variables().refusal(sorted);
            if (refusal != null) {
                throw new BadInputException("n-plet " + i + " (from 0) " + refusal);
            }
            input.model().checkSamples(sorted.length);
            positions.add(Arrays.stream(sorted).map(variables()::position).toArray());
        }
        return positions;
    }

    /** Closes the samples it was made of: unmaps a file; harmless for arrays. */
    @Override
    public void close() {
        source.close();
    }

    @Nullable
    BiasCorrection bias(int order) {
        return input.model().bias(order);
    }

    /** Scores of every sample, for an analysis that is named where they are not to be had. */
    SampleScores sampleScores(String analysis) {
        return source.scores(analysis);
    }

    InColumns inColumns() {
        return new InColumns(variables());
    }

    /** A caller's monitor, which is told of columns. */
    Monitor watched(Monitor monitor) {
        return inColumns().watched(monitor);
    }
}
