package org.oinfo.cuda.check;

import java.io.IOException;
import java.util.Arrays;
import org.oinfo.cuda.KernelRuns;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Step "measures": batches of given n-plets. The kernel alone, indices on the device and launches timed by events; and from Java,
 * from an array of indices to an array of results by the host's clock. What the peers are given is written to files.
 */
final class MeasuresTimes {
    static final String STEP = "measures";
    /** Names the row's implementation; the peers use the same name. */
    static final String WHAT = "what";

    private static final int RUNS = 7;
    private static final int WARM_UPS = 2;
    private static final int MOST = 1 << 20;
    /** Doubles of all matrices of a batch, at most: what peers that hold them need. */
    private static final long MATRICES = 1L << 26;

    private static final double NANO = 1e-9;

    private final Backend backend;
    private final Records records;
    private final PeerInputs peers;
    private final boolean small;

    MeasuresTimes(Backend backend, Records records, PeerInputs peers, boolean small) {
        this.backend = backend;
        this.records = records;
        this.peers = peers;
        this.small = small;
    }

    void run() throws IOException {
        int n = small ? 20 : 1000;
        int[] orders = small ? new int[] {3, 13} : new int[] {3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 128};
        CorrelationMatrix r = CheckMatrices.factors(n, n);
        KernelRuns kernels = KernelRuns.onFirstDevice();
        peers.writeMatrix(r);
        for (int order : orders) {
            int count = small ? 50 : (int) Math.min(MOST, MATRICES / (order * order));
            int[] nplets = CheckMatrices.nplets(n, order, count, order);
            peers.writeNplets(r, nplets, count, order);
            add("oinfo, kernel", order, count, median(kernels.measures(r, nplets, count, order, RUNS)));
            add("oinfo, from Java", order, count, fromJava(r, nplets, count, order));
        }
    }

    private double fromJava(CorrelationMatrix r, int[] nplets, int count, int order) {
        double[] out = new double[count * MeasuresKernel.VALUES];
        double[] seconds = new double[RUNS];
        try (MeasuresKernel kernel = backend.measures(r)) {
            for (int run = -WARM_UPS; run < RUNS; run++) {
                long start = System.nanoTime();
                kernel.measures(nplets, count, order, out);
                if (run >= 0) {
                    seconds[run] = (System.nanoTime() - start) * NANO;
                }
            }
        }
        return median(seconds);
    }

    private void add(String what, int order, int count, double seconds) {
        records.add(STEP, WHAT, what, "order", order, "nplets", count, "seconds", seconds);
    }

    /** Sorts its argument; the first launch of a kernel, which may be slow, is no median. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
