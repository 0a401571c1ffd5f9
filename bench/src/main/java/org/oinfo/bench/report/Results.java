package org.oinfo.bench.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that was measured, grouped as the page shows it.
 *
 * @param peak of one core
 * @param measures given n-plets
 * @param scans whole orders
 * @param sizes scans of many orders and numbers of variables
 * @param estimates correlation matrices
 * @param tables reading of text
 * @param threads rates of the same scan on several numbers of threads
 * @param jobs whole searches and tests, as a user runs them
 */
record Results(
        Peak peak,
        List<Comparison> measures,
        List<Comparison> scans,
        List<Rate> sizes,
        List<Comparison> estimates,
        List<Comparison> tables,
        List<Rate> threads,
        List<Rate> jobs) {
    private static final List<String> JOBS = List.of(
            "LatticeBenchmark",
            "VerifiedBenchmark",
            "GreedyBenchmark",
            "EveryPairBenchmark",
            "AnnealBenchmark",
            "NullBenchmark",
            "BootstrapBenchmark");

    static Results of(Peak peak, List<Rate> rates) {
        return new Results(
                peak,
                Comparison.of("MeasuresBenchmark", rates),
                Comparison.of("ScanBenchmark", rates),
                ofClass("ScanSizes", rates),
                Comparison.of("EstimateBenchmark", rates),
                Stream.of("CsvBenchmark", "NpyBenchmark")
                        .flatMap(name -> Comparison.of(name, rates).stream())
                        .toList(),
                ofClass("ThreadsBenchmark", rates),
                JOBS.stream().flatMap(job -> ofClass(job, rates).stream()).toList());
    }

    /** The part of its bound that a rate reaches; NaN where the arithmetic is not known. */
    double shareOfBound(Rate rate) {
        return Work.of(rate) / slots(rate);
    }

    /** Vector multiply-adds one core could have done while it dealt with one vector of what the rate counts. */
    double slots(Rate rate) {
        return precision(rate).scalarFmas() / rate.perSecond();
    }

    /** Median rate over that of the same scan on one thread; NaN when that was not measured. */
    double timesOneThread(Rate rate) {
        Map<String, String> one = new TreeMap<>(rate.parameters());
        one.put("threads", "1");
        return rate.perSecond()
                / threads.stream()
                        .filter(r -> r.parameters().equals(one))
                        .mapToDouble(Rate::perSecond)
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private Peak.Precision precision(Rate rate) {
        return Work.mode(rate).single() ? peak.singles() : peak.doubles();
    }

    private static List<Rate> ofClass(String benchmarkClass, List<Rate> rates) {
        return rates.stream()
                .filter(r -> r.benchmarkClass().equals(benchmarkClass))
                .toList();
    }
}
