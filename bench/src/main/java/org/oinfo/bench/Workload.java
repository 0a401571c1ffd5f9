package org.oinfo.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Keeps one hot method busy until the compiler has done its last work on it: what {@code bench/code-check} looks at. */
public final class Workload {
    private static final double SECONDS = 3;
    /** For many methods, each with little to do: the last of them is compiled late. */
    private static final double LONG_SECONDS = 12;

    private Workload() {}

    /**
     * Runs one workload for some seconds.
     *
     * @param args {@code peak}, {@code scan SIZE MODE}, {@code lattice VARIABLES} or {@code measures ORDER}
     */
    public static void main(String[] args) {
        switch (args[0]) {
            case "peak" -> peak();
            case "scan" -> scan(args[1], args[2]);
            case "lattice" -> lattice(Integer.parseInt(args[1]));
            case "measures" -> measures(Integer.parseInt(args[1]));
            default ->
                throw new IllegalArgumentException(
                        "workload must be peak, scan, lattice or measures: workload=" + args[0]);
        }
    }

    private static void repeat(double seconds, Runnable work) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) {
            work.run();
        }
    }

    private static void peak() {
        PeakBenchmark benchmark = new PeakBenchmark();
        PeakBenchmark.Flops counter = new PeakBenchmark.Flops();
        repeat(SECONDS, () -> {
            benchmark.doubles(counter);
            benchmark.singles(counter);
        });
    }

    private static void scan(String size, String mode) {
        ScanBenchmark.Problem problem = new ScanBenchmark.Problem();
        problem.size = size;
        problem.make();
        ScanSettings settings = ScanMode.of(mode).settings(problem.order);
        try (ScanKernel kernel = Backends.open("simd").scan(problem.r, settings)) {
            repeat(SECONDS, () -> kernel.scan(0, problem.total, Landscape.empty(problem.r.variables(), settings)));
        }
    }

    private static void lattice(int variables) {
        CorrelationMatrix r = Inputs.correlations(variables);
        List<ScanSettings> settings = IntStream.rangeClosed(3, variables)
                .mapToObj(order -> new ScanSettings(order, Level.PLAIN, 20))
                .toList();
        long blocks = new LatticeBlocks(variables).count();
        try (LatticeKernel kernel = Backends.open("simd").lattice(r, settings)) {
            repeat(
                    LONG_SECONDS,
                    () -> kernel.scan(
                            0,
                            blocks,
                            settings.stream()
                                    .map(each -> Landscape.empty(variables, each))
                                    .toArray(Landscape[]::new)));
        }
    }

    private static void measures(int order) {
        CorrelationMatrix r = Inputs.correlations(MeasuresBenchmark.VARIABLES);
        int[] nplets = Inputs.nplets(MeasuresBenchmark.VARIABLES, order, MeasuresBenchmark.BATCH);
        double[] out = new double[MeasuresBenchmark.BATCH * MeasuresKernel.VALUES];
        try (MeasuresKernel kernel = Backends.open("simd").measures(r)) {
            repeat(LONG_SECONDS, () -> kernel.measures(nplets, MeasuresBenchmark.BATCH, order, out));
        }
    }
}
