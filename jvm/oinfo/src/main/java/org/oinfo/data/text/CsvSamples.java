package org.oinfo.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.MissingCounts;
import org.oinfo.data.ReadCheck;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;

/** Samples held in the heap, in chunks of rows, as a .csv file is read. */
final class CsvSamples implements Samples {
    /** Values in a chunk, where a row is not longer: the most that is reserved and not used. */
    private static final int CHUNK = 1 << 16;

    private final String source;
    private final int originals;
    private final List<String> originalNames;
    private final List<String> names;
    private final int[] columns;
    private final int chunkRows;

    /** Each [chunkRows * N], row-major. */
    private final List<double[]> chunks = new ArrayList<>();

    private final List<Warning> warnings = new ArrayList<>();
    private final MissingCounts missing;
    private int samples;
    private String checksum = "";

    CsvSamples(String source, int originals, List<String> originalNames, int[] columns) {
        this.source = source;
        this.originals = originals;
        this.originalNames = originalNames;
        this.names = originalNames.isEmpty()
                ? originalNames
                : Arrays.stream(columns).mapToObj(originalNames::get).toList();
        this.columns = columns;
        this.missing = new MissingCounts(columns);
        this.chunkRows = Math.max(1, CHUNK / columns.length);
    }

    void add(double[] values) {
        int place = samples % chunkRows;
        if (place == 0) {
            chunks.add(new double[chunkRows * columns.length]);
        }
        System.arraycopy(values, 0, chunks.getLast(), place * columns.length, columns.length);
        samples = Math.incrementExact(samples);
        missing.whole();
    }

    /** Leaves a row out, whose values are missing at these positions. */
    void leaveOut(int[] positions, int count) {
        missing.leftOut();
        for (int i = 0; i < count; i++) {
            missing.missing(positions[i]);
        }
    }

    void warn(Warning warning) {
        warnings.add(warning);
    }

    void finish(String sha256) {
        checksum = sha256;
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public int variables() {
        return columns.length;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public int[] columns() {
        return columns.clone();
    }

    @Override
    public int originals() {
        return originals;
    }

    @Override
    public List<String> originalNames() {
        return originalNames;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public int droppedRows() {
        return missing.rowsLeftOut();
    }

    @Override
    public MissingCounts missing() {
        return missing;
    }

    @Override
    public List<Warning> readWarnings() {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(missing.warnings(originalNames));
        return all;
    }

    @Override
    public String checksum() {
        return checksum;
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, rows, variable, variables, out);
        for (int i = 0; i < rows; i++) {
            double[] chunk = chunks.get((row + i) / chunkRows);
            int from = (row + i) % chunkRows * columns.length + variable;
            System.arraycopy(chunk, from, out, i * variables, variables);
        }
    }

    /** Nothing to free. */
    @Override
    public void close() {}
}
