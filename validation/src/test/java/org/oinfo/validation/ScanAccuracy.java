package org.oinfo.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.PerVariable;
import org.oinfo.kernels.scalar.ScalarBackend;

/**
 * Errors of the means that scans find, against {@link PreciseOracle}, by kernel, lane width, order and conditioning. All else
 * that a scan finds is held to the oracle on the way.
 */
final class ScanAccuracy {
    private static final int SYSTEMS = 2;

    /** Mean Omega of some n-plets, and what errors are scaled by. */
    private record Mean(int count, BigDecimal omega, double scale) {
        static Mean of(List<OracleLandscape.Entry> entries) {
            BigDecimal sum = entries.stream().map(e -> e.exact().o()).reduce(BigDecimal.ZERO, BigDecimal::add);
            double s = entries.stream()
                    .mapToDouble(OracleLandscape.Entry::s)
                    .average()
                    .orElse(0);
            BigDecimal count = BigDecimal.valueOf(Math.max(1, entries.size()));
            return new Mean(entries.size(), sum.divide(count, MathContext.DECIMAL128), 1 + s);
        }

        /** 0 where there is nothing to average. */
        double error(double found) {
            return count == 0 ? 0 : new BigDecimal(found).subtract(omega).abs().doubleValue() / scale;
        }
    }

    /** Mean Omega of all n-plets, and of those that hold each variable. */
    private record ExactMeans(Mean whole, List<Mean> perVariable) {
        static ExactMeans of(OracleLandscape oracle, int variables) {
            return new ExactMeans(
                    Mean.of(oracle.regular()),
                    IntStream.range(0, variables)
                            .mapToObj(v -> Mean.of(oracle.regular().stream()
                                    .filter(e -> e.holds(v))
                                    .toList()))
                            .toList());
        }
    }

    /** Largest errors over systems and levels, of the mean and of the means per variable, of each variant. */
    static final class Row {
        final Conditioning conditioning;
        private final ScanCase scans;
        private final double[] mean;
        private final double[] perVariable;
        private int nplets;

        Row(ScanCase scans, Conditioning conditioning, int variants) {
            this.scans = scans;
            this.conditioning = conditioning;
            mean = new double[variants];
            perVariable = new double[variants];
        }

        private void add(int variant, Landscape found, ExactMeans exact) {
            mean[variant] = Math.max(mean[variant], exact.whole().error(found.mean()));
            PerVariable variables = found.perVariable();
            if (variables != null) {
                for (int v = 0; v < scans.variables(); v++) {
                    perVariable[variant] = Math.max(
                            perVariable[variant], exact.perVariable().get(v).error(variables.mean(v)));
                }
            }
        }

        /** The larger of both errors of each variant. */
        double[] worst() {
            double[] worst = new double[mean.length];
            Arrays.setAll(worst, v -> Math.max(mean[v], perVariable[v]));
            return worst;
        }

        String cell(int variant) {
            return scans.levels().contains(Level.FULL)
                    ? String.format(Locale.ROOT, "%.1e / %.1e", mean[variant], perVariable[variant])
                    : String.format(Locale.ROOT, "%.1e", mean[variant]);
        }

        /** The cells that say what was measured. */
        String key() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d |",
                    scans.kernel(),
                    conditioning.label,
                    scans.order(),
                    scans.variables(),
                    nplets);
        }

        String line() {
            StringBuilder line = new StringBuilder(key());
            for (int v = 0; v < mean.length; v++) {
                line.append(' ').append(cell(v)).append(" |");
            }
            return line.toString();
        }
    }

    private ScanAccuracy() {}

    /** The backends that the columns of figures are of. */
    static Map<String, Backend> variants() {
        Map<String, Backend> variants = new LinkedHashMap<>();
        variants.put("scalar", new ScalarBackend());
        SimdWidths.ALL.forEach(bits -> variants.put("simd " + bits, SimdWidths.of(bits)));
        return variants;
    }

    static List<Row> measure() {
        Map<String, Backend> variants = variants();
        List<Row> rows = new ArrayList<>();
        for (Conditioning conditioning : Conditioning.values()) {
            for (ScanCase scans : ScanCase.all()) {
                Row row = new Row(scans, conditioning, variants.size());
                for (int system = 1; system <= SYSTEMS; system++) {
                    measure(row, scans.matrix(conditioning, system), variants);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void measure(Row row, CorrelationMatrix r, Map<String, Backend> variants) {
        OracleLandscape oracle = new OracleLandscape(r, row.scans.nplets(), 0);
        ExactMeans exact = ExactMeans.of(oracle, row.scans.variables());
        row.nplets = oracle.all().size();
        int variant = 0;
        for (Map.Entry<String, Backend> entry : variants.entrySet()) {
            for (Level level : row.scans.levels()) {
                Landscape found = row.scans.scan(entry.getValue(), r, level);
                LandscapeAgreementTest.assertSame(entry.getKey() + ", " + level + ", " + row.key(), found, oracle);
                row.add(variant, found, exact);
            }
            variant++;
        }
    }

    static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder("""
                ## Means of a scan

                Error of mean Omega over the n-plets that a scan was given, |found - exact| / (1 + mean S), and behind the
                slash the largest such error of the mean over the n-plets that hold a variable: the largest over two
                matrices and over the levels plain and full (a walk over the lattice has no means per variable).
                Counts, histograms and variances of the same scans are asserted: a count must lie between the exact counts
                with every threshold moved either way by 1e-12 (1 + S), or for n-plets with a 1/P_ii below 4.4e-4 by what
                the rounding of its correlations does. Level extremes has no sums: rankings and the measures in them have
                the errors of backend *scalar* above, because its routine computes them.

                - **PairWalk** is the pair-stationary scan, **SweepScan** the bordered sweep, **LatticeWalk** the walk over
                  all orders; *scalar* has the same n-plets scanned by the scalar backend, *simd 128* and so on by the simd
                  kernel at that lane width. The width of the machine is one of these, which a test compares.
                - **below 1e3**: factor models of 3 factors. **1e4** and so on, c: factor models of k-1 factors with noise
                  of k/c, so that every n-plet of the row has a condition number of the order of c, and conditional
                  variances down to 1/c. Those below 1e-4 are the canonical routine's, on every backend.

                """);
        text.append("| kernel | condition number | order | variables | n-plets |");
        variants().keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|---|---:|---:|---:|")
                .repeat("---|", variants().size())
                .append('\n');
        for (Row row : rows) {
            text.append(row.line()).append('\n');
        }
        return text.toString();
    }
}
