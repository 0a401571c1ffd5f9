package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.BruteForce.Scored;

/** The duties of every backend's scan kernel, against a brute-force pass with the canonical routine. */
@Tag("kernel-contract")
public abstract class ScanContract {
    private static final int TOP = 7;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Whether its vectors are wider than the machine's, so that every operation is emulated with objects. */
    protected boolean emulated() {
        return false;
    }

    /** Share of the tolerance of Omega that a variance may be off beyond that of its values: where squares are summed about 0. */
    protected double cancellation() {
        return 0;
    }

    /** Whether its kernels of an order sum determinants; if not, another backend's do, whose contract has the test. */
    protected boolean sumsDeterminants(int order) {
        return true;
    }

    /**
     * Whether scans of this size are tried again with other options: where vectors are emulated, which takes ten times as long, whole
     * orders and the screen have rows of whole vectors and tails, and options are shown by few variables and at the other widths.
     */
    private boolean again(int variables, int order) {
        return !emulated() || variables <= 11 || order <= 3;
    }

    /** Whether scans of this size are tried: all of them, unless the backend is run on something slow. */
    protected boolean covers(int variables, int order) {
        return true;
    }

    static Stream<Systems.Named> systems() {
        // Few variables, and row lengths around every lane width.
        return Stream.of(3, 5, 11, 18).flatMap(Systems::all);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void wholeOrders(Systems.Named system) {
        for (int order = 2; order <= system.r().variables(); order++) {
            for (Level level : Level.values()) {
                check(system, new ScanSettings(order, level, TOP), 0, total(system, order));
            }
            if (order == 6 && system.r().variables() > 11) {
                break;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void raggedRangesAndBias(Systems.Named system) {
        int n = system.r().variables();
        for (int order = 2; order <= Math.min(5, n) && again(n, order); order++) {
            long total = total(system, order);
            for (long[] range : new long[][] {{0, 0}, {0, 1}, {1, total}, {total / 3, total / 3 + 1}, {2, total - 1}}) {
                if (range[0] <= range[1]) {
                    check(system, new ScanSettings(order, Level.FULL, TOP, -0.01), range[0], range[1]);
                    check(system, new ScanSettings(order, Level.PLAIN, TOP, 0.02), range[0], range[1]);
                    check(system, new ScanSettings(order, Level.EXTREMES, TOP, 0.02), range[0], range[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void anEndThatIsNotAskedForStaysEmpty(Systems.Named system) {
        int n = system.r().variables();
        for (int order = 2; order <= Math.min(6, n) && again(n, order); order++) {
            long total = total(system, order);
            for (Level level : Level.values()) {
                for (Ends ends : Ends.values()) {
                    check(system, new ScanSettings(order, level, TOP, 0.01, ends, Screen.DOUBLE), 0, total);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void thePrecisionOfTheScreenChangesNothing(Systems.Named system) {
        for (int order = 2; order <= Math.min(6, system.r().variables()); order++) {
            for (Ends ends : Ends.values()) {
                ScanSettings single = new ScanSettings(order, Level.EXTREMES, TOP, 0, ends, Screen.SINGLE);
                check(system, single, 0, total(system, order));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ends.class)
    void laterRangesRankOnlyWhatCanStillWin(Ends ends) {
        CorrelationMatrix r = Systems.samples(18, 54, 6);
        for (Level level : Level.values()) {
            ScanSettings settings = new ScanSettings(4, level, TOP, 0, ends, Screen.AUTO);
            long total = new Combinations(18, 4).total();
            Landscape whole = Landscape.empty(18, settings);
            Landscape merged = Landscape.empty(18, settings);
            try (ScanKernel kernel = backend().scan(r, settings)) {
                kernel.scan(0, total, whole);
                for (long from = 0; from < total; from += 700) {
                    Landscape part = merged.emptyForNextRange();
                    kernel.scan(from, Math.min(total, from + 700), part);
                    merged.merge(part);
                }
            }
            assertThat(merged.total()).as("%s", level).isEqualTo(total);
            assertThat(merged.mostSynergistic().sortedRanks())
                    .as("%s", level)
                    .containsExactly(whole.mostSynergistic().sortedRanks());
            assertThat(merged.mostRedundant().sortedRanks())
                    .as("%s", level)
                    .containsExactly(whole.mostRedundant().sortedRanks());
        }
    }

    @Test
    void aWalkThatContinuesGivesTheBitsOfOneThatStartsThere() {
        CorrelationMatrix r = Systems.samples(23, 70, 3);
        for (int order : new int[] {3, 4, 6}) {
            if (!covers(23, order)) {
                continue;
            }
            for (Level level : Level.values()) {
                ScanSettings settings = new ScanSettings(order, level, TOP);
                long total = new Combinations(23, order).total();
                Landscape continued = Landscape.empty(23, settings);
                Landscape fresh = Landscape.empty(23, settings);
                try (ScanKernel kernel = backend().scan(r, settings);
                        ScanKernel other = backend().scan(r, settings)) {
                    kernel.scan(0, total / 2, Landscape.empty(23, settings));
                    kernel.scan(total / 2, total, continued);
                    other.scan(total / 2, total, fresh);
                }
                assertThat(Double.doubleToLongBits(continued.sum())).isEqualTo(Double.doubleToLongBits(fresh.sum()));
                assertThat(continued.total()).isEqualTo(fresh.total());
                assertThat(continued.mostRedundant().sortedRanks())
                        .containsExactly(fresh.mostRedundant().sortedRanks());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8})
    void allLevelsOfOneHigherOrder(int order) {
        for (Level level : Level.values()) {
            for (Systems.Named system : Systems.regular(order + 1).toList()) {
                checkAlways(system, new ScanSettings(order, level, TOP, 0.01), 0, total(system, order));
            }
        }
    }

    @Test
    void manyVariablesOfOneOrder() {
        check(
                new Systems.Named("samples seed 8", Systems.samples(60, 130, 8)),
                new ScanSettings(3, Level.FULL, 50),
                0,
                34220);
        check(
                new Systems.Named("samples seed 9", Systems.samples(24, 60, 9)),
                new ScanSettings(20, Level.FULL, 50),
                0,
                10626);
        if (again(24, 20)) {
            check(
                    new Systems.Named("samples seed 9", Systems.samples(24, 60, 9)),
                    new ScanSettings(20, Level.PLAIN, 50),
                    0,
                    10626);
        }
        check(
                new Systems.Named("factor seed 9", Systems.factor(70, 0.9, 9)),
                new ScanSettings(67, Level.PLAIN, 5),
                0,
                300);
    }

    static Stream<Systems.Named> summedSystems() {
        return Stream.of(11, 23, 38).flatMap(Systems::all);
    }

    @ParameterizedTest
    @MethodSource("summedSystems")
    void determinantsAreSummedAndChangeNothingElse(Systems.Named system) {
        int n = system.r().variables();
        for (int order = 2; order <= (n > 11 ? 8 : n); order++) {
            long total = total(system, order);
            long part = n > 23 ? 300 : 1500;
            for (long[] range :
                    new long[][] {{0, Math.min(total, part)}, {total / 3, Math.min(total, total / 3 + part)}}) {
                if (covers(n, order) && again(n, order) && sumsDeterminants(order)) {
                    checkDeterminants(system, order, Level.PLAIN, range[0], range[1]);
                    checkDeterminants(system, order, Level.FULL, range[0], range[1]);
                }
            }
        }
    }

    /**
     * Determinants add up to the exact sum within the bound, and everything else has the bits of a scan without them.
     *
     * @param from first rank
     * @param to one past the last
     */
    protected final void checkDeterminants(Systems.Named system, int order, Level level, long from, long to) {
        int n = system.r().variables();
        ScanSettings settings = new ScanSettings(order, level, TOP, 0.01);
        Landscape without = Landscape.empty(n, settings);
        Landscape with = Landscape.empty(n, settings.withDeterminants(true));
        try (ScanKernel kernel = backend().scan(system.r(), settings);
                ScanKernel summing = backend().scan(system.r(), settings.withDeterminants(true))) {
            kernel.scan(from, to, without);
            summing.scan(from, to, with);
        }
        String what = system.name() + " N=" + n + " k=" + order + " " + level + " [" + from + "," + to + ")";
        double exact = ExactDeterminants.sum(system.r(), order, from, to);
        double bound = (to - from) * DeterminantError.largest(order) + exact * DeterminantError.additions(n);
        assertThat(with.determinants()).as(what).isCloseTo(exact, within(bound + 0x1p-52 * exact));
        assertThat(without.determinants()).as(what).isNaN();
        assertThat(Double.doubleToLongBits(with.sum())).as(what).isEqualTo(Double.doubleToLongBits(without.sum()));
        assertThat(with.redundant()).as(what).isEqualTo(without.redundant());
        assertThat(with.synergistic()).as(what).isEqualTo(without.synergistic());
        assertThat(with.singular()).as(what).isEqualTo(without.singular());
        assertThat(with.total()).as(what).isEqualTo(to - from);
        assertThat(with.mostRedundant().sortedRanks())
                .as(what)
                .containsExactly(without.mostRedundant().sortedRanks());
        assertThat(with.mostSynergistic().sortedRanks())
                .as(what)
                .containsExactly(without.mostSynergistic().sortedRanks());
        if (level == Level.FULL) {
            assertThat(Double.doubleToLongBits(with.requireDistribution().variance()))
                    .as(what)
                    .isEqualTo(Double.doubleToLongBits(
                            without.requireDistribution().variance()));
            assertThat(with.requireDistribution().histogram())
                    .as(what)
                    .containsExactly(without.requireDistribution().histogram());
        }
    }

    @Test
    void nothingIsAllocatedPerNplet() {
        assumeFalse(emulated(), "vectors wider than the machine's are emulated");
        CorrelationMatrix r = Systems.samples(40, 120, 7);
        for (int order : new int[] {3, 4, 5, 9}) {
            for (Level level : Level.values()) {
                ScanSettings plain = new ScanSettings(order, level, 5);
                ScanSettings settings = plain.withDeterminants(level.counts());
                try (ScanKernel kernel = backend().scan(r, settings)) {
                    Landscape into = Landscape.empty(40, settings);
                    kernel.scan(0, 9880, into);
                    Allocation.assertNothingPerItem(() -> kernel.scan(0, 9880, into), 9880);
                }
            }
        }
    }

    private static long total(Systems.Named system, int order) {
        return new Combinations(system.r().variables(), order).total();
    }

    private void check(Systems.Named system, ScanSettings settings, long from, long to) {
        if (covers(system.r().variables(), settings.order())) {
            checkAlways(system, settings, from, to);
        }
    }

    private void checkAlways(Systems.Named system, ScanSettings settings, long from, long to) {
        int n = system.r().variables();
        Landscape landscape = Landscape.empty(n, settings);
        try (ScanKernel kernel = backend().scan(system.r(), settings)) {
            kernel.scan(from, to, landscape);
        }
        String what = system.name() + " N=" + n + " " + settings + " [" + from + "," + to + ")";

        BruteForce oracle = BruteForce.of(system.r(), settings.order(), from, to);
        List<Scored> regular = oracle.regular();
        assertThat(landscape.total()).as(what).isEqualTo(to - from);
        checkRanking(landscape.mostSynergistic(), oracle, settings.ends().synergistic() ? settings.top() : 0, 1, what);
        checkRanking(landscape.mostRedundant(), oracle, settings.ends().redundant() ? settings.top() : 0, -1, what);
        if (settings.level().counts()) {
            assertThat(landscape.singular()).as(what).isEqualTo(oracle.singular());
            checkCounts(landscape, settings.bias(), regular, what);
            checkMoments(landscape, n, settings, regular, what);
        } else {
            checkNothingIsCounted(landscape, what);
        }
    }

    private static void checkNothingIsCounted(Landscape landscape, String what) {
        assertThat(landscape.redundant()).as(what).isZero();
        assertThat(landscape.synergistic()).as(what).isZero();
        assertThat(landscape.balanced()).as(what).isZero();
        assertThat(landscape.singular()).as(what).isZero();
        assertThat(landscape.singularPerVariable()).as(what).containsOnly(0);
        assertThat(landscape.sum()).as(what).isNaN();
        assertThat(landscape.mean()).as(what).isNaN();
        assertThat(landscape.perVariable()).as(what).isNull();
        assertThat(landscape.distribution()).as(what).isNull();
    }

    private void checkMoments(Landscape landscape, int n, ScanSettings settings, List<Scored> regular, String what) {
        double meanS = regular.stream().mapToDouble(Scored::s).average().orElse(0);
        double mean = regular.stream().mapToDouble(Scored::omega).average().orElse(0) - settings.bias();
        double slack = tolerance(settings.order()) * (1 + meanS);
        if (!regular.isEmpty()) {
            assertThat(landscape.mean()).as(what).isCloseTo(mean, within(slack));
        }
        boolean full = settings.level() == Level.FULL;
        assertThat(landscape.perVariable() != null).as(what).isEqualTo(full);
        assertThat(landscape.distribution() != null).as(what).isEqualTo(full);
        if (full) {
            checkPerVariable(landscape.requirePerVariable(), n, settings, regular, slack, what);
            checkDistribution(landscape.requireDistribution(), settings, regular, mean, slack, what);
        }
    }

    /** Canonical and kernel arithmetic differ by rounding; near the guard that is worth more than in well-conditioned cases. */
    private static double tolerance(int order) {
        return Math.max(1e-12, Canonical.error(order));
    }

    private static void checkCounts(Landscape landscape, double bias, List<Scored> regular, String what) {
        long[] least = new long[3];
        long[] most = new long[3];
        for (Scored x : regular) {
            double slack = tolerance(x.nplet().length) * (1 + x.s());
            double o = x.omega() - bias;
            least[0] += o > OmegaHistogram.BALANCED + slack ? 1 : 0;
            most[0] += o > OmegaHistogram.BALANCED - slack ? 1 : 0;
            least[1] += o < -OmegaHistogram.BALANCED - slack ? 1 : 0;
            most[1] += o < -OmegaHistogram.BALANCED + slack ? 1 : 0;
            least[2] += Math.abs(o) < OmegaHistogram.BALANCED - slack ? 1 : 0;
            most[2] += Math.abs(o) < OmegaHistogram.BALANCED + slack ? 1 : 0;
        }
        assertThat(landscape.redundant()).as(what + " redundant").isBetween(least[0], most[0]);
        assertThat(landscape.synergistic()).as(what + " synergistic").isBetween(least[1], most[1]);
        assertThat(landscape.balanced()).as(what + " balanced").isBetween(least[2], most[2]);
    }

    private static void checkRanking(Ranking ranking, BruteForce oracle, int top, int sign, String what) {
        long[] all = oracle.ranking(sign);
        assertThat(ranking.sortedRanks()).as(what).containsExactly(Arrays.copyOf(all, Math.min(top, all.length)));
    }

    private static void checkPerVariable(
            PerVariable found, int n, ScanSettings settings, List<Scored> regular, double slack, String what) {
        double[] sum = new double[n];
        long[] count = new long[n];
        for (Scored x : regular) {
            for (int v : x.nplet()) {
                sum[v] += x.omega() - settings.bias();
                count[v]++;
            }
        }
        for (int v = 0; v < n; v++) {
            assertThat(found.count(v)).as(what).isEqualTo(count[v]);
            if (count[v] > 0) {
                assertThat(found.mean(v)).as(what).isCloseTo(sum[v] / count[v], within(slack));
            }
        }
    }

    private void checkDistribution(
            Distribution found, ScanSettings settings, List<Scored> regular, double mean, double slack, String what) {
        if (!regular.isEmpty()) {
            double variance = regular.stream()
                    .mapToDouble(x -> (x.omega() - settings.bias() - mean) * (x.omega() - settings.bias() - mean))
                    .average()
                    .orElseThrow();
            // A millionth of the variance itself, and what rounding of single values moves at most.
            double rounding = 2 * Math.sqrt(variance) * slack + slack * slack;
            assertThat(found.variance())
                    .as(what)
                    .isCloseTo(variance, within(1e-6 * variance + rounding + cancellation() * slack * (1 + variance)));
        }
        checkHistogram(found.histogram(), settings, regular, what);
    }

    /** Cumulative counts lie between the oracle's at the edges moved by the tolerance. */
    private static void checkHistogram(long[] histogram, ScanSettings settings, List<Scored> regular, String what) {
        long below = 0;
        double[] omegas = regular.stream()
                .mapToDouble(x -> x.omega() - settings.bias())
                .sorted()
                .toArray();
        double[] slacks = {
            tolerance(settings.order())
                    * (1 + regular.stream().mapToDouble(Scored::s).max().orElse(0))
        };
        for (int bin = 0; bin < histogram.length; bin++) {
            below += histogram[bin];
            double edge = OmegaHistogram.edge(bin + 1);
            assertThat(below)
                    .as("%s below %s", what, edge)
                    .isBetween(countBelow(omegas, edge - slacks[0]), countBelow(omegas, edge + slacks[0]));
        }
        assertThat(below).as(what).isEqualTo(regular.size());
    }

    private static long countBelow(double[] sorted, double edge) {
        int i = Arrays.binarySearch(sorted, edge);
        i = i < 0 ? -i - 1 : i;
        while (i < sorted.length && sorted[i] <= edge) {
            i++;
        }
        return i;
    }
}
