package org.oinfo.data;

import java.util.function.Supplier;

/**
 * Samples that stay open for many analyses, with what was made of them: a second analysis neither reads nor ranks. An analysis that
 * closes its samples leaves these open; {@link #release} closes them.
 */
public final class KeptSamples implements SamplesView {
    private final Samples original;
    private final KeptResults results;

    /**
     * Samples that stay.
     *
     * @param original taken over
     * @param results where that is kept which is made of them
     */
    public KeptSamples(Samples original, KeptResults results) {
        this.original = original;
        this.results = results;
    }

    @Override
    public Samples original() {
        return original;
    }

    @Override
    public <V> V kept(Derivation<V> what, Supplier<V> make) {
        return results.get(this, what, make);
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        original.read(row, rows, variable, variables, out);
    }

    /** Nothing: others still want them. */
    @Override
    public void close() {}

    /** Closes them, and forgets what was made of them. */
    public void release() {
        results.forget(this);
        original.close();
    }
}
