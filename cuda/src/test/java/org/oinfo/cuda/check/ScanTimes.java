package org.oinfo.cuda.check;

import java.util.Arrays;
import java.util.List;
import org.oinfo.cuda.driver.LaunchClock;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

/**
 * Step "scan": how long a device takes for whole orders. Kernel seconds are the device's own, from events around each launch;
 * wall seconds are the host's, around one call that scans all n-plets on one kernel.
 */
final class ScanTimes {
    static final String STEP = "scan";

    private static final int TOP = 20;
    private static final int REPETITIONS = 3;
    private static final double SHORT_SECONDS = 1;
    /** N-plets of the scan that warms up and tells how long the timed one may be. */
    private static final long WARM_UP = 1L << 31;

    private static final double NANO = 1e-9;

    /** N variables, order k, and the seconds after which a range is cut short; half of them but for extremes in doubles. */
    private record Size(int n, int k, double limit) {}

    private enum Mode {
        ONE_END("one end", Level.EXTREMES, Ends.SYNERGISTIC, Screen.DOUBLE),
        ONE_END_SINGLE("one end, single precision", Level.EXTREMES, Ends.SYNERGISTIC, Screen.SINGLE),
        BOTH_ENDS("both ends", Level.EXTREMES, Ends.BOTH, Screen.DOUBLE),
        PLAIN("plain", Level.PLAIN, Ends.BOTH, Screen.AUTO),
        FULL("full", Level.FULL, Ends.BOTH, Screen.AUTO);

        private final String words;
        private final Level level;
        private final Ends ends;
        private final Screen screen;

        Mode(String words, Level level, Ends ends, Screen screen) {
            this.words = words;
            this.level = level;
            this.ends = ends;
            this.screen = screen;
        }

        double limit(Size size) {
            return level.counts() || screen == Screen.SINGLE ? size.limit() / 2 : size.limit();
        }

        ScanSettings settings(int order) {
            return new ScanSettings(order, level, TOP, 0, ends, screen);
        }
    }

    private record Timed(double wall, double kernel, int launches) {}

    private final Backend backend;
    private final Records records;
    private final boolean small;
    private final long deadline;

    /** Times that end, but for the scan under way, after so many seconds. */
    ScanTimes(Backend backend, Records records, boolean small, double seconds) {
        this.backend = backend;
        this.records = records;
        this.small = small;
        deadline = System.nanoTime() + (long) (seconds / NANO);
    }

    void run() {
        List<Size> sizes = small
                ? List.of(new Size(12, 3, 0.5), new Size(10, 4, 0.5))
                : List.of(
                        new Size(1000, 3, 5),
                        new Size(1000, 4, 5),
                        new Size(1000, 5, 15),
                        new Size(300, 6, 6),
                        new Size(4000, 4, 9),
                        new Size(100, 7, 3),
                        new Size(150, 7, 3),
                        new Size(100, 8, 3),
                        new Size(120, 8, 3),
                        new Size(40, 9, 2),
                        new Size(30, 16, 2));
        for (Size size : sizes) {
            CorrelationMatrix r = CheckMatrices.factors(size.n(), size.n());
            for (Mode mode : Mode.values()) {
                if (System.nanoTime() < deadline) {
                    time(size, mode, r);
                } else {
                    records.add(STEP, "n", size.n(), "k", size.k(), "mode", mode.words, "left_out", "time was up");
                }
            }
        }
    }

    private void time(Size size, Mode mode, CorrelationMatrix r) {
        Combinations combinations = new Combinations(size.n(), size.k());
        ScanSettings settings = mode.settings(size.k());
        long warmUp = endWithin(combinations, size, WARM_UP);
        scan(r, settings, 1);
        double rate = warmUp / scan(r, settings, warmUp).wall();
        long end = Math.max(warmUp, endWithin(combinations, size, (long) (rate * mode.limit(size))));
        int repetitions = end / rate < SHORT_SECONDS ? REPETITIONS : 1;
        Timed[] runs = new Timed[repetitions];
        Arrays.setAll(runs, i -> scan(r, settings, end));
        Arrays.sort(runs, (a, b) -> Double.compare(a.wall(), b.wall()));
        Timed median = runs[repetitions / 2];
        records.add(
                STEP,
                "n",
                size.n(),
                "k",
                size.k(),
                "mode",
                mode.words,
                "total",
                combinations.total(),
                "nplets",
                end,
                "kernel_seconds",
                median.kernel(),
                "wall_seconds",
                median.wall(),
                "launches",
                median.launches(),
                "repetitions",
                repetitions);
    }

    /** One past the last rank of whole first members, so that nothing ragged is left to the host: about so many n-plets. */
    private static long endWithin(Combinations combinations, Size size, long nplets) {
        int first = 1;
        long end = combinations.firstRank(new int[] {first}, 1);
        while (first < size.n() - size.k()) {
            first++;
            long next = combinations.firstRank(new int[] {first}, 1);
            if (next > nplets) {
                return end;
            }
            end = next;
        }
        return combinations.total();
    }

    private Timed scan(CorrelationMatrix r, ScanSettings settings, long end) {
        Landscape landscape = Landscape.empty(r.variables(), settings);
        try (ScanKernel kernel = backend.scan(r, settings);
                LaunchClock clock = LaunchClock.start()) {
            long start = System.nanoTime();
            kernel.scan(0, end, landscape);
            double wall = (System.nanoTime() - start) * NANO;
            if (landscape.total() != end) {
                throw new IllegalStateException(
                        "a scan must meet every n-plet: n-plets=" + end + ", met=" + landscape.total());
            }
            return new Timed(wall, clock.seconds(), clock.launches());
        }
    }
}
