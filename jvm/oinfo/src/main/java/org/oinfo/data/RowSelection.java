package org.oinfo.data;

import java.util.List;

/** Some of the rows of samples that were read whole. Read through, not copied. */
public final class RowSelection implements Samples {
    private final Samples all;
    private final int[] rows;

    private RowSelection(Samples all, int[] rows) {
        this.all = all;
        this.rows = rows;
    }

    /**
     * Samples of the chosen rows only. Closing them closes {@code samples}.
     *
     * @throws BadInputException there are no such rows, or rows were left out, so that those left have other numbers
     */
    public static Samples select(Samples samples, RowChoice choice) {
        if (choice.rows() == null) {
            return samples;
        }
        if (samples.droppedRows() > 0) {
            throw new BadInputException("rows of " + samples.source()
                    + " must be chosen or left out for missing values, not" + " both: found " + samples.droppedRows()
                    + " left out; choose rows without missing values");
        }
        choice.requireWithin(samples.samples(), samples.source());
        return new RowSelection(samples, choice.rows().stream().toArray());
    }

    @Override
    public int samples() {
        return rows.length;
    }

    @Override
    public int variables() {
        return all.variables();
    }

    @Override
    public List<String> names() {
        return all.names();
    }

    @Override
    public int[] columns() {
        return all.columns();
    }

    @Override
    public int originals() {
        return all.originals();
    }

    @Override
    public List<String> originalNames() {
        return all.originalNames();
    }

    @Override
    public String source() {
        return all.source();
    }

    @Override
    public List<Warning> readWarnings() {
        return all.readWarnings();
    }

    @Override
    public String checksum() {
        return all.checksum();
    }

    @Override
    public void requireUnchanged() {
        all.requireUnchanged();
    }

    @Override
    public void read(int row, int count, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, count, variable, variables, out);
        double[] one = new double[variables];
        for (int i = 0; i < count; i++) {
            all.read(rows[row + i], 1, variable, variables, one);
            System.arraycopy(one, 0, out, i * variables, variables);
        }
    }

    @Override
    public void close() {
        all.close();
    }
}
