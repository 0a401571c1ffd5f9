package org.oinfo.study.landscape;

import java.util.List;
import java.util.Objects;
import org.oinfo.data.Samples;

/**
 * The first of other samples, read through, not copied.
 *
 * @param samples how many, at most as many as there are
 */
record FirstSamples(Samples all, int samples) implements Samples {
    /** At most so many; all for 0. */
    static Samples of(Samples all, int most) {
        return most == 0 || most >= all.samples() ? all : new FirstSamples(all, most);
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
    public void read(int row, int rows, int variable, int variables, double[] out) {
        Objects.checkFromIndexSize(row, rows, samples);
        all.read(row, rows, variable, variables, out);
    }

    @Override
    public void close() {
        all.close();
    }
}
