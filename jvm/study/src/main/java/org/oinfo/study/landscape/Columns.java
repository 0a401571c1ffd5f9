package org.oinfo.study.landscape;

import java.util.function.IntConsumer;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/** Reads samples variable by variable, a few variables at a time. */
final class Columns {
    private static final int PANEL = 16;
    /** Rows of a read. */
    private static final int ROWS = 128;

    private Columns() {}

    /** Takes the values of a variable. */
    @FunctionalInterface
    interface Consumer {
        /** All values [T] of a variable, in an array that is used again for another. Called by several threads at once. */
        void column(int variable, double[] values);
    }

    /** Shows every variable once, in any order. */
    static void of(Samples samples, Workers workers, Consumer consumer) {
        int panels = Math.ceilDiv(samples.variables(), PANEL);
        workers.run(panels, () -> new Reader(samples, consumer));
    }

    /** The buffers that one thread reads with. */
    private static final class Reader implements IntConsumer {
        private final Samples samples;
        private final Consumer consumer;
        private final double[] block = new double[ROWS * PANEL];
        private final double[][] values;

        Reader(Samples samples, Consumer consumer) {
            this.samples = samples;
            this.consumer = consumer;
            this.values = new double[PANEL][samples.samples()];
        }

        @Override
        public void accept(int panel) {
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
}
