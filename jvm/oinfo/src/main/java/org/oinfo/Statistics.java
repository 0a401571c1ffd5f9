package org.oinfo;

import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.estimate.SampleScores;
import org.oinfo.parallel.Monitor;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.interval.Bootstrap;
import org.oinfo.statistics.interval.BootstrapResult;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurvePoint;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.GaussianResampling;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.interval.SamplingIntervals;
import org.oinfo.statistics.interval.SubsamplingCurve;
import org.oinfo.statistics.surrogate.NullOfScan;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;

/**
 * Chance and uncertainty: {@code info.statistics().nullTest(NullSettings.of(3))}.
 *
 * <p>All but {@link #resample} look at the samples again: the data they were estimated from must still be open, and a covariance
 * is refused by name. N-plets are 0-based columns of the original data, ascending. Values are in nats, less their bias where {@link
 * OInformationOptions#biasCorrect} asks for it. An analysis that its monitor stops, or whose thread is interrupted, returns what
 * the finished part says, marked as partial. Thread-safe.
 */
public final class Statistics {
    private final OInformation info;

    Statistics(OInformation info) {
        this.info = info;
    }

    /**
     * Tests the extremes of a scan, {@link OInformationOptions#top} at each end, against surrogates, each scanned in full: against
     * independent columns, is anything there? Against {@link Surrogate#TREE}, is it synergy? Against {@link Surrogate#SPECTRUM}, is it more
     * than the number of dimensions?
     *
     * @throws BadInputException the settings do not fit the samples, or the estimate has shrinkage or ordinal ties, for a tree any
     *     but average ones, or for a tree the samples are a series
     */
    public NullResult nullTest(NullSettings settings) {
        return nullTest(settings, Monitor.NONE);
    }

    /** As {@link #nullTest(NullSettings)}, watched. */
    public NullResult nullTest(NullSettings settings, Monitor monitor) {
        SampleScores scores = info.source().scores(Needs.of(settings.kind()));
        NullSettings asked = settings.withBiasCorrect(info.options().biasCorrect());
        Monitor watched = info.watched(
                monitor,
                new AnalysisWords("null").with(asked),
                scores,
                (on, again) -> on.statistics().nullTest(settings, again));
        return info.inColumns().of(nullOf(scores).ofExtremes(info.options().top(), asked, watched));
    }

    /**
     * Tests given n-plets, all of the order of the settings.
     *
     * @throws BadInputException as above, or an n-plet is of another order, or a column does not take part
     */
    public NullResult nullTest(List<int[]> nplets, NullSettings settings, Monitor monitor) {
        SampleScores scores = info.source().scores(Needs.of(settings.kind()));
        NullSettings asked = settings.withBiasCorrect(info.options().biasCorrect());
        asked.check(nplets);
        List<int[]> given = info.nplets(nplets).positions();
        int[][] sent = nplets.toArray(int[][]::new);
        Monitor watched = info.watched(
                monitor,
                new AnalysisWords("null").with("n-plets", given).with(asked),
                scores,
                (on, again) -> on.statistics().nullTest(Arrays.asList(sent), settings, again));
        return info.inColumns().of(nullOf(scores).ofNplets(given, asked, watched));
    }

    /**
     * Tests what a greedy search comes to at the order of the settings, {@link OInformationOptions#top} at each end, against the same
     * search on every surrogate.
     *
     * @param search its largest order is replaced by that of the settings, which must have {@link NullSettings.Family#SEARCH}
     * @throws BadInputException as above, or the search does not start below the order
     */
    public NullResult nullTest(GreedySettings search, NullSettings settings, Monitor monitor) {
        SampleScores scores = info.source().scores(Needs.of(settings.kind()));
        NullSettings asked = settings.withBiasCorrect(info.options().biasCorrect());
        Monitor watched = info.watched(
                monitor,
                new AnalysisWords("null").with("search", search).with(asked),
                scores,
                (on, again) -> on.statistics().nullTest(search, settings, again));
        return info.inColumns()
                .of(nullOf(scores).ofSearch(search, info.options().top(), asked, watched));
    }

    private NullOfScan nullOf(SampleScores scores) {
        return new NullOfScan(info.backend(), scores, info.options().threads());
    }

    /**
     * Confidence intervals of the measures of given n-plets.
     *
     * @throws BadInputException an n-plet has as many variables as there are samples, a run is longer than T / 10, or the estimate
     *     has shrinkage or ties that are not averaged
     */
    public BootstrapResult bootstrap(List<int[]> nplets, BootstrapSettings settings) {
        return bootstrap(nplets, settings, Monitor.NONE);
    }

    /** As {@link #bootstrap(List, BootstrapSettings)}, watched. */
    public BootstrapResult bootstrap(List<int[]> nplets, BootstrapSettings settings, Monitor monitor) {
        SampleScores scores = info.source().scores(Needs.BOOTSTRAP);
        List<int[]> given = info.nplets(nplets).positions();
        BootstrapSettings asked = settings.withBiasCorrect(info.options().biasCorrect());
        int[][] sent = nplets.toArray(int[][]::new);
        Monitor watched = info.watched(
                monitor,
                new AnalysisWords("bootstrap").with("n-plets", given).with(asked),
                scores,
                (on, again) -> on.statistics().bootstrap(Arrays.asList(sent), settings, again));
        return info.inColumns()
                .of(Bootstrap.run(
                        scores,
                        info.options().estimate().estimator(),
                        info.backend(),
                        given,
                        asked,
                        info.options().threads(),
                        watched));
    }

    /**
     * Sampling intervals of whole scans under the fitted Gaussian: where other data sets of as many samples would fall.
     *
     * @throws BadInputException the number of samples is not known, an order is out of range, or the estimate has shrinkage
     */
    public List<SamplingIntervals> resample(List<Integer> orders, ResamplingSettings settings, Monitor monitor) {
        Needs.RESAMPLING.check(info.options().estimate());
        if (info.samples() == 0) {
            throw new BadInputException(
                    "resampling needs the number of samples that the covariance comes from: found none",
                    "give {}",
                    Setting.SAMPLES);
        }
        orders.forEach(info.scans()::checkOrder);
        ResamplingSettings asked = settings.withBiasCorrect(info.options().biasCorrect());
        List<Integer> sent = List.copyOf(orders);
        Monitor watched = info.watched(
                monitor,
                new AnalysisWords("resample").with("orders", orders.toString()).with(asked),
                null,
                (on, again) -> on.statistics().resample(sent, settings, again));
        return GaussianResampling.run(
                info.backend(),
                info.estimate().matrix(),
                info.samples(),
                orders,
                asked,
                info.options().threads(),
                watched);
    }

    /**
     * Scans of subsets of the samples: does the extreme Omega still move with T?
     *
     * @throws BadInputException a size or the order is out of range, or the estimate has shrinkage or ties that are not averaged
     */
    public List<CurvePoint> curve(int order, CurveSettings settings, Monitor monitor) {
        SampleScores scores = info.source().scores(Needs.CURVE);
        info.scans().checkOrder(order);
        return SubsamplingCurve.run(
                scores,
                info.options().estimate().estimator(),
                info.backend(),
                order,
                settings,
                info.options().threads(),
                info.watched(
                        monitor,
                        new AnalysisWords("curve").with("order", order).with(settings),
                        scores,
                        (on, again) -> on.statistics().curve(order, settings, again)));
    }
}
