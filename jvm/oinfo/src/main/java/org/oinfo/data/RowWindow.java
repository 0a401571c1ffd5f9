package org.oinfo.data;

import java.util.List;
import java.util.Objects;

/** Successive rows of other samples. Read through, not copied; closing them leaves the others open. */
public final class RowWindow implements SamplesView {
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
    public Samples original() {
        return all;
    }

    /** Not known of a window: told once, of all rows, as are the others below. */
    @Override
    public int droppedRows() {
        return 0;
    }

    @Override
    public MissingCounts missing() {
        return new MissingCounts(columns());
    }

    @Override
    public List<Warning> readWarnings() {
        return List.of();
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
