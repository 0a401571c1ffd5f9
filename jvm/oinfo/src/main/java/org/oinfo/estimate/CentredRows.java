package org.oinfo.estimate;

import org.oinfo.parallel.Workers;

/** Samples of the live variables, each variable's mean taken off, read in blocks of rows as often as needed. */
public interface CentredRows {
    /** Number of samples T. */
    int samples();

    /** Number of live variables. */
    int variables();

    /**
     * Writes samples row..row+rows-1 to z[0..rows-1][0..variables-1]; longer rows of z keep their tails.
     *
     * @param z at least {@code rows} arrays of at least {@code variables} values
     */
    void fill(int row, int rows, double[][] z, Workers workers);
}
