package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.Scorer;
import org.oinfo.statistics.surrogate.SpectrumMatched;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum;
import org.oinfo.study.result.Spectrum.Extremes;
import org.oinfo.study.result.Spectrum.Matched;

/** Landscapes of random correlation matrices with the eigenvalues of a layer's, scored as they are: not sampled again. */
final class SpectrumControl {
    /** N-plets between two looks at whether to go on. */
    private static final long CHUNK = 1L << 22;

    private final LandscapeSettings settings;
    private final Workers workers;
    private final Watch watch;

    SpectrumControl(LandscapeSettings settings, Workers workers, Watch watch) {
        this.settings = settings;
        this.workers = workers;
        this.watch = watch;
    }

    /** (sum l)^2 / sum l^2: the trace is N, and the sum of squared eigenvalues that of all squared entries. */
    static double dimension(CorrelationMatrix r) {
        int n = r.variables();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                squares = Math.fma(r.get(i, j), r.get(i, j), squares);
            }
        }
        return (double) n * n / squares;
    }

    /**
     * The spectrum of a layer.
     *
     * @param orders of the matrices' landscapes, none for the dimension alone
     */
    Spectrum of(CorrelationMatrix r, List<Integer> orders, Seeds seeds) {
        int matrices = orders.isEmpty() ? 0 : settings.controls().matched();
        Matched[][] draws = new Matched[matrices][]; // [matrix][order]
        workers.run(matrices, () -> {
            Backend backend = Backends.open(settings.backend());
            return i -> draws[i] = landscapes(
                    SpectrumMatched.draw(r, RandomStreams.of(seeds.spectrum(), i), watch::goOn),
                    backend,
                    orders,
                    seeds);
        });
        List<Matched> matched = new ArrayList<>();
        for (int o = 0; o < orders.size() && matrices > 0; o++) {
            int at = o;
            matched.add(new Matched(
                    orders.get(o),
                    Arrays.stream(draws)
                            .flatMap(draw -> draw[at].all().stream())
                            .toList(),
                    Arrays.stream(draws)
                            .flatMap(draw -> draw[at].subsets().stream())
                            .toList()));
        }
        return new Spectrum(dimension(r), matched);
    }

    private Matched[] landscapes(CorrelationMatrix matrix, Backend backend, List<Integer> orders, Seeds seeds) {
        List<Subsets> subsets = subsets(matrix, orders, seeds);
        List<Matched> found = new ArrayList<>();
        for (int order : orders) {
            Extremes all = scan(Scorer.gaussian(backend, matrix), order);
            List<Extremes> ofSubsets = subsets.stream()
                    .filter(each -> each.order() == order)
                    .map(each -> new Extremes(each.min(), each.mean(), each.max()))
                    .toList();
            List<Extremes> ofAll = all == null ? List.of() : List.of(all);
            // A layer no larger than a subset is its own subset, as it is for the data.
            boolean whole = settings.subsetDraws() > 0 && matrix.variables() <= settings.subsetSize();
            found.add(new Matched(order, ofAll, whole ? ofAll : ofSubsets));
        }
        return found.toArray(Matched[]::new);
    }

    private List<Subsets> subsets(CorrelationMatrix matrix, List<Integer> orders, Seeds seeds) {
        if (settings.subsetDraws() == 0 || matrix.variables() <= settings.subsetSize()) {
            return List.of();
        }
        return RandomSubsets.of(
                matrix,
                orders,
                settings.subsetDraws(),
                settings.subsetSize(),
                seeds.subsets(),
                Workers.inline(),
                watch);
    }

    /** Of all n-plets; null where all are singular. */
    private @Nullable Extremes scan(Scorer scores, int order) {
        ScanSettings scan = new ScanSettings(order, Level.PLAIN, 1);
        Landscape landscape = Landscape.empty(scores.variables(), scan);
        long total = new Combinations(scores.variables(), order).total();
        try (ScanKernel kernel = scores.scan(scan)) {
            for (long from = 0; from < total; from += CHUNK) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                long end = Math.min(total, from + CHUNK);
                kernel.scan(from, end, landscape);
                watch.advanced(0, end - from);
            }
        }
        double[] figures = RandomSubsets.figures(scores, order, landscape);
        return Arrays.stream(figures).anyMatch(Double::isNaN) ? null : new Extremes(figures[0], figures[1], figures[2]);
    }
}
