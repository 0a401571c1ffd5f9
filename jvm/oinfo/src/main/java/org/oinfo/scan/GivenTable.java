package org.oinfo.scan;

import java.util.Arrays;
import org.oinfo.data.NpletTable;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.parallel.Workers;

/** Scores a table of n-plets of one order on several threads: {@link GivenNplets} without an object for each. */
public final class GivenTable {
    private static final int BATCH = 4096;

    private final NpletTable nplets;
    private final double[] out;
    private final boolean[] done;

    private GivenTable(NpletTable nplets) {
        this.nplets = nplets;
        this.out = new double[nplets.size() * MeasuresKernel.VALUES];
        this.done = new boolean[Math.ceilDiv(nplets.size(), BATCH)];
    }

    /**
     * TC, DTC, Omega and S of each n-plet, raw, in nats.
     *
     * @param nplets of variables of {@code scores}, all of which vary
     * @param threads number of worker threads, at least 1
     * @param monitor may stop it, as an interruption of this thread does: then only some first n-plets are there
     * @return [B*4]; a singular n-plet has four NaN
     */
    public static double[] measures(Scorer scores, NpletTable nplets, int threads, Monitor monitor) {
        GivenTable given = new GivenTable(nplets);
        Watch watch = new Watch(monitor, nplets.order(), nplets.size());
        try (Workers pool = new Workers(Math.clamp(given.done.length, 1, threads), watch)) {
            pool.runUntilStopped(given.done.length, resources -> given.worker(scores, watch, resources));
        }
        int scored = given.scored();
        return scored == nplets.size() ? given.out : Arrays.copyOf(given.out, scored * MeasuresKernel.VALUES);
    }

    private Workers.Worker worker(Scorer scores, Watch watch, WorkerResources resources) {
        MeasuresKernel kernel = resources.add(scores.measures(), MeasuresKernel::close);
        int order = nplets.order();
        int[] positions = new int[BATCH * order];
        double[] values = new double[BATCH * MeasuresKernel.VALUES];
        return number -> {
            int from = (int) number * BATCH;
            int to = Math.min(nplets.size(), from + BATCH);
            nplets.positions(from, to, positions);
            kernel.measures(positions, to - from, order, values);
            System.arraycopy(values, 0, out, from * MeasuresKernel.VALUES, (to - from) * MeasuresKernel.VALUES);
            done[(int) number] = true;
            watch.advanced(order, to - from);
        };
    }

    /** The first place of an n-plet that is not scored. */
    private int scored() {
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                return i * BATCH;
            }
        }
        return nplets.size();
    }
}
