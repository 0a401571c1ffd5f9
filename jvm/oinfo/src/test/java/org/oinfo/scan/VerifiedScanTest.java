package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verification.Outcome;
import org.oinfo.scan.verify.VerificationFailedException;
import org.oinfo.scan.verify.Verifier;

/** Scans that prove themselves complete, and each kind of fault, which must be seen and located. */
class VerifiedScanTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);
    private static final int N = 17;
    private static final int ORDER = 4;
    private static final long TOTAL = 2380;
    private static final CorrelationMatrix R = TestMatrices.measured(N, 21);
    private static final long BLOCK = 200;

    /** What a kernel does in place of scanning a range; the blocks of {@link #R} begin at multiples of some 200 ranks. */
    private interface Fault {
        void scan(ScanKernel sound, long from, long to, Landscape into);
    }

    private static Backend faulty(Fault fault) {
        return new ForwardingBackend(BACKEND) {
            @Override
            public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
                ScanKernel sound = BACKEND.scan(r, settings);
                return new ScanKernel() {
                    @Override
                    public void scan(long from, long to, Landscape into) {
                        fault.scan(sound, from, to, into);
                    }

                    @Override
                    public void close() {
                        sound.close();
                    }
                };
            }
        };
    }

    private static ScanSettings settings(int order, Level level) {
        return new ScanSettings(order, level, 9, 1e-3).withDeterminants(level.counts());
    }

    private static Verification verify(Backend backend, CorrelationMatrix r, ScanSettings settings) {
        return verify(new GaussianScorer(backend, r), settings, Checkpoint.NONE);
    }

    private static Verification verify(GaussianScorer scores, ScanSettings settings, Checkpoint checkpoint) {
        BlockGrid grid = new BlockGrid(scores.variables(), settings.order(), BLOCK);
        ExhaustiveScan scan = new ExhaustiveScan(scores, settings, grid, Long.MAX_VALUE / 4);
        return new Verifier(scores, scan.ledger()).verify(scan.run(2, Monitor.NONE, checkpoint));
    }

    private static void fails(Fault fault, Level level, String... said) {
        assertThatThrownBy(() -> verify(faulty(fault), R, settings(ORDER, level)))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessageContainingAll(said)
                .hasMessageStartingWith("the scan of order 4 is wrong: ")
                .hasMessageEndingWith("; do not use its result, and run it again on another backend or machine");
    }

    static Stream<CorrelationMatrix> matrices() {
        return Stream.of(
                R,
                TestMatrices.factors(N, 3),
                TestMatrices.duplicate(N, 7),
                TestMatrices.equicorrelated(N, 0),
                TestMatrices.equicorrelated(N, 0.5),
                TestMatrices.equicorrelated(N, 0.99));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void aSoundScanIsVerified(CorrelationMatrix r) {
        double[] exact = new double[6];
        for (int order = 2; order <= 5; order++) {
            exact[order] = ExactMinors.sum(r, order);
        }
        for (String backend : List.of(Backends.AUTO, "simd", "scalar")) {
            for (int order = 2; order <= 5; order++) {
                for (Level level : List.of(Level.PLAIN, Level.FULL)) {
                    Verification found = verify(Backends.open(backend), r, settings(order, level));
                    assertThat(found.outcome()).as(found.text()).isIn(Outcome.VERIFIED, Outcome.UNDECIDED);
                    assertThat(found.deviation()).isLessThanOrEqualTo(found.bound());
                    assertThat(found.expected()).isCloseTo(exact[order], within(found.bound()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void orders(int order) {
        Verification found = verify(BACKEND, R, settings(order, Level.PLAIN));
        assertThat(found.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(found.text())
                .startsWith("verified: sum of determinants ")
                .contains("deviation ")
                .contains("bound ");
        // A bound that is worth something: 11 digits.
        assertThat(found.bound()).isLessThan(1e-11 * found.expected());
    }

    @Test
    void whereTheBoundIsTooLargeItSaysSo() {
        Verification found = verify(BACKEND, TestMatrices.equicorrelated(N, 1 - 1e-7), settings(5, Level.PLAIN));
        assertThat(found.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(found.text()).startsWith("cannot be verified: bound ");
        assertThat(10 * found.bound()).isGreaterThan(found.smallest());
    }

    @Test
    void aLostBlock() {
        fails(
                (kernel, from, to, into) -> {
                    if (from == 0) {
                        into.addCounts(to - from, 0, 0);
                    } else {
                        kernel.scan(from, to, into);
                    }
                },
                Level.PLAIN,
                "the determinants of all n-plets must add up to ",
                "ranks 0 to 273 must add up to ",
                " and add up to 0");
    }

    @Test
    void aLostBlockThatIsNotCountedEither() {
        fails(
                (kernel, from, to, into) -> {
                    if (from != 0) {
                        kernel.scan(from, to, into);
                    }
                },
                Level.PLAIN,
                "every n-plet must be counted once: ranks 0 to 273 hold 0 n-plets");
    }

    @Test
    void aDoubledBlock() {
        fails(
                (kernel, from, to, into) -> {
                    kernel.scan(from, to, into);
                    if (from == 0) {
                        kernel.scan(from, to, into);
                    }
                },
                Level.FULL,
                "ranks 0 to 273 hold 548 n-plets");
    }

    @Test
    void aBlockInThePlaceOfAnother() {
        fails(
                (kernel, from, to, into) -> kernel.scan(from == 0 ? TOTAL - to : from, from == 0 ? TOTAL : to, into),
                Level.PLAIN,
                "ranks 0 to 273 must add up to ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "FULL"})
    void aHalfDoneBlock(Level level) {
        fails(
                (kernel, from, to, into) -> {
                    long end = from == 0 ? to / 2 : to;
                    kernel.scan(from, end, into);
                    into.addCounts(to - end, 0, 0);
                },
                level,
                "ranks 0 to 273 must add up to ");
    }

    @Test
    void blocksThatAreLostWhenTheyAreMerged() {
        GaussianScorer scores = new GaussianScorer(BACKEND, R);
        ScanSettings settings = settings(ORDER, Level.PLAIN);
        ExhaustiveScan scan = new ExhaustiveScan(scores, settings, new BlockGrid(N, ORDER, BLOCK), Long.MAX_VALUE / 4);
        Landscape whole = scan.run(1, Monitor.NONE);
        Landscape some = Landscape.empty(N, settings);
        try (ScanKernel kernel = BACKEND.scan(R, settings)) {
            kernel.scan(274, TOTAL, some);
        }
        Verifier verifier = new Verifier(scores, scan.ledger());
        assertThat(verifier.verify(whole).outcome()).isEqualTo(Outcome.VERIFIED);
        assertThatThrownBy(() -> verifier.verify(some))
                .hasMessageContaining("blocks hold 2,380 n-plets, but 2,106 were merged: some were lost or doubled");
        // The same number, but not the same n-plets.
        try (ScanKernel kernel = BACKEND.scan(R, settings)) {
            kernel.scan(2000, 2274, some);
        }
        assertThatThrownBy(() -> verifier.verify(some))
                .hasMessageContaining("every block by itself is right, so blocks were lost or doubled");
    }

    /** Each row {A, p, *} ends with the determinant of a lane that is padding: an uncorrelated variable. */
    @Test
    void aTailThatCountsAPaddedLane() {
        fails(
                (kernel, from, to, into) -> {
                    kernel.scan(from, to, into);
                    eachRowThatEnds(
                            from,
                            to,
                            nplet -> into.addDeterminants(ExactMinors.minor(R, nplet[0], nplet[1], nplet[2])
                                    .doubleValue()));
                },
                Level.PLAIN,
                "ranks 0 to 273 must add up to ",
                " and 4 more blocks");
    }

    /** The last n-plet of each row is dropped. */
    @Test
    void aTailThatDropsTheLastLane() {
        fails(
                (kernel, from, to, into) -> {
                    kernel.scan(from, to, into);
                    eachRowThatEnds(
                            from,
                            to,
                            nplet -> into.addDeterminants(
                                    -ExactMinors.minor(R, nplet).doubleValue()));
                },
                Level.FULL,
                "ranks 0 to 273 must add up to ");
    }

    private static void eachRowThatEnds(long from, long to, Consumer<int[]> taker) {
        Combinations combinations = new Combinations(N, ORDER);
        int[] nplet = new int[ORDER];
        for (long rank = from; rank < to; rank++) {
            combinations.unrank(rank, nplet);
            if (nplet[ORDER - 1] == N - 1) {
                taker.accept(nplet);
            }
        }
    }

    /** A bit of one correlation in the copy of a device: from 2^-30 of its size on it is seen. */
    @ParameterizedTest
    @ValueSource(ints = {63, 62, 52, 51, 45, 40, 30, 22})
    void aFlippedBitInACopyOfTheMatrix(int bit) {
        double[] copy = R.array().clone();
        int at = 3 * N + 11;
        copy[at] = Double.longBitsToDouble(Double.doubleToLongBits(copy[at]) ^ (1L << bit));
        if (!(Math.abs(copy[at]) <= 1)) {
            copy[at] = Math.clamp(copy[at], -1, 1);
        }
        copy[11 * N + 3] = copy[at];
        CorrelationMatrix flipped = CorrelationMatrix.wrap(N, copy);
        Backend bad = new ForwardingBackend(BACKEND) {
            @Override
            public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
                return BACKEND.scan(flipped, settings);
            }
        };
        assertThatThrownBy(() -> verify(bad, R, settings(ORDER, Level.PLAIN)))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessageContaining("the determinants of all n-plets must add up to ");
    }

    /** A journal of other correlations, whose landscape has all the counts it should have. */
    @Test
    void aWrongResume() {
        ScanSettings settings = settings(ORDER, Level.PLAIN);
        Landscape others = Landscape.empty(N, settings);
        try (ScanKernel kernel = BACKEND.scan(TestMatrices.measured(N, 22), settings)) {
            kernel.scan(0, new BlockGrid(N, ORDER, BLOCK).start(3), others);
        }
        assertThatThrownBy(() -> verify(new GaussianScorer(BACKEND, R), settings, resumed(3, others)))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessageContaining("ranks 0 to 650 must add up to ")
                .hasMessageNotContaining("ranks 651 ");
    }

    @Test
    void aSoundResumeIsVerifiedAsAWhole() {
        ScanSettings settings = settings(ORDER, Level.PLAIN);
        Landscape first = Landscape.empty(N, settings);
        try (ScanKernel kernel = BACKEND.scan(R, settings)) {
            kernel.scan(0, new BlockGrid(N, ORDER, BLOCK).start(3), first);
        }
        Verification found = verify(new GaussianScorer(BACKEND, R), settings, resumed(3, first));
        assertThat(found.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(found.blocks()).isEqualTo(12);
    }

    private static Checkpoint resumed(long pieces, Landscape kept) {
        return new Checkpoint() {
            @Override
            public @Nullable Kept kept() {
                return new Kept(Pieces.of(0, pieces), List.of(RankedLandscape.byOmega(kept)));
            }

            @Override
            public void reached(Pieces reached, List<RankedLandscape> found, boolean last) {}
        };
    }

    @Test
    void aScanThatWasStoppedIsNotVerified() {
        GaussianScorer scores = new GaussianScorer(BACKEND, R);
        ExhaustiveScan scan =
                new ExhaustiveScan(scores, settings(ORDER, Level.PLAIN), new BlockGrid(N, ORDER, BLOCK), BLOCK / 4);
        Landscape partial = scan.run(1, progress -> progress.done() < 700);
        assertThat(partial.total()).isLessThan(TOTAL);
        Verification found = new Verifier(scores, scan.ledger()).verify(partial);
        assertThat(found.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(found.text()).isEqualTo("not verified: the scan was stopped");
    }

    @Test
    void extremesAreVerifiedByASample() {
        Verification found = verify(BACKEND, R, settings(ORDER, Level.EXTREMES));
        assertThat(found.outcome()).isEqualTo(Outcome.SAMPLED);
        assertThat(found.sampled()).isEqualTo(1);
        assertThat(found.text()).startsWith("verified (sampled: 1 of 12 blocks, redone in double): deviation ");
        assertThat(Verifier.byDefault(4, false, 1023)).isFalse();
        assertThat(Verifier.byDefault(4, false, 1024)).isTrue();
        assertThat(Verifier.byDefault(3, false, 4096)).isFalse();
        assertThat(Verifier.byDefault(5, true, 4096)).isFalse();
    }

    /** All blocks lose their rankings, so the sampled one does. */
    @Test
    void extremesThatLoseCandidates() {
        fails(
                (kernel, from, to, into) -> {
                    if (into.settings().level() == Level.EXTREMES) {
                        into.addUncounted(to - from);
                    } else {
                        kernel.scan(from, to, into);
                    }
                },
                Level.EXTREMES,
                "0 of their n-plets are ranked at the smallest end, but others when they are done again");
    }

    @Test
    void extremesThatAreNotAllCounted() {
        fails(
                (kernel, from, to, into) -> kernel.scan(from, Math.max(from, to - 1), into),
                Level.EXTREMES,
                "every n-plet must be counted once: ranks 0 to 273 hold 273 n-plets");
    }

    /** What is done again has the same wrong correlations, but plain elimination has not. */
    @Test
    void extremesOfABadDevice() {
        Backend bad = new ForwardingBackend(BACKEND) {
            @Override
            public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
                return BACKEND.scan(TestMatrices.measured(N, 23), settings);
            }
        };
        assertThatThrownBy(() -> verify(bad, R, settings(ORDER, Level.EXTREMES)))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessageContaining("done again, their determinants must add up to ");
    }
}
