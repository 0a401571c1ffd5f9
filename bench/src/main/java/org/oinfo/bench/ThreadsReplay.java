package org.oinfo.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Scorer;

/**
 * What could more threads gain than this machine has? Times every block of a whole scan on one thread, the making of a kernel and
 * the merging of a block too, and replays them: workers take blocks in their order as they get free, as
 * {@link org.oinfo.parallel.Workers} does; merging is one thread's at a time.
 *
 * <p>It leaves out what processors share: memory, caches, power. So it bounds from above what blocks and merging allow.
 */
public final class ThreadsReplay {
    private static final int[] WORKERS = {1, 2, 4, 8, 16, 32, 64, 128};
    /** The median of so many runs is a block's time: one alone may have been disturbed. */
    private static final int RUNS = 3;

    /** Seconds that each part of a scan took. */
    record Times(long nplets, double kernel, double[] blocks, double merge) {
        /** Seconds until the last block is merged on so many workers. */
        double replay(int workers) {
            PriorityQueue<Double> free = new PriorityQueue<>();
            for (int i = 0; i < workers; i++) {
                free.add(kernel);
            }
            double merged = 0;
            for (double block : blocks) {
                double done = free.remove() + block;
                free.add(done);
                // In the order of the blocks: a late one holds up those behind it.
                merged = Math.max(merged, done) + merge;
            }
            return merged;
        }
    }

    private ThreadsReplay() {}

    /** Sizes, each {@code order:N}, after the name of a backend and a mode. */
    public static void main(String[] arguments) {
        System.out.println(
                "size    blocks  kernel ms  merge us   G n-plets/s  " + "gain on workers: " + Arrays.toString(WORKERS));
        for (String size : Arrays.asList(arguments).subList(2, arguments.length)) {
            ScanBenchmark.Problem problem = new ScanBenchmark.Problem();
            problem.size = size;
            problem.make();
            ScanSettings settings = ScanMode.of(arguments[1]).settings(problem.order);
            print(size, measure(Scorer.gaussian(Backends.open(arguments[0]), problem.r), settings));
        }
    }

    private static Times measure(Scorer scorer, ScanSettings settings) {
        BlockGrid grid = BlockGrid.of(scorer.variables(), settings.order(), scorer.leastScan(settings));
        int count = Math.toIntExact(grid.count());
        double[][] blocks = new double[count][RUNS];
        double[] kernels = new double[RUNS];
        double[] merges = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long before = System.nanoTime();
            try (ScanKernel kernel = scorer.scan(settings)) {
                kernels[run] = since(before);
                Landscape merged = Landscape.empty(scorer.variables(), settings);
                for (int block = 0; block < count; block++) {
                    before = System.nanoTime();
                    Landscape part = merged.emptyForNextRange();
                    kernel.scan(grid.start(block), grid.start(block + 1), part);
                    blocks[block][run] = since(before);
                    before = System.nanoTime();
                    merged.merge(part);
                    merges[run] += since(before) / count;
                }
            }
        }
        return new Times(
                grid.total(),
                median(kernels),
                Arrays.stream(blocks).mapToDouble(ThreadsReplay::median).toArray(),
                median(merges));
    }

    private static void print(String size, Times times) {
        double one = times.replay(1);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s%6d %10.3f %9.2f %13.3f ",
                size,
                times.blocks.length,
                1e3 * times.kernel,
                1e6 * times.merge,
                times.nplets / one / 1e9));
        for (int workers : WORKERS) {
            line.append(String.format(Locale.ROOT, " %6.2f", one / times.replay(workers)));
        }
        System.out.println(line);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
