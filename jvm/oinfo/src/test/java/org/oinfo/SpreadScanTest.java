package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.PartialResult;
import org.oinfo.scan.spread.SentScan;
import org.oinfo.scan.verify.Verification;
import org.oinfo.scan.verify.Verify;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.Gathering;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.SentBackend;
import org.oinfo.spread.SentWork;

/** Scans whose pieces are gone through in any order and groups, some twice, and not all. */
class SpreadScanTest {
    private static final int N = 80;
    private static final long SEED = 11;

    /** A cluster that is this thread: a piece at a time, shuffled, each third twice. */
    private static final class Shuffling implements Cluster {
        private final Random random = new Random(SEED);
        private final int most;
        private int pieces;

        Shuffling(int most) {
            this.most = most;
        }

        @Override
        public void run(SentWork work, DoubleSupplier seconds, Pieces todo, Gathering gathering) {
            PieceWorker worker = work.open();
            List<Pieces> cut = new ArrayList<>();
            for (long from = 0; from < todo.count(); from++) {
                cut.add(todo.slice(from, 1));
            }
            Collections.shuffle(cut, random);
            for (Pieces lot : cut.subList(0, Math.min(most, cut.size()))) {
                byte[] found = Objects.requireNonNull(worker.run(lot, 1, Monitor.NONE));
                gathering.found(found);
                if (pieces++ % 3 == 0) {
                    gathering.found(found);
                }
            }
        }
    }

    private static OInformation info(OInformationOptions options) {
        Random random = new Random(SEED);
        double[][] x = new double[200][N];
        for (double[] row : x) {
            double shared = random.nextGaussian();
            for (int i = 0; i < N; i++) {
                row[i] = Math.rint(4 * (random.nextGaussian() + shared * (i % 4) / 4));
            }
        }
        return OInformation.ofSamples(x, options);
    }

    private static String bits(ScanResult result) {
        RankedLandscape found = RankedLandscape.byOmega(result.landscape());
        PartialResult part = new PartialResult(new PiecePlan(PiecePlan.Kind.BLOCKS, 1, 1), Pieces.of(0, 1), found);
        ByteBuffer out = ByteBuffer.allocate((int) part.bytes());
        part.write(out);
        return HexFormat.of().formatHex(out.array()) + result.smallest() + result.largest();
    }

    private static List<String> bits(List<ScanResult> results) {
        return results.stream().map(SpreadScanTest::bits).toList();
    }

    @ParameterizedTest
    @CsvSource({"extremes,o,5", "plain,o,5", "full,o,5", "plain,tc,5", "full,delta3,5", "extremes,s,5"})
    void theBitsAreThoseOfOneMachine(String level, String measure, int order) {
        OInformation alone = info(OInformationOptions.defaults()
                .withLevel(Level.valueOf(level.toUpperCase(Locale.ROOT)))
                .withRankBy(Combination.parse(measure))
                .withTop(7));
        OInformation spread = alone.withCluster(new Shuffling(Integer.MAX_VALUE));
        ScanResult result = spread.scan(order);
        assertThat(result.partial()).isFalse();
        assertThat(bits(result)).isEqualTo(bits(alone.scan(order)));
    }

    @Test
    void severalOrdersGoInOneWalk() {
        double[][] x = new double[100][24];
        Random random = new Random(SEED);
        for (double[] row : x) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian() + (i > 0 ? row[i - 1] : 0) / 2;
            }
        }
        OInformation alone = OInformation.ofSamples(x);
        List<Integer> orders = List.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertThat(alone.scans().oneWalk(orders)).isTrue();
        assertThat(bits(alone.withCluster(new Shuffling(Integer.MAX_VALUE)).scan(orders, Monitor.NONE)))
                .isEqualTo(bits(alone.scan(orders, Monitor.NONE)));
    }

    @ParameterizedTest
    @CsvSource({"o,5", "tc,5"})
    void anyMachineGoesOnFromAJournal(String measure, int order, @TempDir Path folder) {
        OInformation alone =
                info(OInformationOptions.defaults().withLevel(Level.FULL).withRankBy(Combination.parse(measure)));
        Path file = folder.resolve("journal");
        // A piece of the middle here and there; then this machine, stopped at once; then the cluster again; then this
        // machine.
        resume(alone.withCluster(new Shuffling(2)), order, file, Monitor.NONE);
        AtomicInteger left = new AtomicInteger(3);
        resume(alone, order, file, progress -> left.getAndDecrement() > 0);
        resume(alone.withCluster(new Shuffling(2)), order, file, Monitor.NONE);
        ScanResult last = resume(alone, order, file, Monitor.NONE);
        assertThat(last.partial()).isFalse();
        assertThat(bits(last)).isEqualTo(bits(alone.scan(order)));
    }

    private static ScanResult resume(OInformation info, int order, Path file, Monitor monitor) {
        try (ResumableScan scan = info.scans().resumable(List.of(order), file)) {
            return scan.run(monitor).getFirst();
        }
    }

    @Test
    void theProgressIsThatOfAllPieces() {
        List<Long> done = new ArrayList<>();
        OInformation info = info(OInformationOptions.defaults());
        info.withCluster(new Shuffling(Integer.MAX_VALUE)).scan(5, progress -> done.add(progress.done()));
        assertThat(done).isSorted().first().isEqualTo(0L);
        assertThat(done.getLast()).isEqualTo(info.scans().total(5));
    }

    @Test
    void aMachineThatCannotIsRefused() {
        OInformation info = info(OInformationOptions.defaults().withBackend("scalar"));
        Cluster other = (work, seconds, todo, gathering) -> {
            SentScan scan = (SentScan) work;
            new SentScan(new SentBackend("simd", 99), scan.variables(), scan.correlations(), scan.nothing()).open();
        };
        assertThatThrownBy(() -> info.withCluster(other).scan(3))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("the backend simd must have vectors of 99 bits: found ");
    }

    @Test
    void whatCannotBeSentIsRefused() {
        OInformationOptions discrete = OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults().withEstimator(Estimator.DISCRETE));
        Cluster none = new Shuffling(0);
        assertThatThrownBy(() -> info(discrete).withCluster(none).scan(3))
                .hasMessage("a scan on a cluster must be of correlations, on processors: found another estimator, or"
                        + " groups; run it on this machine alone");
    }

    /** What other machines found carries the sum of determinants. */
    @ParameterizedTest
    @ValueSource(strings = {"o", "tc"})
    void isVerifiedAsAWhole(String measure) {
        OInformation alone =
                info(OInformationOptions.defaults().withVerify(Verify.ALWAYS).withRankBy(Combination.parse(measure)));
        ScanResult result = alone.withCluster(new Shuffling(Integer.MAX_VALUE)).scan(4);
        Verification verification = Objects.requireNonNull(result.verification());
        assertThat(verification.outcome()).isEqualTo(Verification.Outcome.VERIFIED);
        assertThat(verification.found()).isEqualTo(alone.scan(4).landscape().determinants());
    }
}
