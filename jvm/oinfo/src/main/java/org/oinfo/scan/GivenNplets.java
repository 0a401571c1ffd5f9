package org.oinfo.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.oinfo.kernels.MeasuresKernel;

/** Scores a given list of n-plets, whose orders may differ, on several threads. */
public final class GivenNplets {
    private static final int BATCH = 4096;

    private final List<int[]> nplets;
    private final double[] out;

    private GivenNplets(List<int[]> nplets) {
        this.nplets = nplets;
        this.out = new double[nplets.size() * MeasuresKernel.VALUES];
    }

    /**
     * TC, DTC, Omega and S of each n-plet, raw, in nats.
     *
     * @param nplets each ascending without repeats, of variables of {@code scores}
     * @param threads number of worker threads, at least 1
     * @return [B*4] in the order of the input; a singular n-plet has four NaN
     */
    public static double[] measures(Scorer scores, List<int[]> nplets, int threads) {
        // Batches ask for n-plets by position, whatever kind of list was given.
        GivenNplets given = new GivenNplets(new ArrayList<>(nplets));
        Queue<MeasuresKernel> opened = new ConcurrentLinkedQueue<>();
        ThreadLocal<MeasuresKernel> kernels = ThreadLocal.withInitial(() -> {
            MeasuresKernel kernel = scores.measures();
            opened.add(kernel);
            return kernel;
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            int[] ends = given.countsUpToOrder();
            int[] positions = given.positionsByOrder(ends);
            for (int order = 1, from = 0; order < ends.length; from = ends[order++]) {
                for (int first = from; first < ends[order]; first += BATCH) {
                    int begin = first;
                    int end = Math.min(ends[order], first + BATCH);
                    running.add(pool.submit(() -> given.score(kernels.get(), positions, begin, end)));
                }
            }
            for (Future<?> batch : running) {
                batch.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scoring n-plets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch of n-plets failed", e.getCause());
        } finally {
            opened.forEach(MeasuresKernel::close);
        }
        return given.out;
    }

    /** Number of n-plets whose order is at most k, for every k up to the largest. */
    private int[] countsUpToOrder() {
        int largest = 0;
        for (int[] nplet : nplets) {
            largest = Math.max(largest, nplet.length);
        }
        int[] counts = new int[largest + 1];
        for (int[] nplet : nplets) {
            counts[nplet.length]++;
        }
        for (int order = 1; order < counts.length; order++) {
            counts[order] += counts[order - 1];
        }
        return counts;
    }

    /** Positions in the list, smallest order first; within an order as in the list. */
    private int[] positionsByOrder(int[] ends) {
        int[] free = ends.clone();
        int[] positions = new int[nplets.size()];
        for (int i = positions.length - 1; i >= 0; i--) {
            positions[--free[nplets.get(i).length]] = i;
        }
        return positions;
    }

    /** Scores the n-plets at positions[begin..end), all of one order. */
    private void score(MeasuresKernel kernel, int[] positions, int begin, int end) {
        int count = end - begin;
        int order = nplets.get(positions[begin]).length;
        int[] flat = new int[count * order];
        for (int i = 0; i < count; i++) {
            System.arraycopy(nplets.get(positions[begin + i]), 0, flat, i * order, order);
        }
        double[] values = new double[count * MeasuresKernel.VALUES];
        kernel.measures(flat, count, order, values);
        for (int i = 0; i < count; i++) {
            System.arraycopy(
                    values,
                    i * MeasuresKernel.VALUES,
                    out,
                    positions[begin + i] * MeasuresKernel.VALUES,
                    MeasuresKernel.VALUES);
        }
    }
}
