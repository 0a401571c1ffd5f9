package org.oinfo.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Gaussian variables of mean 0 and variance 1, each a linear combination of earlier ones and noise of its own; some are hidden. Correlations
 * follow exactly: r_vu = sum over the parents p of v of w_p r_pu, for u before v.
 */
final class LinearSystem implements SimulatedSystem {
    private record Node(int[] parents, double[] weights, double noise) {}

    private final List<Node> nodes = new ArrayList<>();
    /** Correlations of each node with those before it. */
    private final List<double[]> correlations = new ArrayList<>();

    private final List<Integer> observed = new ArrayList<>();
    private final List<PlantedGroup> groups = new ArrayList<>();

    /** Adds a hidden variable; returns its node. */
    int hidden() {
        return add(new int[0]);
    }

    /**
     * Adds a variable that is observed; returns its node.
     *
     * @param parents nodes, each with the same weight
     */
    int variable(double weight, int... parents) {
        double[] weights = new double[parents.length];
        Arrays.fill(weights, weight);
        int node = add(parents, weights);
        observed.add(node);
        return node;
    }

    /** Number of variables that are observed. */
    int variables() {
        return observed.size();
    }

    /** Says that the variables from one on, all that are there, are a group. */
    void group(Structure kind, int first) {
        int[] nplet = IntStream.range(first, variables()).toArray();
        int[] local = IntStream.range(0, nplet.length).toArray();
        PlantedGroup exact = PlantedGroup.gaussian(kind, local, matrix(nplet));
        groups.add(new PlantedGroup(kind, nplet, exact.tc(), exact.dtc()));
    }

    private int add(int[] parents, double... weights) {
        int node = nodes.size();
        double[] r = new double[node];
        for (int u = 0; u < node; u++) {
            for (int p = 0; p < parents.length; p++) {
                r[u] += weights[p] * correlation(parents[p], u);
            }
        }
        double explained = 0;
        for (int p = 0; p < parents.length; p++) {
            explained += weights[p] * r[parents[p]];
        }
        nodes.add(new Node(parents, weights, Math.sqrt(1 - explained)));
        correlations.add(r);
        return node;
    }

    private double correlation(int a, int b) {
        return a == b ? 1 : correlations.get(Math.max(a, b))[Math.min(a, b)];
    }

    /** Correlations of some observed variables. */
    CorrelationMatrix matrix(int... variables) {
        int n = variables.length;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = correlation(observed.get(variables[i]), observed.get(variables[j]));
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    @Override
    public List<PlantedGroup> groups() {
        return List.copyOf(groups);
    }

    @Override
    public Draws draws(UniformRandomProvider random) {
        ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
        double[] values = new double[nodes.size()];
        return row -> {
            for (int v = 0; v < values.length; v++) {
                Node node = nodes.get(v);
                double value = node.noise() * normal.sample();
                for (int p = 0; p < node.parents().length; p++) {
                    value += node.weights()[p] * values[node.parents()[p]];
                }
                values[v] = value;
            }
            Arrays.setAll(row, i -> values[observed.get(i)]);
        };
    }
}
