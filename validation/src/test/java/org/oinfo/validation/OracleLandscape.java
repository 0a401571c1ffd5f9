package org.oinfo.validation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.oinfo.kernels.CorrelationMatrix;

/** Every n-plet of one order with its exact measures: what a scan must find, by brute force. */
final class OracleLandscape {
    /** |Omega| up to this, in nats, is balanced. */
    static final double BALANCED = 1e-10;

    /** One n-plet; its place in the list is its rank. */
    record Entry(List<Integer> nplet, PreciseOracle.Measures exact, double omega, double s) {
        boolean holds(int variable) {
            return nplet.contains(variable);
        }

        /**
         * How far Omega may be off, nats: 1e-12 (1 + S), or what the rounding of a few values of a nearly singular matrix
         * does, 2^-53 each over the least conditional variance.
         */
        double tolerance() {
            return Math.max(1e-12, 4 * 0x1p-53 / exact.leastVariance()) * (1 + s);
        }

        /** The definition of singular, with a threshold moved by some factor. */
        boolean singular(double factor) {
            return exact.leastVariance() < 1e-12 * factor;
        }
    }

    private final List<Entry> all;
    private final List<Entry> regular;

    /** All n-plets of an order. */
    OracleLandscape(CorrelationMatrix r, int order, double bias) {
        this(r, Nplets.all(r.variables(), order), bias);
    }

    /** Some n-plets of one order. */
    OracleLandscape(CorrelationMatrix r, List<int[]> nplets, double bias) {
        all = nplets.parallelStream().map(nplet -> entry(r, nplet, bias)).toList();
        regular = all.stream().filter(entry -> !entry.singular(1)).toList();
    }

    private static Entry entry(CorrelationMatrix r, int[] nplet, double bias) {
        PreciseOracle.Measures exact = PreciseOracle.of(r, nplet);
        return new Entry(Arrays.stream(nplet).boxed().toList(), exact, exact.omega() - bias, exact.sInformation());
    }

    List<Entry> all() {
        return all;
    }

    /** Those that are not singular. */
    List<Entry> regular() {
        return regular;
    }

    long count(Predicate<Entry> condition) {
        return all.stream().filter(condition).count();
    }

    /** N-plets with Omega in [low, high], the interval widened (or, with -1, narrowed) by each n-plet's tolerance. */
    long countWithin(double low, double high, int widen) {
        return regular.stream()
                .filter(e -> e.omega() >= low - widen * e.tolerance() && e.omega() <= high + widen * e.tolerance())
                .count();
    }

    static double mean(List<Entry> entries) {
        return omegas(entries).average().orElse(Double.NaN);
    }

    /** How far a mean may be off. */
    static double tolerance(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::tolerance).average().orElse(0);
    }

    /** Two passes; divisor: their number. */
    static double variance(List<Entry> entries) {
        double mean = mean(entries);
        return omegas(entries).map(o -> (o - mean) * (o - mean)).average().orElse(Double.NaN);
    }

    private static DoubleStream omegas(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::omega);
    }
}
