package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.estimate.DataMargins;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Surrogates without synergy: T samples of a Gaussian tree, given the margins of the data by rank.
 *
 * <p>The tree joins all variables of the data by their strongest correlations; the correlation of two variables that it does not
 * join is the product along the path between them. On a Gaussian tree no n-plet of any order has a negative Omega
 * (docs/statistics.md), so what is below that of the surrogates is synergy, or chance. The correlations along the tree are those
 * behind the observed ones, see {@link LatentCorrelation}.
 *
 * <p>Variables are drawn in the order of the tree, each all T samples after the other: x = r parent + sqrt(1 - r^2) e.
 */
final class TreeColumns implements SurrogateColumns {
    /** The fitted tree: what all threads share. */
    static final class Fit {
        private final DataMargins margins;
        private final CorrelationTree tree;
        /** Latent correlation of each variable with its parent [N]; 0 for the root. */
        private final double[] latent;

        /** To all variables that vary. */
        Fit(SampleScores scores, CorrelationMatrix r) {
            this.margins = DataMargins.of(scores);
            this.tree = CorrelationTree.of(r);
            this.latent = new double[r.variables()];
            LatentCorrelation behind = new LatentCorrelation(margins, latent.length);
            for (int v = 0; v < latent.length; v++) {
                int parent = tree.parent()[v];
                latent[v] = parent < 0 ? 0 : behind.of(parent, v, r.get(parent, v));
            }
        }
    }

    private final Fit fit;
    private final int[] variables;
    private final DataMargins.Ranks ranks;
    private final double[][] normal;
    private final double[][] out;

    /**
     * Of some variables.
     *
     * @param variables whose columns are wanted; all are drawn
     */
    TreeColumns(Fit fit, int[] variables) {
        this.fit = fit;
        this.variables = variables;
        this.ranks = fit.margins.newRanks();
        this.normal = new double[fit.latent.length][fit.margins.samples()];
        this.out = new double[variables.length][fit.margins.samples()];
    }

    @Override
    public double[][] draw(UniformRandomProvider random) {
        ContinuousDistribution.Sampler standard = NormalDistribution.of(0, 1).createSampler(random);
        for (int v : fit.tree.order()) {
            int parent = fit.tree.parent()[v];
            draw(normal[parent < 0 ? v : parent], fit.latent[v], standard, normal[v]);
        }
        for (int i = 0; i < variables.length; i++) {
            ranks.impose(variables[i], normal[variables[i]], out[i]);
        }
        return out;
    }

    /** x = r parent + sqrt(1 - r^2) e; the root is its own parent, with r = 0. */
    private static void draw(double[] parent, double r, ContinuousDistribution.Sampler standard, double[] x) {
        double rest = Math.sqrt((1 - r) * (1 + r));
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.fma(r, parent[t], rest * standard.sample());
        }
    }
}
