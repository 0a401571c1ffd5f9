package org.oinfo;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ElementType;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.Collinear;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.journal.WorkJournal;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.model.GroupedModel;
import org.oinfo.model.Model;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.groups.Groups;
import org.oinfo.scan.groups.Mix;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.SentFold;
import org.oinfo.spread.SentWork;
import org.oinfo.spread.SpreadKeeper;
import org.oinfo.targets.ClassLabels;

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
 * variables with few values ({@link Estimator#DISCRETE}), or from nearest neighbours ({@link Estimator#KNN}). Positive values mean that redundancy dominates, negative ones that synergy
 * does. All values are in nats. N-plets, here and in what every analysis returns, are 0-based columns of the original data, ascending.
 *
 * <p>Every analysis hangs on an instance: scans and measures of given n-plets; {@link #search}; information about a {@link
 * #target(int[]) target} or a {@link #dynamic next value}; {@link #nplets gradients and local values};
 * {@link #statistics}; {@link #against differences} from other data. Each can be watched and stopped by a {@link Monitor}, and then returns what is finished.
 *
 * <p>The file is long since every way in and every analysis begins here, each with its documentation; what they do is in the classes they
 * hand out.
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
    private final @Nullable Cluster cluster;

    private OInformation(Prepared input, SampleSource source, OInformationOptions options, int samples) {
        this(input, source, options, samples, null);
    }

    /** Scans on a cluster, where there is one. */
    private OInformation(
            Prepared input, SampleSource source, OInformationOptions options, int samples, @Nullable Cluster cluster) {
        this.input = input;
        this.source = source;
        this.options = options;
        this.samples = samples;
        this.cluster = cluster;
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
     * From samples of any source. They are taken over: closed by {@link #close}, or here where they cannot be used; whoever closes
     * them before loses the analyses that look at samples again.
     *
     * @throws BadInputException the samples cannot be used, or the backend's name is unknown
     * @throws org.oinfo.kernels.BackendUnavailableException the backend cannot run here
     */
    public static OInformation ofSamples(Samples samples, OInformationOptions options) {
        return ofSamples(samples, options, Monitor.NONE);
    }

    /** The same, watched; throws {@link java.util.concurrent.CancellationException} where the monitor stops it: nothing is finished. */
    public static OInformation ofSamples(Samples samples, OInformationOptions options, Monitor monitor) {
        SampleSource source = new SampleSource(samples, options);
        boolean sound = false;
        try {
            Prepared input = Prepared.of(samples, options, monitor);
            sound = true;
            return new OInformation(input, source, options, samples.samples());
        } finally {
            if (!sound) {
                source.close();
            }
        }
    }

    /** Data that another machine has estimated. */
    static OInformation sent(Prepared input, @Nullable SampleScores scores, OInformationOptions options, int samples) {
        return new OInformation(input, new SampleSource(scores, options, null), options, samples);
    }

    /** From a file of samples, .npy or .csv, with the default options. */
    public static OInformation ofFile(Path file) {
        return ofFile(file, OInformationOptions.defaults());
    }

    /** From a file of samples, .npy or .csv: a row for each sample. To be closed. */
    public static OInformation ofFile(Path file, OInformationOptions options) {
        return ofSamples(
                DataFiles.open(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream()), options);
    }

    /** From a covariance or correlation matrix [N][N] of unknown origin, with the default options. */
    public static OInformation ofCovariance(double[][] covariance) {
        return ofCovariance(covariance, 0, OInformationOptions.defaults());
    }

    /** From a covariance or correlation matrix [N][N]; see {@link #ofCovariance(SquareMatrix, int[], int, OInformationOptions)}. */
    public static OInformation ofCovariance(double[][] covariance, int samples, OInformationOptions options) {
        return ofCovariance(SquareMatrix.of(covariance), samples, options);
    }

    /** From a matrix of any source; see {@link #ofCovariance(SquareMatrix, int[], int, OInformationOptions)}. */
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
        Prepared input = Prepared.of(covariance, columns, samples, options);
        return new OInformation(input, new SampleSource(null, options), options, samples);
    }

    /**
     * From correlations that several machines made of samples together: as of those samples, but analyses that look at samples again
     * are refused.
     *
     * @param options their estimator and shrinkage say how the correlations were made
     */
    public static OInformation ofShared(SharedEstimate shared, OInformationOptions options) {
        return new OInformation(
                Prepared.of(shared, options),
                new SampleSource(null, options),
                options,
                shared.estimate().samples());
    }

    /** The same variables and estimates, whose scans record landscapes of another level. */
    public OInformation withLevel(Level level) {
        return new OInformation(input, source, options.withLevel(level), samples, cluster);
    }

    /** The same variables and estimates on a backend of the caller's own; the discrete estimator has none and refuses. */
    public OInformation withBackend(Backend backend) {
        Prepared moved =
                new Prepared(input.model().on(backend), input.variables(), input.collinear(), input.warnings());
        return new OInformation(moved, source, options, samples, cluster);
    }

    /**
     * The same, whose scans, searches and given n-plets are of those n-plets alone that mix groups of variables; other analyses refuse.
     *
     * @param groups columns of each group, none in two; columns that take no part are passed over, and those in no group may be in every
     *     n-plet
     * @throws BadInputException a column is out of range or in two groups, or a group has no column that takes part
     */
    public OInformation withGroups(List<int[]> groups, Mix mix) {
        List<int[]> positions = groups.stream().map(variables()::positionsOf).toList();
        Model all = input.model() instanceof GroupedModel grouped ? grouped.all() : input.model();
        Model mixed = new GroupedModel(all, Groups.of(positions, variables().count(), mix));
        return new OInformation(
                new Prepared(mixed, input.variables(), input.collinear(), input.warnings()),
                source,
                options,
                samples,
                cluster);
    }

    /**
     * The same, whose scans, {@link #search() searches}, {@link #statistics() repetitions}, measures of given n-plets, {@link
     * #target(int[]) targets}, {@link #dynamic dynamics} and {@link #against comparisons} are done by the machines of a cluster, to the same
     * bits; everything else stays on this one. The cluster of jvm/spark: {@code info.withCluster(SparkCluster.of(context))}.
     */
    public OInformation withCluster(Cluster machines) {
        return new OInformation(input, source, options, samples, machines);
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
     * Scores every n-plet of several orders, without repeats: in one walk over all subsets of the variables where that is expected to
     * be faster, else order by order. The results are those of {@link #scan(int, Monitor)}, the mean to its last bits; after one walk
     * all have the seconds of the whole walk. When the monitor stops the scan, orders not begun are empty and partial.
     */
    public List<ScanResult> scan(List<Integer> orders, Monitor monitor) {
        return scans().scan(orders, watched(monitor));
    }

    /** The result of a landscape of these variables that was recorded elsewhere or merged of parts; its seconds are NaN. */
    public ScanResult result(Landscape landscape) {
        return scans().result(RankedLandscape.byOmega(landscape), Double.NaN, null);
    }

    /** Scans before they begin: whether they can, in one walk or order by order, how long, and with how much memory. */
    public Scans scans() {
        return new Scans(input.model(), input.variables(), options, cluster);
    }

    /**
     * A journal of analyses of these data, in which what they finish is kept: the same analyses in the same order, called again after
     * the process was stopped or killed, go on from there. For a scan of hours see {@link Scans#resumable}.
     *
     * @param journal the file; it is made where there is none
     * @throws BadInputException the file cannot be written, is in use, no journal, or one of other data or options, of another backend, lane
     *     width or version
     */
    public ResumableRun resumable(Path journal) {
        return new ResumableRun(WorkJournal.open(journal, identity()));
    }

    /** Whether a cluster does pieces of analyses. */
    boolean spreads() {
        return cluster != null;
    }

    /** What results depend on beside the analysis, in words. */
    List<String> identity() {
        return new RunIdentity(model(), options).lines(source.samples());
    }

    /** Scores given n-plets, whose orders may differ; see {@link #nplets}. */
    public List<ScoredNplet> measures(int[]... nplets) {
        return measures(Arrays.asList(nplets));
    }

    /** Scores given n-plets: in the order of the input, the variables of each ascending; see {@link #nplets} and {@link NpletAnalysis#measures()}. */
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
     * @param nplets 0-based columns of the original data, without repeats, in any order
     * @throws BadInputException a column is out of range, repeated or not among those chosen
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
        GroupedModel.refuse(model());
        return new Statistics(this);
    }

    /** What the estimate does not show of the samples it was made of. */
    public Screens screens() {
        return new Screens(this, source);
    }

    /**
     * The differences from a second data set with the same columns, estimated in the same way.
     *
     * @throws BadInputException the columns are not the same, the estimates were made in different ways, or n-plets must mix groups
     */
    public Comparisons against(OInformation second) {
        return new Comparisons(this, second);
    }

    /**
     * Information about a class for each sample: any numbers [T], one for each class.
     *
     * @throws BadInputException there are not T of them, they are all the same, or the estimate does not fit, see {@link Needs}
     */
    public TargetAnalysis target(int[] classes) {
        return target(ClassLabels.of(classes));
    }

    /** As {@link #target(int[])}, classes by name. */
    public TargetAnalysis target(String[] classes) {
        return target(ClassLabels.of(classes));
    }

    /** As {@link #target(int[])}, classes of any origin. */
    public TargetAnalysis target(ClassLabels classes) {
        GroupedModel.refuse(model());
        return new Targets(this).classes(classes);
    }

    /** As {@link #target(int[])}, but about a variable beside the data: its values [T]. */
    public TargetAnalysis target(double[] values) {
        GroupedModel.refuse(model());
        return new Targets(this).continuous(values);
    }

    /**
     * Information that the past of series carries about the next value of one of them.
     *
     * @param lag number of past values of each series, at least 1
     */
    public DynamicAnalysis dynamic(int lag) {
        GroupedModel.refuse(model());
        return new Targets(this).dynamic(lag);
    }

    /** The variables that take part, and those left out. */
    public Variables variables() {
        return input.variables();
    }

    /** The correlation matrix and how it was estimated; the discrete and knn estimators have none and refuse. */
    public CorrelationEstimate estimate() {
        return input.model().estimate();
    }

    /** Whether an n-plet with a constant column is singular; to estimators without correlations that column adds nothing. */
    public boolean constantsAreSingular() {
        return input.model().constantsAreSingular();
    }

    /** The symbols that are counted; none unless the estimator is discrete. */
    public Optional<DiscreteSamples> symbols() {
        return input.model().symbols();
    }

    /** Pairs of columns that determine each other: every n-plet with both is singular; none for the discrete estimator. */
    public List<Collinear> collinear() {
        return input.collinear();
    }

    /** What was put right in the input, such as a matrix of few digits, or looks like another kind of input. */
    public List<Warning> warnings() {
        return input.warnings();
    }

    /** Scores n-plets of the variables that take part, by position: what searches and scans go through. */
    public Scorer scorer() {
        return input.model().scorer();
    }

    /** The backend of the computation; the discrete estimator has none and refuses. */
    Backend backend() {
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

    /** Number of samples that every order must stay below; 0 where there is no such bound: unknown, or there are no correlations. */
    public int samplesAboveOrders() {
        return options.estimate().estimator().correlates() ? samples : 0;
    }

    /** The options it was made with. */
    public OInformationOptions options() {
        return options;
    }

    /** Closes the samples it was made of: unmaps a file; harmless for arrays. */
    @Override
    public void close() {
        source.close();
    }

    /** What scores n-plets, and knows their bias. */
    Model model() {
        return input.model();
    }

    /** The samples, for an analysis that looks at them again. */
    SampleSource source() {
        return source;
    }

    InColumns inColumns() {
        return new InColumns(variables());
    }

    /** A caller's monitor, which is told of columns. */
    Monitor watched(Monitor monitor) {
        return inColumns().watched(monitor);
    }

    /** The same, of an analysis that begins. */
    Monitor watched(Monitor monitor, AnalysisWords words) {
        words.begin(monitor);
        return watched(monitor);
    }

    /**
     * The same, of an analysis whose pieces a cluster does, where there is one.
     *
     * @param scores of the samples; null where it does not look at them
     * @param again goes through it once more
     */
    Monitor watched(Monitor monitor, AnalysisWords words, @Nullable SampleScores scores, SentAnalysis.Repeated again) {
        return watched(begun(monitor, words, scores, again));
    }

    /** The same, told of positions: where columns are not those of the data. */
    Monitor begun(Monitor monitor, AnalysisWords words, @Nullable SampleScores scores, SentAnalysis.Repeated again) {
        Monitor keeping = monitor;
        if (cluster != null) {
            SentData data = SentData.of(this, scores);
            Function<SentFold, SentWork> sent = fold -> new SentAnalysis(data, again, fold);
            keeping = monitor.keeping(
                    again.oneFold()
                            ? SpreadKeeper.ofOneFold(monitor.keeper(), cluster, sent)
                            : new SpreadKeeper(monitor.keeper(), cluster, sent));
        }
        words.begin(keeping);
        return keeping;
    }
}
