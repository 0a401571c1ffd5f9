package org.oinfo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/** Scores a given list of n-plets, whose orders may differ, on several threads. */
public final class GivenNplets {
    private static final int BATCH = 4096;

    private GivenNplets() {}

    /**
     * TC, DTC, Omega and S of each n-plet, raw, in nats.
     *
     * @param nplets each ascending without repeats, of variables of {@code matrix}
     * @param threads number of worker threads, at least 1
     * @return [B*4] in the order of the input; a singular n-plet has four NaN
     */
    public static double[] measures(Backend backend, CorrelationMatrix matrix, List<int[]> nplets, int threads) {
        double[] out = new double[nplets.size() * MeasuresKernel.VALUES];
        ThreadLocal<MeasuresKernel> kernels = ThreadLocal.withInitial(() -> backend.measures(matrix));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<Integer> batch : batches(nplets)) {
                running.add(pool.submit(() -> score(kernels.get(), nplets, batch, out)));
            }
            for (Future<?> batch : running) {
                batch.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scoring n-plets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch of n-plets failed", e.getCause());
        }
        return out;
    }

    /** Positions in the list, grouped by order, at most {@link #BATCH} together. */
    private static List<List<Integer>> batches(List<int[]> nplets) {
        TreeMap<Integer, List<Integer>> open = new TreeMap<>();
        List<List<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < nplets.size(); i++) {
            int order = nplets.get(i).length;
            List<Integer> batch = open.computeIfAbsent(order, k -> new ArrayList<>());
            batch.add(i);
            if (batch.size() == BATCH) {
                batches.add(batch);
                open.remove(order);
            }
        }
        batches.addAll(open.values());
        return batches;
    }

    private static void score(MeasuresKernel kernel, List<int[]> nplets, List<Integer> batch, double[] out) {
        int order = nplets.get(batch.getFirst()).length;
        int[] flat = new int[batch.size() * order];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(nplets.get(batch.get(i)), 0, flat, i * order, order);
        }
        double[] values = new double[batch.size() * MeasuresKernel.VALUES];
        kernel.measures(flat, batch.size(), order, values);
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(
                    values,
                    i * MeasuresKernel.VALUES,
                    out,
                    batch.get(i) * MeasuresKernel.VALUES,
                    MeasuresKernel.VALUES);
        }
    }
}
