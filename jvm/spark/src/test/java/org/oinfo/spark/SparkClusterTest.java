package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.PartialResult;

/** The library's call, on two threads of this process that Spark leads. */
class SparkClusterTest {
    /** Two blocks of order 5. */
    private static final int N = 60;

    private static SparkContext context;

    @BeforeAll
    static void begin() {
        context = LocalSpark.start();
    }

    @AfterAll
    static void end() {
        context.stop();
    }

    private static OInformation info(int n, OInformationOptions options) {
        Random random = new Random(7);
        double[][] x = new double[120][n];
        for (double[] row : x) {
            double shared = random.nextGaussian();
            for (int i = 0; i < n; i++) {
                row[i] = random.nextGaussian() + shared * (i % 4) / 4;
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

    @ParameterizedTest
    @CsvSource({"extremes,o", "plain,o", "full,o", "plain,tc", "full,delta3"})
    void theBitsAreThoseOfOneMachine(String level, String measure) {
        OInformation alone = info(
                N,
                OInformationOptions.defaults()
                        .withLevel(Level.valueOf(level.toUpperCase(Locale.ROOT)))
                        .withRankBy(Combination.parse(measure)));
        ScanResult spread = alone.withCluster(SparkCluster.of(context)).scan(5);
        assertThat(spread.partial()).isFalse();
        assertThat(bits(spread)).isEqualTo(bits(alone.scan(5)));
    }

    @Test
    void severalOrdersGoInOneWalk() {
        OInformation alone = info(24, OInformationOptions.defaults());
        List<Integer> orders = List.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertThat(alone.scans().oneWalk(orders)).isTrue();
        List<ScanResult> spread = alone.withCluster(SparkCluster.of(context)).scan(orders, Monitor.NONE);
        assertThat(spread.stream().map(SparkClusterTest::bits))
                .isEqualTo(alone.scan(orders, Monitor.NONE).stream()
                        .map(SparkClusterTest::bits)
                        .toList());
    }

    @Test
    void aMonitorSeesAllAndMayStopIt() {
        OInformation alone = info(N, OInformationOptions.defaults());
        AtomicLong done = new AtomicLong();
        alone.withCluster(SparkCluster.of(context)).scan(5, progress -> {
            done.set(progress.done());
            return true;
        });
        assertThat(done.get()).isEqualTo(alone.scans().total(5));
        ScanResult none = alone.withCluster(SparkCluster.of(context)).scan(5, progress -> false);
        assertThat(none.partial()).isTrue();
        assertThat(none.landscape().total()).isZero();
    }
}
