package org.oinfo.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * N-plets of one order that are scanned together: the first {@code count}, in lexicographic order, from the one on that ends in
 * the first three of the last {@code free} variables; these follow the one before them and {0, 1, ..}. All n-plets where every
 * variable is free.
 *
 * @param kernel the class that scans them
 */
record ScanCase(String kernel, int order, int variables, int free, int count) {
    private static final String LATTICE = "LatticeWalk";

    /** Every simd kernel, every order that has code of its own, and some others. */
    static List<ScanCase> all() {
        List<ScanCase> cases = new ArrayList<>();
        // All of a prefix, up to 18 steps and all 16 lanes of the widest vectors; then a ragged end, which goes to
        // SweepScan.
        for (int order = 3; order <= 8; order++) {
            cases.add(new ScanCase("PairWalk", order, order < 8 ? 32 : 48, 20, 1160));
        }
        cases.add(new ScanCase("SweepScan", 2, 32, 32, 496));
        cases.add(new ScanCase("SweepScan", 6, 20, 12, 240));
        cases.add(new ScanCase("SweepScan", 9, 32, 20, 180));
        cases.add(new ScanCase("SweepScan", 12, 32, 20, 180));
        cases.add(new ScanCase("SweepScan", 16, 36, 20, 180));
        for (int order : new int[] {3, 4, 6, 8, 10}) {
            cases.add(new ScanCase(LATTICE, order, 11, 11, 462));
        }
        return cases;
    }

    List<Level> levels() {
        return kernel.equals(LATTICE) ? List.of(Level.PLAIN) : List.of(Level.PLAIN, Level.FULL);
    }

    List<int[]> nplets() {
        return Nplets.from(first(), variables, count);
    }

    private int[] first() {
        int[] nplet = Nplets.first(order);
        if (free < variables) {
            for (int i = Math.max(0, order - 4); i < order; i++) {
                nplet[i] = variables - free + i - (order - 3);
            }
        }
        return nplet;
    }

    /**
     * A factor model. One of a large condition number c has k-1 factors and noise of k/c: every n-plet then has one direction
     * without a factor, its condition number is of the order of c, and its 1/P_ii are above 1/c.
     */
    CorrelationMatrix matrix(Conditioning conditioning, int system) {
        Random random = new Random(conditioning.seed(order) + 100L * system);
        return Covariances.correlation(
                conditioning == Conditioning.WELL
                        ? RandomMatrices.factorModel(random, variables, 3, 0.5)
                        : RandomMatrices.factorModel(random, variables, order - 1, order / conditioning.number));
    }

    Landscape scan(Backend backend, CorrelationMatrix r, Level level) {
        ScanSettings settings = new ScanSettings(order, level, 5);
        Landscape found = Landscape.empty(variables, settings);
        if (kernel.equals(LATTICE)) {
            long blocks = new LatticeBlocks(variables).count();
            try (LatticeKernel walk = backend.lattice(r, List.of(settings))) {
                walk.scan(0, blocks, new Landscape[] {found});
            }
            return found;
        }
        try (ScanKernel scan = backend.scan(r, settings)) {
            if (backend.name().equals("simd")
                    && !scan.getClass().getSimpleName().equals(kernel)) {
                throw new IllegalStateException("another kernel scans it, " + scan.getClass() + ": " + this);
            }
            Combinations combinations = new Combinations(variables, order);
            long from = combinations.rank(first());
            scan.scan(from, Math.min(combinations.total(), from + count), found);
        }
        return found;
    }
}
