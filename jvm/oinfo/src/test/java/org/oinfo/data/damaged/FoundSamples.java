package org.oinfo.data.damaged;

import static org.oinfo.data.damaged.Contract.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.damaged.Reading.Found;
import org.oinfo.data.files.Opened;

/** Samples that were read from a damaged file; whatever they are, they must be usable. */
record FoundSamples(Samples samples) implements Found {
    /** Deflate makes at most 1,032 bytes of one. */
    static final long MOST_VALUES_A_BYTE = 1032;

    private static final int BLOCKS = 3;

    @Override
    public void check(long bytes, SplittableRandom random) {
        int t = samples.samples();
        int n = samples.variables();
        require(t >= 3 && n >= 2, "at least 3 samples of 2 variables", t + " x " + n);
        require((long) t * n <= MOST_VALUES_A_BYTE * bytes, "no more values than the file can hold", t + " x " + n);
        require(samples.droppedRows() >= 0, "rows left out", samples.droppedRows());
        requireNames(samples.names(), n);
        requireNames(samples.originalNames(), samples.originals());
        int[] columns = samples.columns();
        require(columns.length == n, "a column for each variable", columns.length);
        for (int i = 0; i < n; i++) {
            boolean ascending = i == 0 || columns[i - 1] < columns[i];
            require(ascending && columns[i] >= 0 && columns[i] < samples.originals(), "columns, ascending", columns);
        }
        require(samples.checksum().matches("[0-9a-f]{64}"), "a checksum", samples.checksum());
        for (Warning warning : samples.readWarnings()) {
            String message = warning.message();
            require(Excerpt.oneLine(message).equals(message), "one line of text", message);
        }
        double[] all = Opened.all(samples);
        requireFinite(all);
        for (int i = 0; i < BLOCKS; i++) {
            int row = random.nextInt(t);
            int rows = 1 + random.nextInt(t - row);
            int variable = random.nextInt(n);
            int variables = 1 + random.nextInt(n - variable);
            double[] block = Opened.block(samples, row, rows, variable, variables);
            double[] cut = Opened.cut(all, n, row, rows, variable, variables);
            require(
                    Arrays.equals(block, cut),
                    "a block as all of it",
                    row + " " + rows + " " + variable + " " + variables);
        }
    }

    static void requireNames(List<String> names, int variables) {
        boolean fit = names.isEmpty() || names.size() == variables;
        require(fit && new HashSet<>(names).size() == names.size(), "different names or none", names);
    }

    static void requireFinite(double[] values) {
        for (double value : values) {
            require(Double.isFinite(value), "finite values", value);
        }
    }

    @Override
    public void close() {
        samples.close();
    }
}
