package org.oinfo.statistics.surrogate;

import java.util.Arrays;
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

    /** Makes the independent normal values of a sample dependent. */
    private interface Mix {
        void mix(int sample, double[] e);
    }

    private final DataMargins margins;
    private final Mix mix;
    private final int spare;
    private final double[][] x;

    private RivalColumns(SampleScores scores, int spare, Mix mix) {
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
            mix.mix(t, e);
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
        return () -> new RivalColumns(scores, 1, (t, e) -> {
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
            latent[v] =
                    Math.abs(observed) < 2 / Math.sqrt(scores.samples()) ? 0 : behind.of(tree.parent()[v], v, observed);
        }
        return () -> new RivalColumns(scores, 0, (t, e) -> {
            for (int v : tree.order()) {
                double parent = v == 0 ? 0 : e[tree.parent()[v]];
                e[v] = latent[v] * parent + Math.sqrt(1 - latent[v] * latent[v]) * e[v];
            }
        });
    }

    /** The tree with observed correlations in place of latent ones. */
    static Supplier<SurrogateColumns> observedTree(SampleScores scores, CorrelationMatrix r) {
        CorrelationTree tree = CorrelationTree.of(r);
        return () -> new RivalColumns(scores, 0, (t, e) -> {
            for (int v : tree.order()) {
                double a = v == 0 ? 0 : r.get(tree.parent()[v], v);
                e[v] = a * (v == 0 ? 0 : e[tree.parent()[v]]) + Math.sqrt(1 - a * a) * e[v];
            }
        });
    }

    /** The tree of an elliptical distribution: the lengths of the whitened samples are those of the data, the directions uniform. */
    static Supplier<SurrogateColumns> ellipticalTree(SampleScores scores, CorrelationMatrix r) {
        CorrelationTree tree = CorrelationTree.of(r);
        double[] lengths = lengths(scores, r);
        return () -> new RivalColumns(scores, 0, (t, e) -> {
            double scale = lengths[t]
                    / Math.sqrt(Arrays.stream(e).map(value -> value * value).sum());
            for (int v : tree.order()) {
                double a = v == 0 ? 0 : r.get(tree.parent()[v], v);
                e[v] = a * (v == 0 ? 0 : e[tree.parent()[v]]) + Math.sqrt(1 - a * a) * scale * e[v];
            }
        });
    }

    /** Mahalanobis lengths of all samples, by a Cholesky factor of R [T]. */
    private static double[] lengths(SampleScores scores, CorrelationMatrix r) {
        int n = r.variables();
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = r.get(i, j);
                for (int c = 0; c < j; c++) {
                    rest -= l[i][c] * l[j][c];
                }
                l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
            }
        }
        double[] lengths = new double[scores.samples()];
        for (int t = 0; t < lengths.length; t++) {
            double[] w = new double[n];
            for (int i = 0; i < n; i++) {
                w[i] = scores.column(i)[t];
                for (int c = 0; c < i; c++) {
                    w[i] -= l[i][c] * w[c];
                }
                w[i] /= l[i][i];
            }
            lengths[t] = Math.sqrt(Arrays.stream(w).map(value -> value * value).sum());
        }
        return lengths;
    }
}
