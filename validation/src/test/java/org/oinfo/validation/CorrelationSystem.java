package org.oinfo.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.oinfo.kernels.CorrelationMatrix;

/** A named correlation matrix that every backend is run on. The name holds the seed where there is one. */
record CorrelationSystem(String name, CorrelationMatrix matrix) {
    private static final int VARIABLES = 9;

    /** Random factor models, and one with correlations up to 0.999. */
    static List<CorrelationSystem> regular() {
        List<CorrelationSystem> systems = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            systems.add(of("factors, seed " + seed, RandomMatrices.factorModel(new Random(seed), VARIABLES, 3, 0.5)));
        }
        RealMatrix strong = RandomMatrices.factorModel(new Random(4), VARIABLES, 2, 0.5);
        for (int i = 0; i < 3; i++) {
            follow(strong, i + 5, i, new double[] {0.999, -0.99, 0.9}[i]);
        }
        systems.add(of("correlations up to 0.999, seed 4", strong));
        return systems;
    }

    /** Systems full of exact ties. */
    static List<CorrelationSystem> tied() {
        RealMatrix triplet = Covariances.collider(2, 0.1);
        return List.of(
                of("identity", MatrixUtils.createRealIdentityMatrix(VARIABLES)),
                of("equicorrelated 0.5", Covariances.equicorrelated(VARIABLES, 0.5)),
                of("equicorrelated 0.999", Covariances.equicorrelated(VARIABLES, 0.999)),
                of("equicorrelated -0.11", Covariances.equicorrelated(VARIABLES, -0.11)),
                of("three equal blocks", Covariances.independent(triplet, triplet, triplet)));
    }

    /** Systems with singular and nearly singular n-plets. */
    static List<CorrelationSystem> degenerate() {
        List<CorrelationSystem> systems = new ArrayList<>();
        systems.add(duplicated());
        for (double conditionalVariance : new double[] {1e-8, 1e-11, 1.01e-12, 0.99e-12, 1e-13}) {
            systems.add(nearlyCollinear(conditionalVariance));
        }
        systems.add(of("a variable that is the sum of three, seed 7", sumOfThree()));
        systems.add(of(
                "5 samples of 9 variables, seed 8",
                Covariances.ofSamples(RandomMatrices.normal(new Random(8), 5, VARIABLES))));
        return systems;
    }

    static List<CorrelationSystem> all() {
        List<CorrelationSystem> systems = new ArrayList<>(regular());
        systems.addAll(tied());
        systems.addAll(degenerate());
        return systems;
    }

    @Override
    public String toString() {
        return name;
    }

    private static CorrelationSystem of(String name, RealMatrix covariance) {
        return new CorrelationSystem(name, Covariances.correlation(covariance));
    }

    /** Variables 4 and 8 repeat variables 1 and 2, the second with its sign changed. */
    private static CorrelationSystem duplicated() {
        CorrelationMatrix r = Covariances.correlation(RandomMatrices.factorModel(new Random(5), VARIABLES, 3, 0.5));
        double[] a = r.array().clone();
        copy(a, 1, 4, 1);
        copy(a, 2, 8, -1);
        return new CorrelationSystem("duplicated variables, seed 5", CorrelationMatrix.wrap(VARIABLES, a));
    }

    private static void copy(double[] a, int from, int to, int sign) {
        for (int j = 0; j < VARIABLES; j++) {
            a[to * VARIABLES + j] = sign * a[from * VARIABLES + j];
            a[j * VARIABLES + to] = a[to * VARIABLES + j];
        }
        a[to * VARIABLES + to] = 1;
    }

    private static CorrelationSystem nearlyCollinear(double conditionalVariance) {
        RealMatrix m = RandomMatrices.factorModel(new Random(6), VARIABLES, 3, 0.5);
        follow(m, 6, 3, Math.sqrt(1 - conditionalVariance));
        return of("a pair with 1 - r^2 = " + conditionalVariance + ", seed 6", m);
    }

    /** Makes a variable depend on another alone, with a given correlation. */
    private static void follow(RealMatrix m, int variable, int leader, double rho) {
        double variance = m.getEntry(leader, leader);
        for (int j = 0; j < m.getRowDimension(); j++) {
            double v = rho * m.getEntry(leader, j);
            m.setEntry(variable, j, v);
            m.setEntry(j, variable, v);
        }
        m.setEntry(variable, variable, variance);
    }

    private static RealMatrix sumOfThree() {
        double[][] x = RandomMatrices.normal(new Random(7), 40, VARIABLES);
        for (double[] row : x) {
            row[5] = row[0] + row[2] + row[8];
        }
        return Covariances.ofSamples(x);
    }
}
