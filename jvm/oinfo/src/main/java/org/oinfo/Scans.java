package org.oinfo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.model.GaussianModel;
import org.oinfo.model.GroupedModel;
import org.oinfo.model.Model;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.GaussianScorer;
import org.oinfo.scan.Heap;
import org.oinfo.scan.Measure;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.OwnMeasure;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.ScanPlan;
import org.oinfo.scan.groups.GroupScan;
import org.oinfo.scan.groups.GroupedScorer;
import org.oinfo.scan.journal.Journal;
import org.oinfo.scan.spread.SpreadScan;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verify;
import org.oinfo.spread.Cluster;

/** Scans of whole orders, and their results in columns of the data; what they take. */
public final class Scans {
    private final Model model;
    private final Variables variables;
    private final OInformationOptions options;
    private final @Nullable Cluster cluster;

    /** Scans on this machine, or on a cluster. */
    Scans(Model model, Variables variables, OInformationOptions options, @Nullable Cluster cluster) {
        this.model = model;
        this.variables = variables;
        this.options = options;
        this.cluster = cluster;
    }

    ScanResult scan(int order, Monitor monitor) {
        return scan(List.of(order), monitor).getFirst();
    }

    List<ScanResult> scan(List<Integer> orders, Monitor monitor) {
        orders.forEach(this::checkOrder);
        if (!monitor.keeper().equals(Keeper.NONE)) {
            new AnalysisWords("scan")
                    .with(new ScanIdentity(identity())
                            .lines(stages(orders).map(WholeScan::stage).toList()))
                    .begin(monitor);
        }
        return stages(orders)
                .flatMap(stage -> run(stage, monitor, Checkpoint.NONE).stream())
                .toList();
    }

    /** Scans of some orders, one after the other, each made when it is its turn. */
    private Stream<WholeScan> stages(List<Integer> orders) {
        return oneWalk(orders) ? Stream.of(wholeScan(orders)) : orders.stream().map(order -> wholeScan(List.of(order)));
    }

    private RunIdentity identity() {
        return new RunIdentity(model, options);
    }

    /**
     * A scan of some orders that leaves what it has merged in a file, and goes on from there where the file is that of an earlier one.
     *
     * @param orders without repeats
     * @param journal the file; it is made where there is none
     * @throws BadInputException an order cannot be scanned, a scan of this kind cannot be resumed, the file cannot be written, is in use,
     *     damaged, or is the journal of another scan: of other data or options, on another backend or lane width, by another version
     */
    public ResumableScan resumable(List<Integer> orders, Path journal) {
        orders.forEach(this::checkOrder);
        return new ResumableScan(
                this, new ScanIdentity(identity()), stages(orders).toList(), journal);
    }

    List<ScanResult> run(WholeScan scan, Monitor monitor, Checkpoint checkpoint) {
        checkMemory(scan.stage());
        long begun = System.nanoTime();
        List<RankedLandscape> found = monitor.keeper()
                .once(
                        new StageForm(scan.stage()),
                        all -> whole(all),
                        () -> found(scan, monitor.watching(), checkpoint));
        @Nullable Verification verified = new ScanProof(model, options).of(scan, found);
        double seconds = since(begun);
        return found.stream().map(each -> result(each, seconds, verified)).toList();
    }

    private void checkMemory(Journal.Stage stage) {
        long bytes = 0;
        int top = 0;
        for (RankedLandscape nothing : stage.nothing()) {
            ScanSettings settings = settings(nothing.landscape().settings().order());
            long workers = Math.min(options.threads(), stage.plan().pieces());
            long total = total(settings.order());
            long piece =
                    stage.plan().kind() == PiecePlan.Kind.BLOCKS ? stage.plan().size() : total;
            top = Math.max(top, settings.top());
            bytes += ScanForecast.bytes(model.scorer(), workers, settings, total, piece);
        }
        Heap.require(bytes, "a scan that keeps " + top + " n-plets at each end");
    }

    private List<RankedLandscape> found(WholeScan scan, Monitor monitor, Checkpoint checkpoint) {
        return cluster == null
                ? scan.work().run(options.threads(), monitor, checkpoint)
                : spread(scan.stage()).run(cluster, monitor, checkpoint).stream()
                        .map(each -> each.rankedBy(options.rankBy()))
                        .toList();
    }

    private boolean whole(List<RankedLandscape> found) {
        return found.stream()
                .map(RankedLandscape::landscape)
                .allMatch(each -> each.total() == total(each.settings().order()));
    }

    /** The same scan, for a cluster. */
    private SpreadScan spread(Journal.Stage stage) {
        GaussianModel sent = SentData.correlations(model, options, "a scan");
        List<Integer> orders = stage.nothing().stream()
                .map(each -> each.landscape().settings().order())
                .toList();
        Scans oneThread = new Scans(model, variables, options.withThreads(1), null);
        return new SpreadScan(
                new GaussianScorer(sent.backend(), sent.estimate().matrix()),
                stage.plan(),
                stage.nothing(),
                () -> oneThread.forecast(orders).stream()
                        .mapToDouble(ScanForecast::seconds)
                        .sum());
    }

