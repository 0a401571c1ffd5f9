package org.oinfo.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/** Omega of every n-plet of one order by {@link Definition}, and what a landscape should say of them. */
final class Reference {
    private static final double BALANCED = 1e-10;

    /** Omega in lexicographic order [C(N,k)], nats. */
    private final double[] omegas;

    private Reference(double[] omegas) {
        this.omegas = omegas;
    }

    static Reference of(CorrelationMatrix r, int order) {
        double[] omegas = new double[1 << 14];
        int[] nplet = new int[order];
        int size = fill(r, nplet, 0, 0, omegas, 0);
        return new Reference(Arrays.copyOf(omegas, size));
    }

    /** Nested loops over ascending members: lexicographic order by construction. */
    private static int fill(CorrelationMatrix r, int[] nplet, int depth, int first, double[] omegas, int size) {
        int next = size;
        for (int i = first; i < r.variables(); i++) {
            nplet[depth] = i;
            if (depth + 1 < nplet.length) {
                next = fill(r, nplet, depth + 1, i + 1, omegas, next);
            } else {
                omegas[next++] = Definition.measures(r, nplet)[2];
            }
        }
        return next;
    }

    /** The n-plets with ranks in [from, to); ranks count from {@code from} then. */
    Reference part(int from, int to) {
        return new Reference(Arrays.copyOfRange(omegas, from, to));
    }

    int size() {
        return omegas.length;
    }

    double omega(long rank) {
        return omegas[(int) rank];
    }

    long redundant() {
        return Arrays.stream(omegas).filter(o -> o > BALANCED).count();
    }

    long synergistic() {
        return Arrays.stream(omegas).filter(o -> o < -BALANCED).count();
    }

    long balanced() {
        return size() - redundant() - synergistic();
    }

    double mean() {
        return Arrays.stream(omegas).sum() / size();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(omegas).map(o -> (o - mean) * (o - mean)).sum() / size();
    }

    /** Ranks of the smallest, smallest first. */
    long[] lowest(int count) {
        return sorted(Comparator.comparingDouble((Integer i) -> omegas[i]), count);
    }

    /** Ranks of the largest, largest first. */
    long[] highest(int count) {
        return sorted(Comparator.comparingDouble((Integer i) -> -omegas[i]), count);
    }

    private long[] sorted(Comparator<Integer> order, int count) {
        return IntStream.range(0, size())
                .boxed()
                .sorted(order)
                .limit(count)
                .mapToLong(Integer::longValue)
                .toArray();
    }
}
