package org.oinfo.kernels;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every n-plet of a range, one by one through the canonical routine. Computed once for all tests of a process that ask for the same range
 * of the same matrix: they differ in level, ends and kernel.
 */
final class BruteForce {
    private static final Map<Range, BruteForce> KNOWN = new ConcurrentHashMap<>();

    /** Beyond, a range is not asked for twice. */
    private static final int KEPT = 20_000;

    /** Key of a range: the values of the matrix, and which n-plets. */
    private record Range(DoubleBuffer r, int order, long from, long to) {}

    /** One n-plet. */
    record Scored(long rank, int[] nplet, double omega, double s) {}

    private final List<Scored> regular;
    private final int singular;
    private long @Nullable [] ascending;
    private long @Nullable [] descending;

    private BruteForce(CorrelationMatrix r, int order, long from, long to) {
        Combinations combinations = new Combinations(r.variables(), order);
        Canonical canonical = new Canonical(r);
        regular = new ArrayList<>();
        for (long rank = from; rank < to; rank++) {
            int[] nplet = new int[order];
            combinations.unrank(rank, nplet);
            canonical.score(nplet, 0, order);
            if (!Double.isNaN(canonical.o())) {
                regular.add(new Scored(rank, nplet, canonical.o(), canonical.s()));
            }
        }
        singular = (int) (to - from) - regular.size();
    }

    static BruteForce of(CorrelationMatrix r, int order, long from, long to) {
        if (to - from > KEPT) {
            return new BruteForce(r, order, from, to);
        }
        DoubleBuffer values = DoubleBuffer.wrap(r.array()).asReadOnlyBuffer();
        return KNOWN.computeIfAbsent(new Range(values, order, from, to), range -> new BruteForce(r, order, from, to));
    }

    /** Those with a finite Omega, by rank. */
    List<Scored> regular() {
        return regular;
    }

    int singular() {
        return singular;
    }

    /** Ranks of all regular ones, the smallest Omega first if the sign is 1, the largest if it is -1. */
    synchronized long[] ranking(int sign) {
        long[] known = sign > 0 ? ascending : descending;
        if (known == null) {
            known = regular.stream()
                    .sorted(Comparator.<Scored>comparingLong(x -> sign * Ranking.key(x.omega()))
                            .thenComparingLong(Scored::rank))
                    .mapToLong(Scored::rank)
                    .toArray();
            if (sign > 0) {
                ascending = known;
            } else {
                descending = known;
            }
        }
        return known;
    }
}
