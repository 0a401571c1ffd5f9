package org.oinfo.statistics.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Scorer;

/**
 * How much the extremes, the mean and the shares of a scan would differ between data sets of T samples, if the variables were
 * Gaussian with the correlations that were estimated: B data sets are drawn, and all n-plets of each scanned.
 *
 * <p>These are <b>sampling intervals under the fitted Gaussian, not p-values</b> and not confidence intervals: the fitted
 * correlations are off themselves, and where many n-plets compete for a minimum, that of data sets drawn from the fit tends to
 * lie lower than that of the data, as that one does than the truth.
 *
 * <p>Drawing. With {@link GaussianDrawing#SAMPLES} the copula ranks T samples anew, as it did with the data; with
 * {@link GaussianDrawing#COVARIANCE} a scatter matrix is drawn at once. For the gaussian estimator the two have the same
 * distribution. Normal scores are as efficient as the values of a Gaussian are (Klaassen and Wellner 1997, doi
 * 10.2307/3318652), so for the copula they differ at small T only, by less than the spread; values with ties are not drawn
 * either way.
 *
 * <p>Data set b draws from {@link RandomStreams} number b, the same for all orders. The result has the same bits for any number
 * of threads.
 */
public final class GaussianResampling {
    private final Backend backend;
    private final GaussianDraw draw;
    private final int samples;
    private final List<Integer> orders;
    private final ResamplingSettings settings;
    private final Watch watch;

    private GaussianResampling(
            Backend backend,
            CorrelationMatrix r,
            int samples,
            List<Integer> orders,
            ResamplingSettings settings,
            Monitor monitor) {
        this.backend = backend;
        this.draw = new GaussianDraw(r, samples, settings.drawing(), settings.estimator());
        this.samples = samples;
        this.orders = orders;
        this.settings = settings;
        this.watch = new Watch(monitor);
    }

    /**
     * Scans the data and B data sets drawn.
     *
     * @param r correlations of the data
     * @param samples T
     * @param orders of the n-plets, each 2 to N and below T
     * @param threads number of threads, at least 1; a data set is scanned by one of them
     * @param monitor may stop it: intervals then come from the data sets scanned until then
     * @return one for each order; none when even the data was not scanned
     * @throws BadInputException an order is not below T
     */
    public static List<SamplingIntervals> run(
            Backend backend,
            CorrelationMatrix r,
            int samples,
            List<Integer> orders,
            ResamplingSettings settings,
            int threads,
            Monitor monitor) {
        for (int order : orders) {
            if (samples <= order) {
                throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                        + samples + ", order=" + order + "; choose a smaller order or give more samples");
            }
        }
        return new GaussianResampling(backend, r, samples, orders, settings, monitor).run(r, threads);
    }

    private List<SamplingIntervals> run(CorrelationMatrix r, int threads) {
        for (int order : orders) {
            watch.expect(order, (settings.resamples() + 1L) * BlockGrid.total(r.variables(), order));
        }
        Summaries form = new Summaries(orders, r.variables());
        List<ScanSummary> observed = watch.keeper().once(form, found -> !found.isEmpty(), () -> scan(r, threads));
        if (observed.isEmpty()) {
            return List.of();
        }
        int workers = orders.stream()
                .mapToInt(order -> backend.scanWorkers(ScanSummary.settings(order, 0), threads))
                .min()
                .orElse(1);
        List<List<ScanSummary>> drawn = new ArrayList<>();
        OrderedFold.run(
                settings.resamples(),
                workers,
                watch,
                form,
                () -> number -> drawn(number),
                (List<ScanSummary> found, int number) -> drawn.add(found));
        List<SamplingIntervals> intervals = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            int at = i;
            List<ScanSummary> scans = drawn.stream().map(found -> found.get(at)).toList();
            intervals.add(intervals(orders.get(i), observed.get(i), scans));
        }
        return intervals;
    }

    /** Scans a data set; null when that was stopped. */
    private @Nullable List<ScanSummary> drawn(int number) {
        List<ScanSummary> found = scan(draw.draw(RandomStreams.of(settings.seed(), number)), 1);
        return found.isEmpty() ? null : found;
    }

    /** Scans all orders; none when one was stopped. */
    private List<ScanSummary> scan(CorrelationMatrix r, int threads) {
        Scorer scores = Scorer.gaussian(backend, r);
        List<ScanSummary> found = new ArrayList<>();
        for (int order : orders) {
            double bias = settings.biasCorrect() ? new BiasCorrection(order, samples).o() : 0;
            ScanSummary summary = ScanSummary.of(scores, order, bias, threads, watch);
            if (summary == null) {
                return List.of();
            }
            found.add(summary);
        }
        return found;
    }

    private SamplingIntervals intervals(int order, ScanSummary observed, List<ScanSummary> scans) {
        double tail = (1 - settings.confidence()) / 2;
        return new SamplingIntervals(
                order,
                observed,
                ScanSummary.fold(scans, values -> quantile(values, tail)),
                ScanSummary.fold(scans, values -> quantile(values, 1 - tail)),
                ScanSummary.fold(scans, Moments::mean),
                ScanSummary.fold(scans, Moments::deviation),
                scans.size());
    }

    private double quantile(double[] values, double p) {
        if (values.length < Percentiles.least(settings.confidence())) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Percentiles.quantile(sorted, p);
    }
}
