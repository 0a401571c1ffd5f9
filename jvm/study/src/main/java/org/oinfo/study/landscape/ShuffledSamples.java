package org.oinfo.study.landscape;

import java.util.Objects;
import org.apache.commons.rng.sampling.ArraySampler;
import org.oinfo.data.ColumnPanels;
import org.oinfo.data.Samples;
import org.oinfo.data.SamplesView;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Workers;

/**
 * Other samples whose values were shuffled, each variable on its own: every variable keeps its values, its zeros and its ties,
 * and no two have anything to do with each other. T N doubles in memory.
 */
final class ShuffledSamples implements SamplesView {
    private final Samples original;
    /** [N][T] */
    private final double[][] values;

    private ShuffledSamples(Samples original, double[][] values) {
        this.original = original;
        this.values = values;
    }

    /** Shuffled by a random stream for each variable. Closing them leaves the original open. */
    static Samples of(Samples original, long seed, Workers workers) {
        double[][] values = new double[original.variables()][];
        workers.run(ColumnPanels.count(original), () -> {
            ColumnPanels panels = new ColumnPanels(original);
            return panel -> panels.read(
                    panel,
                    (variable, column) ->
                            values[variable] = ArraySampler.shuffle(RandomStreams.of(seed, variable), column.clone()));
        });
        return new ShuffledSamples(original, values);
    }

    @Override
    public int samples() {
        return original.samples();
    }

    @Override
    public Samples original() {
        return original;
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        Objects.checkFromIndexSize(row, rows, samples());
        for (int v = 0; v < variables; v++) {
            double[] column = values[variable + v];
            for (int r = 0; r < rows; r++) {
                out[r * variables + v] = column[row + r];
            }
        }
    }

    /** Nothing is open. */
    @Override
    public void close() {}
}
