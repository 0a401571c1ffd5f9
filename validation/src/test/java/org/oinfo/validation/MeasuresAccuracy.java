package org.oinfo.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Errors of the measures against {@link PreciseOracle}, by order, conditioning and backend. Everything in it is
 * deterministic, so that a table made elsewhere must have the same digits.
 */
final class MeasuresAccuracy {
    static final int[] ORDERS = {2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30};

    /** More n-plets than the widest vector has lanes, and not a multiple of them. */
    private static final int BATCH = 17;

    /** Largest and root mean square error of TC, DTC, Omega and S, each scaled by 1 + S. */
    static final class Row {
        final String backend;
        final Conditioning conditioning;
        final int order;
        private final double[] max = new double[MeasuresKernel.VALUES];
        private final double[] squares = new double[MeasuresKernel.VALUES];
        private int count;
        /** Matrices for which the measures of some lane width, in some lane, have other bits. */
        int differing;

        Row(String backend, Conditioning conditioning, int order) {
            this.backend = backend;
            this.conditioning = conditioning;
            this.order = order;
        }

        void add(double[] found, PreciseOracle.Measures exact) {
            BigDecimal[] expected = exact.all();
            for (int m = 0; m < MeasuresKernel.VALUES; m++) {
                double error = exact.scaledError(found[m], expected[m]);
                max[m] = Double.isNaN(found[m]) ? Double.NaN : Math.max(max[m], error);
                squares[m] += error * error;
            }
            count++;
        }

        private double rms(int measure) {
            return Math.sqrt(squares[measure] / count);
        }

        /** The largest error of any measure; NaN when a measure was missing. */
        double worst() {
            return Math.max(Math.max(max[0], max[1]), Math.max(max[2], max[3]));
        }

        /** The cells that say what was measured. */
        String key() {
            return String.format(Locale.ROOT, "| %s | %s | %d | %d |", backend, conditioning.label, order, count);
        }

        String line() {
            StringBuilder line = new StringBuilder(key());
            for (int m = 0; m < MeasuresKernel.VALUES; m++) {
                line.append(String.format(Locale.ROOT, " %.1e / %.1e |", max[m], rms(m)));
            }
            return line.toString();
        }
    }

    private MeasuresAccuracy() {}

    static List<Row> measure(List<Backend> backends) {
        // Kernels that owe the bits of simd, in every lane: the figures of one of them are those of all.
        List<Backend> twins =
                new ArrayList<>(SimdWidths.ALL.stream().map(SimdWidths::of).toList());
        backends.stream().filter(MeasuresAccuracy::isNative).forEach(twins::add);
        List<Backend> others = backends.stream().filter(b -> !isNative(b)).toList();
        List<Row> rows = new ArrayList<>();
        for (Conditioning conditioning : Conditioning.values()) {
            for (int order : ORDERS) {
                rows.addAll(measure(others, twins, conditioning, order));
            }
        }
        return rows;
    }

    private static boolean isNative(Backend backend) {
        return backend.name().equals("native");
    }

    private static List<Row> measure(
            List<Backend> backends, List<Backend> twins, Conditioning conditioning, int order) {
        List<Row> rows = backends.stream()
                .map(backend -> new Row(backend.name(), conditioning, order))
                .toList();
        Random random = new Random(conditioning.seed(order));
        int[] nplet = Nplets.first(order);
        for (int i = 0; i < samples(order); i++) {
            CorrelationMatrix r = matrix(random, conditioning, order);
            PreciseOracle.Measures exact = PreciseOracle.of(r, nplet);
            for (int b = 0; b < rows.size(); b++) {
                Row row = rows.get(b);
                double[] found = InstalledBackends.measures(backends.get(b), r, nplet);
                row.add(found, exact);
                if (row.backend.equals("simd") && !twins.stream().allMatch(t -> sameBits(t, r, nplet, found))) {
                    row.differing++;
                }
            }
        }
        return rows;
    }

    private static boolean sameBits(Backend backend, CorrelationMatrix r, int[] nplet, double[] expected) {
        int[] batch = new int[BATCH * nplet.length];
        double[] all = new double[BATCH * MeasuresKernel.VALUES];
        double[] found = new double[BATCH * MeasuresKernel.VALUES];
        for (int i = 0; i < BATCH; i++) {
            System.arraycopy(nplet, 0, batch, i * nplet.length, nplet.length);
            System.arraycopy(expected, 0, all, i * MeasuresKernel.VALUES, MeasuresKernel.VALUES);
        }
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(batch, BATCH, nplet.length, found);
        }
        return Arrays.equals(found, all);
    }

    /** The oracle's work grows with the fourth power of the order. */
    private static int samples(int order) {
        return order <= 10 ? 40 : order <= 20 ? 20 : 10;
    }

    private static CorrelationMatrix matrix(Random random, Conditioning conditioning, int order) {
        if (conditioning != Conditioning.WELL) {
            return RandomMatrices.withCondition(random, order, conditioning.number);
        }
        CorrelationMatrix r = Covariances.correlation(RandomMatrices.factorModel(random, order, 3, 0.5));
        double condition = RandomMatrices.condition(r);
        if (condition >= conditioning.number) {
            throw new IllegalStateException(
                    "a factor model must be well-conditioned: order=" + order + ", condition=" + condition);
        }
        return r;
    }

    static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder("""
                ## Measures of one n-plet

                Errors of TC, DTC, Omega and S of one n-plet: |found - exact| / (1 + S). Each cell is *largest / root mean
                square* over the matrices of its row. The simd backend gives the same bits at lane widths of 128, 256 and
                512 bits, in every lane, and so does native; a test compares them.

                - **below 1e3**: factor models with noise, the usual case. Every measure is good to a few units of 2^-53
                  (1.1e-16) at every order; a test asserts 1e-12.
                - **1e4, 1e6, 1e9, 1e12**: matrices with random eigenvectors and this condition number (within a factor of
                  1.5). The error grows in proportion to condition number times 2^-53 (1e-12, 1e-10, 1e-7 and 1e-4 for the
                  four classes), and is found to be about a hundredth of that. The matrix sets this limit, not the method:
                  had the correlations themselves been rounded another way in their last place, the exact answer would
                  have moved as far. A pair (order 2) has no such growth.
                - Beyond 1e12 some conditional variance 1/P_ii falls below 1e-12: such an n-plet is singular by
                  definition, is counted as such and has no measures.

                | backend | condition number | order | matrices | TC | DTC | Omega | S |
                |---|---|---:|---:|---|---|---|---|
                """);
        for (Row row : rows) {
            text.append(row.line()).append('\n');
        }
        return text.toString();
    }
}