    /** A scan of one order, or of several in one walk. */
    private WholeScan wholeScan(List<Integer> orders) {
        int n = variables.count();
        List<ScanSettings> settings = orders.stream().map(this::settings).toList();
        ScanSettings first = settings.getFirst();
        if (settings.size() > 1) {
            List<Landscape> nothing =
                    settings.stream().map(each -> Landscape.empty(n, each)).toList();
            return WholeScan.of(model.walk(settings), nothing);
        }
        if (model.scorer() instanceof GroupedScorer grouped) {
            RankBy measure = rankBy(first.order());
            return WholeScan.of(
                    groupScan(grouped, first.order()), RankedLandscape.empty(n, first, measure), options.rankBy());
        }
        if (options.rankBy() == Measure.O) {
            return WholeScan.of(new ExhaustiveScan(model.scorer(), first), Landscape.empty(n, first));
        }
        RankBy measure = rankBy(first.order());
        return WholeScan.of(
                new MeasureScan(model.scorer(), first, measure),
                RankedLandscape.empty(n, first, measure),
                options.rankBy());
    }

    /** Whether {@link OInformation#scan(List, Monitor)} scans these orders in one walk. */
    public boolean oneWalk(List<Integer> orders) {
        return model.walks()
                && options.rankBy() == Measure.O
                && options.verify() != Verify.ALWAYS
                && ScanPlan.oneWalk(variables.count(), orders, options.level());
    }

    /** Duration and memory of a scan of an order, from a short burst of it. */
    public ScanForecast forecast(int order) {
        checkOrder(order);
        if (model.scorer() instanceof GroupedScorer grouped) {
            return groupScan(grouped, order).forecast(options.threads());
        }
        return options.rankBy() == Measure.O
                ? ScanForecast.measure(model.scorer(), settings(order), options.threads())
                : ScanForecast.measure(model.scorer(), settings(order), rankBy(order), options.threads());
    }

    /** Duration and memory of a scan of several orders, from short bursts; one walk's time is shared out by n-plets. */
    public List<ScanForecast> forecast(List<Integer> orders) {
        orders.forEach(this::checkOrder);
        if (!oneWalk(orders)) {
            return orders.stream().map(this::forecast).toList();
        }
        return model.forecastWalk(orders.stream().map(this::settings).toList(), options.threads());
    }

    private GroupScan groupScan(GroupedScorer grouped, int order) {
        return new GroupScan(grouped, settings(order), rankBy(order));
    }

    /** What n-plets of an order are ranked by: in place of a measure of one's own, it of what is left of raw measures. */
    private RankBy rankBy(int order) {
        @Nullable BiasCorrection bias = model.bias(order);
        return options.rankBy() instanceof OwnMeasure own && bias != null
                ? own.less(bias.tc(), bias.dtc(), bias.o(), bias.s())
                : options.rankBy();
    }

    ScanResult result(RankedLandscape found, double seconds, @Nullable Verification verified) {
        Landscape landscape = found.landscape();
        int order = landscape.settings().order();
        Combinations combinations = new Combinations(variables.count(), order);
        return new ScanResult(
                order,
                total(order),
                landscape,
                found.measure(),
                ranked(found.smallest(), combinations, order),
                ranked(found.largest(), combinations, order),
                extreme(landscape.mostSynergistic(), combinations, order),
                extreme(landscape.mostRedundant(), combinations, order),
                seconds,
                verified);
    }

    private List<ScoredNplet> ranked(Ranking ranking, Combinations combinations, int order) {
        return ranked(ranking.sortedRanks(), combinations, order);
    }

    /** O-information of the best n-plet, NaN where there is none. */
    private double extreme(Ranking ranking, Combinations combinations, int order) {
        return ranking.size() == 0
                ? Double.NaN
                : ranked(new long[] {ranking.bestRank()}, combinations, order)
                        .getFirst()
                        .o();
    }

    private List<ScoredNplet> ranked(long[] ranks, Combinations combinations, int order) {
        return new RankedNplets(ranks, model.scorer(), combinations, order, variables, model.bias(order));
    }

    /**
     * Refuses an order that cannot be scanned.
     *
     * @throws BadInputException the order is out of range, the samples are too few, C(N,k) is beyond 2^63-1, or groups allow no
     *     n-plet of it
     */
    public void checkOrder(int order) {
        int n = variables.count();
        if (order < 2 || order > n) {
            throw new BadInputException("the order must be 2 to the number of variables: order=" + order + ", N=" + n
                    + "; choose another order or more columns");
        }
        model.checkSamples(order);
        new ScanProof(model, options).check(order);
        total(order);
    }

    /**
     * Number of n-plets of an order: C(N,k), or of those that groups allow.
     *
     * @throws BadInputException it is beyond 2^63-1, or there are none
     */
    public long total(int order) {
        return model instanceof GroupedModel grouped
                ? GroupScan.total(grouped.groups(), order)
                : BlockGrid.total(variables.count(), order);
    }

    private ScanSettings settings(int order) {
        @Nullable BiasCorrection bias = model.bias(order);
        // No more than there are, so that rankings need not grow beyond.
        int top = (int) Math.min(options.top(), total(order));
        return new ScanSettings(
                order,
                options.level(),
                top,
                bias == null ? 0 : bias.o(),
                options.ends(),
                Screen.AUTO,
                options.sumsDeterminants());
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }
}
