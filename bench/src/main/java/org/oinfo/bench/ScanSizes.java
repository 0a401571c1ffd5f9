package org.oinfo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import tools.jackson.databind.ObjectMapper;

/**
 * What does an n-plet cost, order by order, as the number of variables grows? One thread, orders 3 to 8, N = 20 to 1000.
 *
 * <p>A plain loop, since JMH's forks would take hours for these many sizes: each size is scanned until it has become no faster
 * for a while, then five times for the median. Where the whole order would take longer than a measurement, a part is scanned,
 * see {@link ScanRange}, with the rankings already full as they are in a long scan. A whole order begins with empty rankings.
 */
public final class ScanSizes implements AutoCloseable {
    static final List<String> MODES = List.of("extremes", "plain");
    private static final int[] ORDERS = {3, 4, 5, 6, 7, 8};
    private static final int[] VARIABLES = {20, 30, 50, 100, 200, 400, 1000};
    private static final int REPETITIONS = 5;
    /** A warm-up ends when the best of this many slices is no better than the best before by more than 3 %. */
    private static final int SLICES = 8;

    private static final double STEADY = 1.03;
    private static final int MOST_SLICES = 80;
    private static final long FIRST_TARGET = 1 << 20;

    private final ScanKernel kernel;
    private final CorrelationMatrix r;
    private final ScanSettings settings;
    private final double seconds;

    ScanSizes(Backend backend, CorrelationMatrix r, ScanSettings settings, double seconds) {
        this.kernel = backend.scan(r, settings);
        this.r = r;
        this.settings = settings;
        this.seconds = seconds;
    }

    /**
     * Measures everything and writes JSON lines.
     *
     * @param args the file; the backend; milliseconds of one measurement
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments must be FILE BACKEND MILLISECONDS: found " + args.length);
        }
        Backend backend = Backends.open(args[1]);
        Ran.print("sizes " + args[1], backend.description());
        double seconds = Integer.parseInt(args[2]) / 1e3;
        try (PrintStream lines =
                new PrintStream(Files.newOutputStream(Path.of(args[0])), true, StandardCharsets.UTF_8)) {
            for (int variables : VARIABLES) {
                CorrelationMatrix r = Inputs.correlations(variables);
                for (int order : ORDERS) {
                    if (refused(variables, order)) {
                        continue;
                    }
                    for (String mode : MODES) {
                        Map<String, Object> line = measure(backend, r, order, mode, seconds);
                        lines.println(new ObjectMapper().writeValueAsString(line));
                        System.out.println(line);
                    }
                }
            }
        }
    }

    /** N-plets are numbered in 63 bits, and the library refuses orders that have more: 8 of 1000. */
    private static boolean refused(int variables, int order) {
        double nplets = 1;
        for (int i = 0; i < order; i++) {
            nplets *= (variables - i) / (i + 1.0);
        }
        return nplets >= Long.MAX_VALUE;
    }

    /** One line: a scan of one order and mode. */
    static Map<String, Object> measure(Backend backend, CorrelationMatrix r, int order, String mode, double seconds) {
        try (ScanSizes scan = new ScanSizes(backend, r, ScanMode.of(mode).settings(order), seconds)) {
            return scan.measure(backend.name(), mode);
        }
    }

    private Map<String, Object> measure(String backend, String mode) {
        int order = settings.order();
        double warm = warmUp(ScanRange.of(r.variables(), order, FIRST_TARGET));
        ScanRange range = ScanRange.of(r.variables(), order, (long) (warm * seconds));
        Landscape before = range.whole() ? empty() : scan(range, empty());
        double[] rates = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            rates[i] = rate(range, before, seconds);
        }
        Arrays.sort(rates);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", "ScanSizes.oinfo");
        line.put(
                "params",
                Map.of(
                        "size",
                        order + ":" + r.variables(),
                        "mode",
                        mode,
                        "backend",
                        backend,
                        "range",
                        range.whole() ? "whole" : "part",
                        "nplets",
                        Long.toString(range.size())));
        line.put("per_second", rates[REPETITIONS / 2]);
        line.put("low", rates[0]);
        line.put("high", rates[REPETITIONS - 1]);
        line.put(
                "settings", REPETITIONS + " x " + Math.round(seconds * 1e3) + " ms of each size after its own warm-up");
        return line;
    }

    /** Scans until it has become no faster for a while; the best rate. */
    private double warmUp(ScanRange range) {
        double best = 0;
        double bestBefore = 0;
        for (int slice = 0; slice < MOST_SLICES; slice++) {
            best = Math.max(best, rate(range, empty(), seconds / 4));
            if ((slice + 1) % SLICES == 0) {
                if (best <= STEADY * bestBefore) {
                    break;
                }
                bestBefore = best;
            }
        }
        return best;
    }

    /** N-plets per second of scans that take {@code atLeast} seconds in all. */
    private double rate(ScanRange range, Landscape before, double atLeast) {
        long nplets = 0;
        long start = System.nanoTime();
        double elapsed;
        do {
            nplets += scan(range, before).total();
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (elapsed < atLeast);
        return nplets / elapsed;
    }

    /** The landscape of a range that comes after what is in {@code before}. */
    Landscape scan(ScanRange range, Landscape before) {
        Landscape landscape = before.emptyForNextRange();
        kernel.scan(range.from(), range.to(), landscape);
        return landscape;
    }

    Landscape empty() {
        return Landscape.empty(r.variables(), settings);
    }

    @Override
    public void close() {
        kernel.close();
    }
}
