package org.oinfo.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.oinfo.data.Samples;

/** Samples over rows of a table, and tables to test with. */
@SuppressWarnings("ArrayRecordComponent")
record TableSamples(double[][] table, int[] columns, List<String> names) implements Samples {
    static TableSamples of(double[][] table) {
        return new TableSamples(
                table,
                IntStream.range(0, table.length == 0 ? 0 : table[0].length).toArray(),
                List.of());
    }

    /** From columns instead of rows. */
    static TableSamples ofColumns(double[]... columns) {
        double[][] table = new double[columns[0].length][columns.length];
        for (int t = 0; t < table.length; t++) {
            for (int v = 0; v < columns.length; v++) {
                table[t][v] = columns[v][t];
            }
        }
        return of(table);
    }

    TableSamples named(String... newNames) {
        return new TableSamples(table, columns, List.of(newNames));
    }

    TableSamples select(int... chosen) {
        double[][] selected = Arrays.stream(table)
                .map(row -> IntStream.of(chosen).mapToDouble(v -> row[v]).toArray())
                .toArray(double[][]::new);
        return new TableSamples(selected, chosen, List.of());
    }

    TableSamples head(int samples) {
        return new TableSamples(Arrays.copyOf(table, samples), columns, names);
    }

    /** Six variables, 200 samples from a congruential generator: two sources and a collider of them, and a common cause. */
    static TableSamples fixture() {
        Lcg lcg = new Lcg();
        double[][] x = new double[200][];
        for (int t = 0; t < x.length; t++) {
            double[] z = lcg.normals(6);
            x[t] = new double[] {z[0], z[1], (z[0] + z[1]) + 0.3 * z[2], z[3], z[3] + 0.5 * z[4], z[3] + 0.5 * z[5]};
        }
        return of(x);
    }

    /** Independent normal values. */
    static double[][] normals(int samples, int variables, RandomGenerator random) {
        double[][] x = new double[samples][variables];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
        }
        return x;
    }

    @Override
    public int samples() {
        return table.length;
    }

    @Override
    public int variables() {
        return columns.length;
    }

    /** As if the last column of the data were chosen. */
    @Override
    public int originals() {
        return columns.length == 0 ? 0 : columns[columns.length - 1] + 1;
    }

    @Override
    public List<String> originalNames() {
        return names;
    }

    @Override
    public String source() {
        return "table";
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(table[row + r], variable, out, r * variables, variables);
        }
    }

    @Override
    public void close() {}

    /** s = (1103515245 s + 12345) mod 2^31 from 12345; a normal value is the sum of twelve uniform ones less 6. */
    static final class Lcg {
        private long s = 12345;

        double[] normals(int count) {
            double[] z = new double[count];
            for (int j = 0; j < count; j++) {
                double sum = 0.0;
                for (int i = 0; i < 12; i++) {
                    s = (1103515245L * s + 12345) % (1L << 31);
                    sum += (s + 0.5) / 0x1p31;
                }
                z[j] = sum - 6;
            }
            return z;
        }
    }
}
