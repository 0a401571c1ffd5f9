package org.oinfo.targets;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/** Information of sources about a target, from Gaussian entropies of covariances alone. */
public final class Definition {
    private Definition() {}

    /** 1/2 ln|2 pi e C| of some columns at some samples, divisor T-1; less its bias where asked for. */
    static double entropy(double[][] columns, int[] samples, boolean biasCorrect) {
        int k = columns.length;
        double[][] c = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                c[i][j] = covariance(columns[i], columns[j], samples);
            }
        }
        double h = 0.5 * (k * Math.log(2 * Math.PI * Math.E) + logDeterminant(c));
        return biasCorrect ? h - bias(k, samples.length) : h;
    }

    private static double bias(int k, int samples) {
        double sum = k * (Math.log(2) - Math.log(samples - 1)) / 2;
        for (int i = 1; i <= k; i++) {
            sum += Digamma.value((samples - i) / 2.0) / 2;
        }
        return sum;
    }

    private static double covariance(double[] x, double[] y, int[] samples) {
        double meanX = Arrays.stream(samples).mapToDouble(t -> x[t]).average().orElseThrow();
        double meanY = Arrays.stream(samples).mapToDouble(t -> y[t]).average().orElseThrow();
        return Arrays.stream(samples)
                        .mapToDouble(t -> (x[t] - meanX) * (y[t] - meanY))
                        .sum()
                / (samples.length - 1);
    }

    private static double logDeterminant(double[][] a) {
        double log = 0;
        for (int p = 0; p < a.length; p++) {
            log += Math.log(a[p][p]);
            for (int i = p + 1; i < a.length; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j < a.length; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        return log;
    }

    /** I(X;Y|Z) of groups of columns. */
    static double information(double[][] x, double[][] y, double[][] z, boolean biasCorrect) {
        int[] all = IntStream.range(0, y[0].length).toArray();
        return entropy(join(x, z), all, biasCorrect)
                + entropy(join(y, z), all, biasCorrect)
                - entropy(join(x, y, z), all, biasCorrect)
                - entropy(z, all, biasCorrect);
    }

    /** I(X;Y) of columns and a class for each sample. */
    static double information(double[][] x, int[] classes, boolean biasCorrect) {
        int[] all = IntStream.range(0, classes.length).toArray();
        double i = entropy(x, all, biasCorrect);
        for (int y : Arrays.stream(classes).distinct().toArray()) {
            int[] members = Arrays.stream(all).filter(t -> classes[t] == y).toArray();
            i -= members.length / (double) all.length * entropy(x, members, biasCorrect);
        }
        return i;
    }

    static double[][] join(double[][]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /** Every value of an n-plet but Omega, from the information that subsets of sources have. */
    public static TargetNplet nplet(int[] sources, ToDoubleFunction<int[]> information) {
        int k = sources.length;
        double joint = information.applyAsDouble(sources);
        double[] alone = Arrays.stream(sources)
                .mapToDouble(i -> information.applyAsDouble(new int[] {i}))
                .toArray();
        double[] without = Arrays.stream(sources)
                .mapToDouble(i -> information.applyAsDouble(
                        Arrays.stream(sources).filter(j -> j != i).toArray()))
                .toArray();
        double sumAlone = Arrays.stream(alone).sum();
        double vulnerable = Arrays.stream(without).map(i -> joint - i).sum();
        return new TargetNplet(
                sources,
                joint,
                Double.NaN,
                (1 - k) * joint + Arrays.stream(without).sum(),
                Double.NaN,
                joint - sumAlone,
                Arrays.stream(alone).min().orElseThrow(),
                joint - Arrays.stream(without).max().orElseThrow(),
                joint > 1e-10 ? sumAlone / joint : Double.NaN,
                joint > 1e-10 ? vulnerable / joint : Double.NaN);
    }

    /** Omega from the entropies of its definition, (k-2) H(X) + sum_i [H(X_i) - H(X_-i)]. */
    public static double omega(double[][] x, boolean biasCorrect) {
        int[] all = IntStream.range(0, x[0].length).toArray();
        double omega = (x.length - 2) * entropy(x, all, biasCorrect);
        for (int i = 0; i < x.length; i++) {
            int left = i;
            double[][] rest = IntStream.range(0, x.length)
                    .filter(j -> j != left)
                    .mapToObj(j -> x[j])
                    .toArray(double[][]::new);
            omega += entropy(new double[][] {x[i]}, all, biasCorrect) - entropy(rest, all, biasCorrect);
        }
        return omega;
    }
}
