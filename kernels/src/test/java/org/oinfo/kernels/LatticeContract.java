package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The duties of every backend's lattice kernel, against a brute-force pass with the canonical routine. */
@Tag("kernel-contract")
public abstract class LatticeContract {
    private static final int TOP = 7;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Whether its vectors are wider than the machine's, so that every operation is emulated with objects. */
    protected boolean emulated() {
        return false;
    }

    static Stream<Systems.Named> systems() {
        // Few variables, one more than fill the lanes and a leaf, several blocks.
        return Stream.of(3, 5, 7, 8, 9, 11, 14).flatMap(Systems::all);
    }

    private record Scored(long rank, double omega, double s) {}

    /** Subsets of a range of blocks, by order; computed once for all tests of a process. */
    private static final Map<Range, List<List<Scored>>> KNOWN = new ConcurrentHashMap<>();

    private record Range(DoubleBuffer r, long from, long to) {}

    @ParameterizedTest
    @MethodSource("systems")
    void allOrders(Systems.Named system) {
        int n = system.r().variables();
        check(system, orders(2, n, TOP, 0), 0, blocks(n));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void someOrdersWithBias(Systems.Named system) {
        int n = system.r().variables();
        check(system, orders(3, Math.min(7, n), TOP, -0.01), 0, blocks(n));
        check(system, List.of(new ScanSettings(3, Level.PLAIN, 1, 0.02)), 0, blocks(n));
        check(
                system,
                List.of(new ScanSettings(n, Level.PLAIN, 1), new ScanSettings(2, Level.PLAIN, 500)),
                0,
                blocks(n));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void someBlocks(Systems.Named system) {
        int n = system.r().variables();
        check(system, orders(2, n, TOP, 0), 0, 0);
        check(system, orders(2, n, TOP, 0), blocks(n) - 1, blocks(n));
        check(system, orders(2, n, TOP, 0), blocks(n) / 3, blocks(n) / 2);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void extremesOfEitherEnd(Systems.Named system) {
        int n = system.r().variables();
        for (Ends ends : Ends.values()) {
            List<ScanSettings> settings = IntStream.rangeClosed(3, n)
                    .mapToObj(k -> new ScanSettings(k, Level.EXTREMES, TOP, 0, ends, Screen.AUTO))
                    .toList();
            check(system, settings, 0, blocks(n));
        }
    }

    @Test
    void moreVariablesThanABlockHas() {
        check(new Systems.Named("samples seed 8", Systems.samples(19, 60, 8)), orders(2, 19, 50, 0), 0, blocks(19));
        check(new Systems.Named("factor seed 9", Systems.factor(18, 0.99, 9)), orders(3, 18, 5, 0), 0, blocks(18));
        check(new Systems.Named("duplicated", Systems.duplicated(18, 9)), orders(3, 18, 5, 0), 0, blocks(18));
    }

    @Test
    void manyMembersInTheHead() {
        // The first blocks of 40 variables: 24 members and more, products of minors beyond the range of doubles.
        for (Systems.Named system : List.of(
                new Systems.Named("factor seed 3", Systems.factor(26, 0.999, 3)),
                new Systems.Named("near singular", Systems.nearlyCollinear(26, 3e-4)))) {
            check(system, orders(3, 26, 5, 0), 3, 4);
        }
    }

    @Test
    void aLandscapeThatIsNotEmptyKeepsItsBest() {
        CorrelationMatrix r = Systems.samples(14, 40, 3);
        List<ScanSettings> settings = orders(3, 14, 5, 0);
        long blocks = blocks(14);
        Landscape[] whole = empty(14, settings);
        backend().lattice(r, settings).scan(0, blocks, whole);
        Landscape[] first = empty(14, settings);
        LatticeKernel kernel = backend().lattice(r, settings);
        kernel.scan(0, blocks / 2, first);
        Landscape[] second =
                Arrays.stream(first).map(Landscape::emptyForNextRange).toArray(Landscape[]::new);
        kernel.scan(blocks / 2, blocks, second);
        for (int i = 0; i < whole.length; i++) {
            first[i].merge(second[i]);
            assertThat(first[i].mostRedundant().sortedRanks())
                    .containsExactly(whole[i].mostRedundant().sortedRanks());
            assertThat(first[i].mostSynergistic().sortedRanks())
                    .containsExactly(whole[i].mostSynergistic().sortedRanks());
            assertThat(first[i].redundant()).isEqualTo(whole[i].redundant());
        }
    }

    @Test
    void aWalkThatContinuesGivesTheBitsOfOneThatStartsThere() {
        CorrelationMatrix r = Systems.factor(16, 0.99, 3);
        List<ScanSettings> settings = orders(3, 16, TOP, 0);
        LatticeKernel kernel = backend().lattice(r, settings);
        kernel.scan(0, 7, empty(16, settings));
        Landscape[] continued = empty(16, settings);
        kernel.scan(7, 12, continued);
        Landscape[] fresh = empty(16, settings);
        backend().lattice(r, settings).scan(7, 12, fresh);
        for (int i = 0; i < fresh.length; i++) {
            assertThat(continued[i].sum()).isEqualTo(fresh[i].sum());
            assertThat(continued[i].mostRedundant().sortedRanks())
                    .containsExactly(fresh[i].mostRedundant().sortedRanks());
        }
    }

    @Test
    void nothingIsAllocatedPerNplet() {
        assumeFalse(emulated(), "vectors wider than the machine's are emulated");
        CorrelationMatrix r = Systems.samples(14, 120, 7);
        List<ScanSettings> settings = orders(3, 14, 5, 0);
        LatticeKernel kernel = backend().lattice(r, settings);
        Landscape[] into = empty(14, settings);
        kernel.scan(0, 8, into);
        Allocation.assertNothingPerItem(() -> kernel.scan(0, 8, into), 1 << 14);
    }

    private static List<ScanSettings> orders(int from, int to, int top, double bias) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(k -> new ScanSettings(k, Level.PLAIN, top, bias * k))
                .toList();
    }

    private static long blocks(int n) {
        return new LatticeBlocks(n).count();
    }

    private static Landscape[] empty(int n, List<ScanSettings> settings) {
        return settings.stream().map(s -> Landscape.empty(n, s)).toArray(Landscape[]::new);
    }

    private void check(Systems.Named system, List<ScanSettings> settings, long from, long to) {
        int n = system.r().variables();
        Landscape[] landscapes = empty(n, settings);
        backend().lattice(system.r(), settings).scan(from, to, landscapes);
        DoubleBuffer values = DoubleBuffer.wrap(system.r().array()).asReadOnlyBuffer();
        List<List<Scored>> scored =
                KNOWN.computeIfAbsent(new Range(values, from, to), range -> bruteForce(system.r(), from, to));
        for (int i = 0; i < settings.size(); i++) {
            String what = system.name() + " N=" + n + " " + settings.get(i) + " blocks [" + from + "," + to + ")";
            check(landscapes[i], settings.get(i), scored.get(settings.get(i).order()), what);
        }
    }

    /** By order, the canonical values of the subsets whose first variables, as bits, lie in a range counted from above. */
    private static List<List<Scored>> bruteForce(CorrelationMatrix r, long from, long to) {
        int n = r.variables();
        Canonical canonical = new Canonical(r);
        List<List<Scored>> scored = new ArrayList<>();
        List<Combinations> combinations = new ArrayList<>();
        for (int k = 0; k <= n; k++) {
            scored.add(new ArrayList<>());
            combinations.add(new Combinations(n, k));
        }
        LatticeBlocks blocks = new LatticeBlocks(n);
        for (long subset = (blocks.count() - to) * blocks.subsets();
                subset < (blocks.count() - from) * blocks.subsets();
                subset++) {
            int k = Long.bitCount(subset);
            if (k >= 2) {
                int[] nplet = new int[k];
                int at = 0;
                for (int v = 0; v < n; v++) {
                    if ((subset >> (n - 1 - v) & 1) != 0) {
                        nplet[at++] = v;
                    }
                }
                canonical.score(nplet, 0, k);
                scored.get(k).add(new Scored(combinations.get(k).rank(nplet), canonical.o(), canonical.s()));
            }
        }
        return scored;
    }

    private static void check(Landscape landscape, ScanSettings settings, List<Scored> scored, String what) {
        List<Scored> regular =
                scored.stream().filter(x -> !Double.isNaN(x.omega())).toList();
        assertThat(landscape.total()).as(what).isEqualTo(scored.size());
        if (settings.level().counts()) {
            assertThat(landscape.singular()).as(what).isEqualTo(scored.size() - regular.size());
            checkCounts(landscape, settings, regular, what);
            checkMean(landscape, settings, regular, what);
        }
        List<Scored> low = settings.ends().synergistic() ? regular : List.of();
        List<Scored> high = settings.ends().redundant() ? regular : List.of();
        checkRanking(landscape.mostSynergistic(), low, settings.top(), 1, what);
        checkRanking(landscape.mostRedundant(), high, settings.top(), -1, what);
    }

    private static void checkMean(Landscape landscape, ScanSettings settings, List<Scored> regular, String what) {
        double meanS = regular.stream().mapToDouble(Scored::s).average().orElse(0);
        double mean = regular.stream().mapToDouble(Scored::omega).average().orElse(0) - settings.bias();
        if (!regular.isEmpty()) {
            assertThat(landscape.mean()).as(what).isCloseTo(mean, within(tolerance(settings.order()) * (1 + meanS)));
        }
    }

    private static double tolerance(int order) {
        return Math.max(1e-12, Canonical.error(order));
    }

    private static void checkCounts(Landscape landscape, ScanSettings settings, List<Scored> regular, String what) {
        long[] least = new long[2];
        long[] most = new long[2];
        for (Scored x : regular) {
            double slack = tolerance(settings.order()) * (1 + x.s());
            double o = x.omega() - settings.bias();
            least[0] += o > OmegaHistogram.BALANCED + slack ? 1 : 0;
            most[0] += o > OmegaHistogram.BALANCED - slack ? 1 : 0;
            least[1] += o < -OmegaHistogram.BALANCED - slack ? 1 : 0;
            most[1] += o < -OmegaHistogram.BALANCED + slack ? 1 : 0;
        }
        assertThat(landscape.redundant()).as(what + " redundant").isBetween(least[0], most[0]);
        assertThat(landscape.synergistic()).as(what + " synergistic").isBetween(least[1], most[1]);
    }

    private static void checkRanking(Ranking ranking, List<Scored> regular, int top, int sign, String what) {
        long[] expected = regular.stream()
                .sorted(Comparator.<Scored>comparingLong(x -> sign * Ranking.key(x.omega()))
                        .thenComparingLong(Scored::rank))
                .limit(top)
                .mapToLong(Scored::rank)
                .toArray();
        assertThat(ranking.sortedRanks()).as(what).containsExactly(expected);
    }
}
