package org.oinfo.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.parallel.Workers;

/** Scores a given list of n-plets, whose orders may differ, on several threads. */
public final class GivenNplets {
    private static final int BATCH = 4096;
    /** N-plets of consecutive places in the list whose orders are gathered: what a stop leaves undone begins in the last. */
    private static final int WINDOW = 16 * BATCH;

    private final List<int[]> nplets;
    private final double[] out;
    private final List<Batch> batches = new ArrayList<>();
    private final boolean[] done;

    /**
     * N-plets of one order that are scored together.
     *
     * @param positions where they are in the list
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Batch(int order, int[] positions) {}

    private GivenNplets(List<int[]> nplets) {
        this.nplets = nplets;
        this.out = new double[nplets.size() * MeasuresKernel.VALUES];
        for (int from = 0; from < nplets.size(); from += WINDOW) {
            addBatches(from, Math.min(nplets.size(), from + WINDOW));
        }
        this.done = new boolean[batches.size()];
    }

    /**
     * TC, DTC, Omega and S of each n-plet, raw, in nats.
     *
     * @param nplets each ascending without repeats, of variables of {@code scores}
     * @param threads number of worker threads, at least 1
     * @param monitor may stop it, as an interruption of this thread does: then only some first n-plets are there
     * @return [B*4] in the order of the input; a singular n-plet has four NaN
     */
    public static double[] measures(Scorer scores, List<int[]> nplets, int threads, Monitor monitor) {
        // Batches ask for n-plets by position, whatever kind of list was given.
        GivenNplets given = new GivenNplets(new ArrayList<>(nplets));
        Watch watch = new Watch(monitor);
        given.batches.forEach(batch -> watch.expect(batch.order, batch.positions.length));
        int workers = Math.clamp(given.batches.size(), 1, threads);
        try (Workers pool = new Workers(workers, watch)) {
            pool.runUntilStopped(given.batches.size(), resources -> given.worker(scores, watch, resources));
        }
        return Arrays.copyOf(given.out, given.scored() * MeasuresKernel.VALUES);
    }

    private Workers.Worker worker(Scorer scores, Watch watch, WorkerResources resources) {
        MeasuresKernel kernel = resources.add(scores.measures(), MeasuresKernel::close);
        return number -> {
            Batch batch = batches.get((int) number);
            score(kernel, batch);
            done[(int) number] = true;
            watch.advanced(batch.order, batch.positions.length);
        };
    }

    /** The first place of an n-plet that is not scored. */
    private int scored() {
        int first = nplets.size();
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                first = Math.min(first, batches.get(i).positions[0]);
            }
        }
        return first;
    }

    /** Batches of the n-plets at places from..to-1, smallest order first; within an order as in the list. */
    private void addBatches(int from, int to) {
        int[] ends = countsUpToOrder(from, to);
        int[] positions = positionsByOrder(from, to, ends);
        for (int order = 1, begin = 0; order < ends.length; begin = ends[order++]) {
            for (int first = begin; first < ends[order]; first += BATCH) {
                int end = Math.min(ends[order], first + BATCH);
                batches.add(new Batch(order, Arrays.copyOfRange(positions, first, end)));
            }
        }
    }

    /** Number of n-plets at places from..to-1 whose order is at most k, for every k up to the largest. */
    private int[] countsUpToOrder(int from, int to) {
        int largest = 0;
        for (int[] nplet : nplets.subList(from, to)) {
            largest = Math.max(largest, nplet.length);
        }
        int[] counts = new int[largest + 1];
        for (int[] nplet : nplets.subList(from, to)) {
            counts[nplet.length]++;
        }
        for (int order = 1; order < counts.length; order++) {
            counts[order] += counts[order - 1];
        }
        return counts;
    }

    /** Places from..to-1 of the list, smallest order first; within an order as in the list. */
    private int[] positionsByOrder(int from, int to, int[] ends) {
        int[] free = ends.clone();
        int[] positions = new int[to - from];
        for (int i = to - 1; i >= from; i--) {
            positions[--free[nplets.get(i).length]] = i;
        }
        return positions;
    }

    private void score(MeasuresKernel kernel, Batch batch) {
        int order = batch.order;
        int count = batch.positions.length;
        int[] flat = new int[count * order];
        for (int i = 0; i < count; i++) {
            System.arraycopy(nplets.get(batch.positions[i]), 0, flat, i * order, order);
        }
        double[] values = new double[count * MeasuresKernel.VALUES];
        kernel.measures(flat, count, order, values);
        for (int i = 0; i < count; i++) {
            System.arraycopy(
                    values,
                    i * MeasuresKernel.VALUES,
                    out,
                    batch.positions[i] * MeasuresKernel.VALUES,
                    MeasuresKernel.VALUES);
        }
    }
}
