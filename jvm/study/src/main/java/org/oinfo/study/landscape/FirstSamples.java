package org.oinfo.study.landscape;

import java.util.Objects;
import org.oinfo.data.Samples;
import org.oinfo.data.SamplesView;

/**
 * The first of other samples, read through, not copied.
 *
 * @param samples how many, at most as many as there are
 */
public record FirstSamples(Samples original, int samples) implements SamplesView {
    /** At most so many; all for 0. */
    public static Samples of(Samples all, int most) {
        return most == 0 || most >= all.samples() ? all : new FirstSamples(all, most);
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        Objects.checkFromIndexSize(row, rows, samples);
        original.read(row, rows, variable, variables, out);
    }

    @Override
    public void close() {
        original.close();
    }
}
