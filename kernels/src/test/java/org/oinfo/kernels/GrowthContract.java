package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The duties of every backend's growth kernel. */
@Tag("kernel-contract")
public abstract class GrowthContract {
    private static final int N = 17;

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
    void takesTheMostExtremeByTheDefinition(Systems.Named system) {
        CorrelationMatrix r = system.r();
        forEachPair(r, 9, (redundant, a, b, path, reached, kernel) -> {
            int[] expected = grown(r, a, b, 9, nplet -> (redundant ? -1 : 1) * Definition.measures(r, nplet)[2]);
            assertThat(path).as("%s from %d, %d", system, a, b).containsExactly(expected);
            assertThat(reached).isEqualTo(9);
            for (int order = 3; order <= 9; order++) {
                double[] exact = Definition.measures(
                        r, Arrays.stream(path, 0, order).sorted().toArray());
                assertThat(kernel.omega(order)).isCloseTo(exact[2], within(1e-12 * (1 + exact[3])));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void tiesAndSingularNpletsAreDecidedAsTheCanonicalRoutineDoes(Systems.Named system) {
        CorrelationMatrix r = system.r();
        Canonical canonical = new Canonical(r);
        forEachPair(r, N, (redundant, a, b, path, reached, kernel) -> {
            int[] expected = grown(
                    r,
                    a,
                    b,
                    N,
                    nplet -> canonical.score(nplet, 0, nplet.length)
                            ? (redundant ? -1 : 1) * (double) Ranking.key(canonical.o())
                            : Double.NaN);
            assertThat(Arrays.copyOf(path, reached))
                    .as("%s from %d, %d", system, a, b)
                    .containsExactly(expected);
        });
    }

    @ParameterizedTest
    // Around the lane counts 2, 4 and 8, and twice as many.
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33})
    void everyNumberOfVariables(int n) {
        CorrelationMatrix r = Systems.samples(n, 3 * n, 6);
        Canonical canonical = new Canonical(r);
        int[] expected = grown(r, 0, 1, n, nplet -> {
            canonical.score(nplet, 0, nplet.length);
            return canonical.o();
        });
        int[] path = Arrays.copyOf(new int[] {0, 1}, n + 3);
        Arrays.fill(path, 2, path.length, 42);
        try (GrowthKernel kernel = backend().growth(r, false, n)) {
            assertThat(kernel.grow(path, n)).isEqualTo(n);
        }
        assertThat(path).startsWith(expected).endsWith(42, 42, 42);
    }

    @Test
    void omegaIsTheCanonicalOneWithinItsBoundOrNotKnown() {
        all().forEach(system -> {
            Canonical canonical = new Canonical(system.r());
            forEachPair(system.r(), N, (redundant, a, b, path, reached, kernel) -> {
                for (int order = 3; order <= reached; order++) {
                    int[] nplet = Arrays.stream(path, 0, order).sorted().toArray();
                    assertThat(canonical.score(nplet, 0, order)).isTrue();
                    double omega = kernel.omega(order);
                    if (!Double.isNaN(omega)) {
                        assertThat(omega).as(system.name()).isCloseTo(canonical.o(), within(Canonical.error(order)));
                    }
                }
            });
        });
    }

    @Test
    void growsToLessThanItsLargestOrderAndAnew() {
        CorrelationMatrix r = Systems.factor(N, 0.9, 2);
        try (GrowthKernel kernel = backend().growth(r, true, 8)) {
            int[] whole = {3, 7, 0, 0, 0, 0, 0, 0};
            int[] part = {3, 7, 42, 42, 42, 42, 42, 42};
            int[] none = {3, 7};
            assertThat(kernel.grow(whole, 8)).isEqualTo(8);
            assertThat(kernel.grow(part, 5)).isEqualTo(5);
            assertThat(kernel.grow(none, 2)).isEqualTo(2);
            assertThat(part).startsWith(Arrays.copyOf(whole, 5)).endsWith(42, 42, 42);
        }
    }

    @Test
    void allocatesNothing() {
        assumeFalse(emulated(), "vectors wider than the machine's are emulated");
        CorrelationMatrix r = Systems.factor(N, 0.9, 2);
        int[] path = new int[8];
        try (GrowthKernel kernel = backend().growth(r, false, 8)) {
            Allocation.assertNothingPerItem(
                    () -> {
                        path[0] = 2;
                        path[1] = 5;
                        kernel.grow(path, 8);
                    },
                    6 * (N - 5));
        }
    }

    /** What is asserted of the path of a pair. */
    private interface Check {
        void path(boolean redundant, int a, int b, int[] path, int reached, GrowthKernel kernel);
    }

    private void forEachPair(CorrelationMatrix r, int largest, Check check) {
        Canonical canonical = new Canonical(r);
        for (boolean redundant : new boolean[] {false, true}) {
            try (GrowthKernel kernel = backend().growth(r, redundant, largest)) {
                for (int a = 0; a < r.variables(); a++) {
                    for (int b = a + 1; b < r.variables(); b++) {
                        int[] path = Arrays.copyOf(new int[] {a, b}, largest);
                        if (canonical.score(path, 0, 2)) {
                            check.path(redundant, a, b, path, kernel.grow(path, largest), kernel);
                        }
                    }
                }
            }
        }
    }

    /** The path of a pair, every candidate scored: the smallest value is next, or the smallest variable; NaN never is. */
    private static int[] grown(CorrelationMatrix r, int a, int b, int largest, ToDoubleFunction<int[]> value) {
        int[] path = {a, b};
        while (path.length < largest) {
            int[] larger = Arrays.copyOf(path, path.length + 1);
            double best = Double.POSITIVE_INFINITY;
            int next = -1;
            for (int v = 0; v < r.variables(); v++) {
                int candidate = v;
                boolean free = Arrays.stream(path).noneMatch(member -> member == candidate);
                larger[path.length] = v;
                double omega = free
                        ? value.applyAsDouble(Arrays.stream(larger).sorted().toArray())
                        : Double.NaN;
                if (omega < best) {
                    best = omega;
                    next = v;
                }
            }
            if (next < 0) {
                return path;
            }
            larger[path.length] = next;
            path = larger;
        }
        return path;
    }
}
