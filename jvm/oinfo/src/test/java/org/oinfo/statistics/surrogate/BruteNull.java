package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.RandomStreams;

/**
 * Surrogates made one value at a time from the draws that are documented, and Omega from the k+1 log-determinants of its
 * definition: what the fast path must agree with.
 */
final class BruteNull {
    private static final double TIE = 1e-10;

    private final double[][] columns;
    private final boolean shift;
    private final @Nullable BruteTree tree;
    private final int[] variables;
    private final long seed;

    /**
     * Of some columns.
     *
     * @param all centred columns of all variables: what a tree is fitted to
     * @param variables of the n-plets: a tree draws all, a rearrangement these only
     */
    BruteNull(double[][] all, int[] variables, Surrogate kind, long seed) {
        this.columns = pick(all, variables);
        this.variables = variables;
        this.shift = kind == Surrogate.SHIFT;
        this.tree = kind == Surrogate.TREE ? new BruteTree(all) : null;
        this.seed = seed;
    }

    /** Surrogate b: columns [0..n), then the order of blocks as a column of sample numbers [n]. */
    double[][] surrogate(int b) {
        UniformRandomProvider random = RandomStreams.of(seed, b);
        int n = columns.length;
        double[][] out = new double[n + 1][];
        double[][] drawn = tree == null ? null : tree.draw(random);
        for (int v = 0; v < n; v++) {
            out[v] = drawn == null ? rearranged(columns[v], random) : drawn[variables[v]];
        }
        double[] numbers = new double[columns[0].length];
        Arrays.setAll(numbers, t -> t);
        out[n] = rearranged(numbers, random);
        return out;
    }

    private double[] rearranged(double[] column, UniformRandomProvider random) {
        double[] out = new double[column.length];
        if (shift) {
            int offset = random.nextInt(column.length);
            for (int t = 0; t < column.length; t++) {
                out[(t + offset) % column.length] = column[t];
            }
            return out;
        }
        for (int t = 0; t < column.length; t++) {
            int other = random.nextInt(t + 1);
            out[t] = out[other];
            out[other] = column[t];
        }
        return out;
    }

    /** p of the smallest (synergy) or largest Omega of all n-plets of some columns against one Omega. */
    double family(double omega, boolean synergy, int surrogates, int[][] family) {
        int reached = 0;
        for (int b = 0; b < surrogates; b++) {
            double[][] x = surrogate(b);
            double extreme = synergy ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            for (int[] nplet : family) {
                double o = omega(pick(x, nplet));
                extreme = synergy ? Math.min(extreme, o) : Math.max(extreme, o);
            }
            reached += extreme(extreme, omega, synergy) ? 1 : 0;
        }
        return (1.0 + reached) / (1.0 + surrogates);
    }

    /** p of the smallest Omega that a greedy search from so many triplets comes to at an order, against one Omega. */
    double search(double omega, int surrogates, int starts, int order) {
        int reached = 0;
        for (int b = 0; b < surrogates; b++) {
            reached += extreme(greedy(surrogate(b), columns.length, starts, order), omega, true) ? 1 : 0;
        }
        return (1.0 + reached) / (1.0 + surrogates);
    }

    /** Smallest Omega of an order that the most synergistic triplets of the first n columns grow to. */
    static double greedy(double[][] x, int n, int starts, int order) {
        return Arrays.stream(NullData.all(n, 3))
                .sorted(Comparator.comparingDouble(nplet -> omega(pick(x, nplet))))
                .limit(starts)
                .mapToDouble(start -> {
                    int[] held = start;
                    while (held.length < order) {
                        int[] from = held;
                        held = IntStream.range(0, n)
                                .filter(v -> Arrays.stream(from).noneMatch(member -> member == v))
                                .mapToObj(v -> IntStream.concat(Arrays.stream(from), IntStream.of(v))
                                        .toArray())
                                .min(Comparator.comparingDouble(nplet -> omega(pick(x, nplet))))
                                .orElseThrow();
                    }
                    return omega(pick(x, held));
                })
                .min()
                .orElseThrow();
    }

    /** Largest p of the parts of an n-plet, each rearranged as a block beside every onlooker. */
    double carry(int[] nplet, double omega, boolean synergy, int surrogates, boolean anyOnlooker) {
        double largest = 0;
        for (int left = 0; left < nplet.length; left++) {
            int outside = nplet[left];
            int[] part = Arrays.stream(nplet).filter(v -> v != outside).toArray();
            int reached = 0;
            for (int b = 0; b < surrogates; b++) {
                double[] order = surrogate(b)[columns.length];
                boolean some = false;
                for (int x = 0; x < columns.length; x++) {
                    int onlooker = x;
                    boolean member = Arrays.stream(part).anyMatch(v -> v == onlooker);
                    if (!member && (anyOnlooker || x == outside)) {
                        some |= extreme(withOnlooker(part, x, order), omega, synergy);
                    }
                }
                reached += some ? 1 : 0;
            }
            largest = Math.max(largest, (1.0 + reached) / (1.0 + surrogates));
        }
        return largest;
    }

    private double withOnlooker(int[] part, int onlooker, double[] order) {
        double[][] x = new double[part.length + 1][columns[0].length];
        for (int a = 0; a < part.length; a++) {
            for (int t = 0; t < order.length; t++) {
                x[a][t] = columns[part[a]][(int) order[t]];
            }
        }
        x[part.length] = columns[onlooker];
        return omega(x);
    }

    private static boolean extreme(double o, double omega, boolean synergy) {
        return synergy ? o <= omega + TIE : o >= omega - TIE;
    }

    static double[][] pick(double[][] columns, int[] nplet) {
        return Arrays.stream(nplet).mapToObj(v -> columns[v]).toArray(double[][]::new);
    }

    /** Omega = (k-2) H(X) + sum over i of [H(X_i) - H(X without i)], of a Gaussian with the covariance of columns [k][T]. */
    static double omega(double[][] x) {
        int k = x.length;
        double[][] covariance = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int t = 0; t < x[i].length; t++) {
                    covariance[i][j] += x[i][t] * x[j][t];
                }
            }
        }
        double omega = (k - 2) * entropy(covariance, -1);
        for (int i = 0; i < k; i++) {
            omega += Math.log(covariance[i][i]) / 2 - entropy(covariance, i);
        }
        return omega;
    }

    /** 1/2 ln det of a covariance without row and column {@code left}; the constants of H cancel in Omega. */
    private static double entropy(double[][] covariance, int left) {
        int[] kept =
                IntStream.range(0, covariance.length).filter(i -> i != left).toArray();
        double[][] a = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                a[i][j] = covariance[kept[i]][kept[j]];
            }
        }
        double log = 0;
        for (int p = 0; p < a.length; p++) {
            log += Math.log(a[p][p]) / 2;
            for (int i = p + 1; i < a.length; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j < a.length; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        return log;
    }
}
