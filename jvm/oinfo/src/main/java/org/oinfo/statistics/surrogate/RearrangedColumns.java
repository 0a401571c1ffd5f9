package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;

/** Surrogates whose columns are those of the data, each rearranged by itself, column after column. */
final class RearrangedColumns implements SurrogateColumns {
    private final double[][] columns;
    private final Rearrangement kind;
    private final double[][] rearranged;

    /**
     * Of some columns.
     *
     * @param columns [n][T], read only
     */
    RearrangedColumns(double[][] columns, Rearrangement kind) {
        this.columns = columns;
        this.kind = kind;
        this.rearranged = new double[columns.length][columns[0].length];
    }

    @Override
    public double[][] draw(UniformRandomProvider random) {
        for (int v = 0; v < columns.length; v++) {
            kind.draw(columns[v], rearranged[v], random);
        }
        return rearranged;
    }
}
