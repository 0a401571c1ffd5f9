package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.estimate.DataMargins;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.CorrelationMatrix;

/** Other nulls without synergy that the tree is compared with: Gaussian models in the margins of the data. */
final class RivalColumns implements SurrogateColumns {
    private static final int FACTOR_STEPS = 200;

    private final DataMargins margins;
    private final Consumer<double[]> mix;
    private final int spare;
    private final double[][] x;

    private RivalColumns(SampleScores scores, int spare, Consumer<double[]> mix) {
        this.margins = DataMargins.of(scores);
        this.mix = mix;
        this.spare = spare;
        this.x = new double[scores.variables()][scores.samples()];
    }

    @Override
    public double[][] draw(UniformRandomProvider random) {
        ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
        double[] e = new double[x.length + spare];
        for (int t = 0; t < x[0].length; t++) {
            Arrays.setAll(e, v -> normal.sample());
            mix.accept(e);
            for (int v = 0; v < x.length; v++) {
                x[v][t] = e[v];
            }
        }
        DataMargins.Ranks ranks = margins.newRanks();
        for (int v = 0; v < x.length; v++) {
            ranks.impose(v, x[v], x[v]);
        }
        return x;
    }

    /** One hidden common cause: a star, fitted by principal factors. */
    static Supplier<SurrogateColumns> oneFactor(SampleScores scores, CorrelationMatrix r) {
        double[] l = loadings(r);
        return () -> new RivalColumns(scores, 1, e -> {
            for (int v = 0; v < l.length; v++) {
                e[v] = l[v] * e[l.length] + Math.sqrt(1 - l[v] * l[v]) * e[v];
            }
        });
    }

    /** Iterated principal factor: the leading eigenvector of R with the communalities on its diagonal. */
    private static double[] loadings(CorrelationMatrix r) {
        int n = r.variables();
        double[] l = new double[n];
        Arrays.setAll(l, v -> 0.5 + 0.01 * v);
        for (int step = 0; step < FACTOR_STEPS; step++) {
            double[] next = new double[n];
            double norm = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += (i == j ? l[i] * l[i] : r.get(i, j)) * l[j];
                }
                norm += l[i] * l[i];
            }
            for (int i = 0; i < n; i++) {
                l[i] = Math.clamp((next[i] / norm + l[i]) / 2, -0.995, 0.995);
            }
        }
        return l;
    }

    /** The tree without its edges below two standard errors of independence. */
    static Supplier<SurrogateColumns> forest(SampleScores scores, CorrelationMatrix r) {
        CorrelationTree tree = CorrelationTree.of(r);
        LatentCorrelation behind = new LatentCorrelation(DataMargins.of(scores), r.variables());
        double[] latent = new double[r.variables()];
        for (int v = 1; v < latent.length; v++) {
            double observed = r.get(tree.parent()[v], v);
            latent[v] = Math.abs(observed) < 2 / Math.sqrt(scores.samples())
                    ? 0
                    : behind.of(tree.parent()[v], v, observed);
        }
        return () -> new RivalColumns(scores, 0, e -> {
            for (int v : tree.order()) {
                double parent = v == 0 ? 0 : e[tree.parent()[v]];
                e[v] = latent[v] * parent + Math.sqrt(1 - latent[v] * latent[v]) * e[v];
            }
        });
    }

    /** The tree with observed correlations in place of latent ones. */
    static Supplier<SurrogateColumns> observedTree(SampleScores scores, CorrelationMatrix r) {
        CorrelationTree tree = CorrelationTree.of(r);
        return () -> new RivalColumns(scores, 0, e -> {
            for (int v : tree.order()) {
                double a = v == 0 ? 0 : r.get(tree.parent()[v], v);
                e[v] = a * (v == 0 ? 0 : e[tree.parent()[v]]) + Math.sqrt(1 - a * a) * e[v];
            }
        });
    }
}
