package org.oinfo.bench.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was measured, grouped as the page shows it.
 *
 * @param peak of one core
 * @param measures given n-plets
 * @param scans whole orders
 * @param estimates correlation matrices
 * @param threads rates of the same scan on several numbers of threads
 */
record Results(
        Peak peak, List<Comparison> measures, List<Comparison> scans, List<Comparison> estimates, List<Rate> threads) {
    static Results of(Peak peak, List<Rate> rates) {
        return new Results(
                peak,
                Comparison.of("MeasuresBenchmark", rates),
                Comparison.of("ScanBenchmark", rates),
                Comparison.of("EstimateBenchmark", rates),
                rates.stream()
                        .filter(r -> r.benchmarkClass().equals("ThreadsBenchmark"))
                        .toList());
    }

    /** The part of the peak that a rate's arithmetic takes; NaN where the arithmetic is not known. */
    double shareOfPeak(Rate rate) {
        return Work.of(rate) * rate.perSecond() / peak.scalarFmas();
    }

    /** Median rate over that of the same scan on one thread; NaN when that was not measured. */
    double timesOneThread(Rate rate) {
        Map<String, String> one = new TreeMap<>(rate.parameters());
        one.put("threads", "1");
        return rate.median()
                / threads.stream()
                        .filter(r -> r.parameters().equals(one))
                        .mapToDouble(Rate::median)
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
