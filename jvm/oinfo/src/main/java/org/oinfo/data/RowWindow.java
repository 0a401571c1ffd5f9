package org.oinfo.data;

import java.util.List;
import java.util.Objects;

/** Successive rows of other samples. Read through, not copied; closing them leaves the others open. */
public final class RowWindow implements Samples {
    private final Samples all;
    private final int first;
    private final int count;

    private RowWindow(Samples all, int first, int count) {
        this.all = all;
        this.first = first;
        this.count = count;
    }

    /**
     * Rows first .. first + count - 1.
     *
     * @throws IndexOutOfBoundsException they do not lie within the samples
     * @throws BadInputException they are fewer than 3
     */
    public static Samples of(Samples all, int first, int count) {
        Objects.checkFromIndexSize(first, count, all.samples());
        RowWindow window = new RowWindow(all, first, count);
        LeastData.requireSamples(window);
        return window;
    }

    @Override
    public int samples() {
        return count;
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

    /** That of all rows: the window is told apart by whoever made it. */
    @Override
    public String source() {
        return all.source();
    }

    @Override
    public String dataset() {
        return all.dataset();
    }

    /** That of all rows. */
    @Override
    public String checksum() {
        return all.checksum();
    }

    @Override
    public void requireUnchanged() {
        all.requireUnchanged();
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, rows, variable, variables, out);
        all.read(first + row, rows, variable, variables, out);
    }

    /** Nothing: the other rows are still wanted. */
    @Override
    public void close() {}
}
