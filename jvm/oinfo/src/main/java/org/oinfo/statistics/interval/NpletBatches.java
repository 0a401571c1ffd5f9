package org.oinfo.statistics.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.Watch;

/**
 * N-plets of mixed orders made ready to be scored again and again: one batch for each order. Immutable; safe for use by several
 * threads, each with a kernel and an {@code out} of its own.
 */
final class NpletBatches {
    /**
     * N-plets of one order.
     *
     * @param members their variables [count*order]
     * @param positions where each stands in the list [count]
     */
    private record Batch(int order, int[] members, int[] positions) {}

    private final int count;
    private final List<Batch> batches = new ArrayList<>();

    /** Batches of a list of ascending n-plets. */
    NpletBatches(List<int[]> nplets) {
        this.count = nplets.size();
        TreeMap<Integer, List<Integer>> byOrder = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byOrder.computeIfAbsent(nplets.get(i).length, order -> new ArrayList<>())
                    .add(i);
        }
        byOrder.forEach((order, list) -> {
            int[] positions = list.stream().mapToInt(i -> i).toArray();
            int[] members = new int[positions.length * order];
            for (int i = 0; i < positions.length; i++) {
                System.arraycopy(nplets.get(positions[i]), 0, members, i * order, order);
            }
            batches.add(new Batch(order, members, positions));
        });
    }

    /** Number of n-plets. */
    int count() {
        return count;
    }

    /** TC, DTC, Omega and S of all n-plets [count*4], in the order of the list, nats; four NaN for a singular one. */
    double[] measures(MeasuresKernel kernel) {
        double[] out = new double[count * MeasuresKernel.VALUES];
        for (Batch batch : batches) {
            int size = batch.positions.length;
            double[] values = new double[size * MeasuresKernel.VALUES];
            kernel.measures(batch.members, size, batch.order, values);
            for (int i = 0; i < size; i++) {
                System.arraycopy(
                        values,
                        i * MeasuresKernel.VALUES,
                        out,
                        batch.positions[i] * MeasuresKernel.VALUES,
                        MeasuresKernel.VALUES);
            }
        }
        return out;
    }

    /** Makes the measures of n-plets with a constant variable NaN: without variance they are singular. */
    void forget(double[] measures, IntPredicate constant) {
        for (Batch batch : batches) {
            for (int i = 0; i < batch.members.length; i++) {
                if (constant.test(batch.members[i])) {
                    int at = batch.positions[i / batch.order] * MeasuresKernel.VALUES;
                    Arrays.fill(measures, at, at + MeasuresKernel.VALUES, Double.NaN);
                }
            }
        }
    }

    /** All n-plets will be scored so many times. */
    void expect(Watch watch, long times) {
        batches.forEach(batch -> watch.expect(batch.order, times * batch.positions.length));
    }

    /** All n-plets have been scored once more. */
    void advance(Watch watch) {
        batches.forEach(batch -> watch.advanced(batch.order, batch.positions.length));
    }
}
