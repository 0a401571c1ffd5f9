package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The duties of every backend's measures kernel. */
@Tag("kernel-contract")
public abstract class MeasuresContract {
    private static final int N = 40;
    private static final int LARGE = 140;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Whether its vectors are wider than the machine's, so that every operation is emulated with objects. */
    protected boolean emulated() {
        return false;
    }

    static Stream<Systems.Named> regular() {
        return Systems.regular(N);
    }

    static Stream<Systems.Named> all() {
        return Systems.all(N);
    }

    @ParameterizedTest
    @MethodSource("regular")
    void agreesWithTheDefinitionAtEveryOrder(Systems.Named system) {
        for (int order = 2; order <= N; order++) {
            int[] nplets = nplets(9, order, order);
            double[] out = new double[9 * 4];
            backend().measures(system.r()).measures(nplets, 9, order, out);
            for (int i = 0; i < 9; i++) {
                double[] expected = Definition.measures(system.r(), slice(nplets, i, order));
                assertScaled(out, i, expected, 1e-12, system.name() + " order " + order);
            }
        }
    }

    @ParameterizedTest
    // Around the lane counts 2, 4 and 8, and around and beyond batches of sixteen vectors.
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 63, 65, 127, 129, 300})
    void everyBatchSizeGivesTheSameBitsAndWritesNothingElse(int count) {
        CorrelationMatrix r = Systems.samples(N, 3 * N, 7);
        MeasuresKernel kernel = backend().measures(r);
        for (int order : new int[] {2, 3, 4, 5, 6, 9, 10, 11, 13}) {
            int[] nplets = nplets(count, order, 31);
            double[] together = new double[count * 4 + 3];
            java.util.Arrays.fill(together, 42);
            kernel.measures(nplets, count, order, together);
            for (int i = 0; i < count; i++) {
                double[] alone = new double[4];
                kernel.measures(slice(nplets, i, order), 1, order, alone);
                assertThat(slice(together, i)).containsExactly(alone);
            }
            assertThat(together).endsWith(42, 42, 42);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void singularNpletsAreThoseOfTheCanonicalRoutineAndNeverHalfWritten(Systems.Named system) {
        Canonical canonical = new Canonical(system.r());
        for (int order : new int[] {2, 3, 5, 8, 25, 40}) {
            int count = order == 40 ? 1 : 60;
            int[] nplets = nplets(count, order, 11);
            if (order < 40) {
                for (int i = 0; i < 10; i++) {
                    // Make sure that the duplicated pairs of the test systems are among them.
                    nplets[i * order] = i % 2;
                    nplets[i * order + order - 1] = N - 1;
                    for (int j = 1; j < order - 1; j++) {
                        nplets[i * order + j] = j + 1;
                    }
                }
            }
            double[] out = new double[count * 4];
            backend().measures(system.r()).measures(nplets, count, order, out);
            for (int i = 0; i < count; i++) {
                boolean regular = canonical.score(nplets, i * order, order);
                double[] expected = {canonical.tc(), canonical.dtc(), canonical.o(), canonical.s()};
                if (regular) {
                    assertScaled(out, i, expected, Canonical.error(order), system.name() + " order " + order);
                } else {
                    assertThat(slice(out, i)).containsOnly(Double.NaN);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 63, 64, 65, 67, 100, 128, 131})
    void largeOrdersAgreeWithTheDefinition(int order) {
        CorrelationMatrix r = Systems.factor(LARGE, 0.9, 6);
        int[] nplets = nplets(LARGE, 5, order, order);
        double[] out = new double[5 * 4];
        backend().measures(r).measures(nplets, 5, order, out);
        for (int i = 0; i < 5; i++) {
            assertScaled(out, i, Definition.measures(r, slice(nplets, i, order)), 1e-12, "order " + order);
        }
    }

    @Test
    void largeOrdersKnowSingularNplets() {
        Stream.of(
                        Systems.duplicated(LARGE, 3),
                        Systems.nearlyCollinear(LARGE, 1e-5),
                        Systems.nearlyCollinear(LARGE, 1e-13),
                        Systems.samples(LARGE, 100, 4))
                .forEach(r -> {
                    Canonical canonical = new Canonical(r);
                    int order = 128;
                    int[] nplets = nplets(LARGE, 6, order, 8);
                    double[] out = new double[6 * 4];
                    backend().measures(r).measures(nplets, 6, order, out);
                    for (int i = 0; i < 6; i++) {
                        if (canonical.score(nplets, i * order, order)) {
                            double[] expected = {canonical.tc(), canonical.dtc(), canonical.o(), canonical.s()};
                            assertScaled(out, i, expected, 1e-9, "order 128");
                        } else {
                            assertThat(slice(out, i)).containsOnly(Double.NaN);
                        }
                    }
                });
    }

    @Test
    void productsOfManySmallVariancesStayInRange() {
        // Independent pairs just above the guard: the product of all P_ii is 10^502.
        int n = 128;
        double variance = 1.2e-4;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            r[i * n + (i ^ 1)] = Math.sqrt(1 - variance);
        }
        double[] out = new double[4];
        int[] all = java.util.stream.IntStream.range(0, n).toArray();
        backend().measures(CorrelationMatrix.wrap(n, r)).measures(all, 1, n, out);
        double tc = -0.25 * n * Math.log(variance);
        assertScaled(out, 0, new double[] {tc, tc, 0, 2 * tc}, 1e-12, "pairs");
    }

    @Test
    void ordersMayAlternateInOneKernel() {
        CorrelationMatrix r = Systems.samples(N, 3 * N, 7);
        MeasuresKernel kernel = backend().measures(r);
        for (int order : new int[] {3, 40, 2, 11, 4, 10, 5, 40, 3}) {
            int[] nplets = nplets(21, order, 9);
            double[] again = new double[21 * 4];
            double[] fresh = new double[21 * 4];
            kernel.measures(nplets, 21, order, again);
            backend().measures(r).measures(nplets, 21, order, fresh);
            assertThat(again).containsExactly(fresh);
        }
    }

    @Test
    void twoVariablesHaveNoOmega() {
        CorrelationMatrix r = CorrelationMatrix.wrap(2, new double[] {1, 0.6, 0.6, 1});
        double[] out = new double[4];
        backend().measures(r).measures(new int[] {0, 1}, 1, 2, out);
        double information = -0.5 * Math.log(1 - 0.36);
        assertScaled(out, 0, new double[] {information, information, 0, 2 * information}, 1e-15, "pair");
        assertThat(out[2]).isZero();
    }

    @Test
    void nothingIsAllocatedPerNplet() {
        assumeFalse(emulated(), "vectors wider than the machine's are emulated");
        CorrelationMatrix r = Systems.samples(N, 3 * N, 7);
        MeasuresKernel kernel = backend().measures(r);
        for (int order : new int[] {2, 3, 5, 10, 11, 20}) {
            int[] nplets = nplets(2000, order, 5);
            double[] out = new double[8000];
            Allocation.assertNothingPerItem(() -> kernel.measures(nplets, 2000, order, out), 2000);
        }
    }

    private static void assertScaled(double[] out, int i, double[] expected, double tolerance, String what) {
        double scale = 1 + expected[3];
        for (int v = 0; v < 4; v++) {
            assertThat(Math.abs(out[i * 4 + v] - expected[v]) / scale)
                    .as("%s: value %d of n-plet %d is %s, expected %s", what, v, i, out[i * 4 + v], expected[v])
                    .isLessThan(tolerance);
        }
    }

    private static int[] slice(int[] nplets, int i, int order) {
        return java.util.Arrays.copyOfRange(nplets, i * order, (i + 1) * order);
    }

    private static double[] slice(double[] out, int i) {
        return java.util.Arrays.copyOfRange(out, i * 4, i * 4 + 4);
    }

    private static int[] nplets(int count, int order, long seed) {
        return nplets(N, count, order, seed);
    }

    /** Random ascending n-plets of n variables. */
    private static int[] nplets(int n, int count, int order, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] nplets = new int[count * order];
        for (int i = 0; i < count; i++) {
            int at = i * order;
            int taken = 0;
            for (int v = 0; v < n && taken < order; v++) {
                if (random.nextInt(n - v) < order - taken) {
                    nplets[at + taken++] = v;
                }
            }
        }
        return nplets;
    }
}
