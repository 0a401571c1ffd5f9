package org.oinfo.data;

/**
 * Reads samples variable by variable, some neighbours at a time: the buffers of one thread. Panels are numbered from 0 to {@link #count}
 * - 1, each variable is in one.
 */
public final class ColumnPanels {
    /** Variables of a panel: a cache line of each row. */
    private static final int PANEL = 8;
    /** Rows of a read. */
    private static final int ROWS = 256;

    private final Samples samples;
    private final double[] block = new double[ROWS * PANEL];
    private final double[][] values;

    /** A reader of all rows. */
    public ColumnPanels(Samples samples) {
        this.samples = samples;
        this.values = new double[PANEL][samples.samples()];
    }

    /** Number of panels. */
    public static int count(Samples samples) {
        return Math.ceilDiv(samples.variables(), PANEL);
    }

    /** Takes the values of a variable. */
    @FunctionalInterface
    public interface Consumer {
        /** All values [T] of a variable, in an array that is used again for another. */
        void column(int variable, double[] values);
    }

    /** Shows every variable of a panel once, ascending. */
    public void read(int panel, Consumer consumer) {
        int first = panel * PANEL;
        int count = Math.min(PANEL, samples.variables() - first);
        for (int row = 0; row < samples.samples(); row += ROWS) {
            int rows = Math.min(ROWS, samples.samples() - row);
            samples.read(row, rows, first, count, block);
            for (int v = 0; v < count; v++) {
                for (int r = 0; r < rows; r++) {
                    values[v][row + r] = block[r * count + v];
                }
            }
        }
        for (int v = 0; v < count; v++) {
            consumer.column(first + v, values[v]);
        }
    }
}
