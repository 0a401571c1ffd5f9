package org.oinfo.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
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
final class AccuracyTable {
    static final int[] ORDERS = {2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30};

    private static final long SEED = 20190301;

    /** How near singular the matrices of a class are. */
    enum Conditioning {
        WELL("below 1e3", 3, 1e3),
        E6("1e6", 6, 1e6),
        E9("1e9", 9, 1e9),
        E12("1e12", 12, 1e12);

        final String label;
        final int exponent;
        final double number;

        Conditioning(String label, int exponent, double number) {
            this.label = label;
            this.exponent = exponent;
            this.number = number;
        }
    }

    /** Largest and root mean square error of TC, DTC, Omega and S, each scaled by 1 + S. */
    static final class Row {
        final String backend;
        final Conditioning conditioning;
        final int order;
        private final double[] max = new double[MeasuresKernel.VALUES];
        private final double[] squares = new double[MeasuresKernel.VALUES];
        private int count;

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

    private AccuracyTable() {}

    static List<Row> measure(List<Backend> backends) {
        List<Row> rows = new ArrayList<>();
        for (Conditioning conditioning : Conditioning.values()) {
            for (int order : ORDERS) {
                rows.addAll(measure(backends, conditioning, order));
            }
        }
        return rows;
    }

    private static List<Row> measure(List<Backend> backends, Conditioning conditioning, int order) {
        List<Row> rows = backends.stream()
                .map(backend -> new Row(backend.name(), conditioning, order))
                .toList();
        Random random = new Random(seed(conditioning, order));
        int[] nplet = Nplets.first(order);
        for (int i = 0; i < samples(order); i++) {
            CorrelationMatrix r = matrix(random, conditioning, order);
            PreciseOracle.Measures exact = PreciseOracle.of(r, nplet);
            for (int b = 0; b < rows.size(); b++) {
                rows.get(b).add(InstalledBackends.measures(backends.get(b), r, nplet), exact);
            }
        }
        return rows;
    }

    /** The oracle's work grows with the fourth power of the order. */
    private static int samples(int order) {
        return order <= 10 ? 40 : order <= 20 ? 20 : 10;
    }

    private static long seed(Conditioning conditioning, int order) {
        return SEED + 1000L * conditioning.exponent + order;
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
                # Accuracy of the measures

                Errors of TC, DTC, Omega and S of one n-plet, in nats, against a calculation from the definition with 50
                decimal digits. Every error is scaled by 1 + S: |found - exact| / (1 + S), because Omega is a difference
                of two quantities whose sum is S. Each cell is *largest / root mean square* over the matrices of its row.

                - **below 1e3**: factor models with noise, the usual case. Every measure is good to a few units of 2^-53
                  (1.1e-16) at every order; a test asserts 1e-12.
                - **1e6, 1e9, 1e12**: matrices with random eigenvectors and this condition number (within a factor of
                  1.5). The error grows in proportion to condition number times 2^-53 (1e-10, 1e-7 and 1e-4 for the three
                  classes), and is found to be about a hundredth of that. The matrix sets this limit, not the method: had
                  the correlations themselves been rounded another way in their last place, the exact answer would have
                  moved as far. A pair (order 2) has no such growth.
                - Beyond 1e12 some conditional variance 1/P_ii falls below 1e-12: such an n-plet is singular by
                  definition, is counted as such and has no measures.

                """);
        text.append("Matrices are random with java.util.Random; the seed of a row is ")
                .append(SEED)
                .append(" + 1000 c + order, c = 3, 6, 9, 12 for the four classes.\n")
                .append(
                        "Only additions, products, quotients, square roots, fused multiply-adds and StrictMath are used,\n")
                .append(
                        "so the digits do not depend on the machine. Made by `mvn verify` in validation/target/accuracy.md;\n")
                .append("docs/accuracy.md is a copy, and a test compares the two.\n\n");
        text.append("| backend | condition number | order | matrices | TC | DTC | Omega | S |\n");
        text.append("|---|---|---:|---:|---|---|---|---|\n");
        for (Row row : rows) {
            text.append(row.line()).append('\n');
        }
        return text.toString();
    }
}
