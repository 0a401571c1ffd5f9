package org.oinfo.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Monitor;

/** Scores a given list of n-plets, whose orders may differ, on several threads. */
public final class GivenNplets implements GivenPieces.Pieces {
    private static final int BATCH = GivenPieces.MOST;
    /** N-plets of consecutive places in the list whose orders are gathered: what a stop leaves undone begins in the last. */
    private static final int WINDOW = 16 * BATCH;

    private final List<int[]> nplets;
    private final List<Batch> batches = new ArrayList<>();

    /**
     * N-plets of one order that are scored together.
     *
     * @param positions where they are in the list
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Batch(int order, int[] positions) {}

    private GivenNplets(List<int[]> nplets) {
        this.nplets = nplets;
        for (int from = 0; from < nplets.size(); from += WINDOW) {
            addBatches(from, Math.min(nplets.size(), from + WINDOW));
        }
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
        return given.inPlace(GivenPieces.scored(scores, given, threads, monitor));
    }

    /** The values of the first batches at the places of their n-plets, up to the first place that has none. */
    private double[] inPlace(List<double[]> scored) {
        int first = nplets.size();
        for (Batch batch : batches.subList(scored.size(), batches.size())) {
            first = Math.min(first, batch.positions[0]);
        }
        double[] out = new double[first * MeasuresKernel.VALUES];
        for (int i = 0; i < scored.size(); i++) {
            int[] positions = batches.get(i).positions;
            for (int at = 0; at < positions.length && positions[at] < first; at++) {
                System.arraycopy(
                        scored.get(i),
                        at * MeasuresKernel.VALUES,
                        out,
                        positions[at] * MeasuresKernel.VALUES,
                        MeasuresKernel.VALUES);
            }
        }
        return out;
    }

    @Override
    public int count() {
        return batches.size();
    }

    @Override
    public int order(int piece) {
        return batches.get(piece).order;
    }

    @Override
    public int size(int piece) {
        return batches.get(piece).positions.length;
    }

    @Override
    public int[] variables(int piece) {
        Batch batch = batches.get(piece);
        int[] flat = new int[batch.positions.length * batch.order];
        for (int i = 0; i < batch.positions.length; i++) {
            System.arraycopy(nplets.get(batch.positions[i]), 0, flat, i * batch.order, batch.order);
        }
        return flat;
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
}
