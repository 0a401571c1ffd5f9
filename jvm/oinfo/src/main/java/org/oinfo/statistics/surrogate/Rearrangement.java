package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * How the samples of one variable are rearranged, independently of all others: what remains of its dependence on them is
 * chance. Values, ties and ranks stay, so the scores of a rearranged variable are its rearranged scores.
 */
enum Rearrangement {
    /**
     * Every order of the T samples alike. Exact where samples are exchangeable: independent draws of one distribution.
     */
    SHUFFLE {
        @Override
        void draw(double[] column, double[] out, UniformRandomProvider random) {
            for (int t = 0; t < column.length; t++) {
                int other = random.nextInt(t + 1);
                out[t] = out[other];
                out[other] = column[t];
            }
        }

        @Override
        void order(int[] out, UniformRandomProvider random) {
            for (int t = 0; t < out.length; t++) {
                int other = random.nextInt(t + 1);
                out[t] = out[other];
                out[other] = t;
            }
        }
    },
    /**
     * A rotation by 0 to T-1 samples, all alike: for time series. Keeps how a variable depends on its own past, but for one
     * break where the end meets the beginning; right for stationary series much longer than their memory.
     */
    SHIFT {
        @Override
        void draw(double[] column, double[] out, UniformRandomProvider random) {
            int offset = random.nextInt(column.length);
            System.arraycopy(column, 0, out, offset, column.length - offset);
            System.arraycopy(column, column.length - offset, out, 0, offset);
        }

        @Override
        void order(int[] out, UniformRandomProvider random) {
            int offset = random.nextInt(out.length);
            for (int t = 0; t < out.length; t++) {
                out[t] = t < offset ? out.length - offset + t : t - offset;
            }
        }
    };

    /** Writes a rearranged column [T] to {@code out} [T], another array. */
    abstract void draw(double[] column, double[] out, UniformRandomProvider random);

    /** Writes where each sample of a rearranged group of variables comes from [T]; the same draws as for a column. */
    abstract void order(int[] out, UniformRandomProvider random);
}
