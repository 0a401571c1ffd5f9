package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

/** Tests that take rows for independent say so of rows that remember the one before. */
class SlowSeriesTest {
    private static final int SAMPLES = 200;
    private static final int COLUMNS = 4;
    private static final String WARNED = "lag-1 autocorrelation up to 0.";

    @TempDir
    private Path folder;

    private String slow = "";
    private String white = "";

    @BeforeEach
    void data() throws IOException {
        slow = TestData.write(folder, "slow.csv", series(0.9, 7));
        white = TestData.write(folder, "white.csv", series(0, 8));
    }

    /** Autoregressive series, independent of each other. */
    private static String series(double memory, long seed) {
        Random random = new Random(seed);
        double[] now = new double[COLUMNS];
        StringBuilder rows = new StringBuilder();
        for (int t = 0; t < SAMPLES; t++) {
            for (int i = 0; i < COLUMNS; i++) {
                now[i] = memory * now[i] + random.nextGaussian();
                rows.append(i == 0 ? "" : ",").append(now[i]);
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    private String warnings(String line) {
        Command done =
                Command.run(line.replace("SLOW", slow).replace("WHITE", white).split(" "));
        assertThat(done.code()).describedAs(done.err()).isZero();
        return done.err();
    }

    @Test
    void intervalsOfSingleRowsAreTooNarrow() throws IOException {
        String nplets = TestData.write(folder, "nplets.txt", "0,1,2\n");
        String line = "bootstrap DATA --nplets " + nplets + " --resamples 39";
        assertThat(warnings(line.replace("DATA", "SLOW")))
                .contains(WARNED)
                .contains(
                        "in column 0, column 1, column 2, column 3; single rows drawn again lack that memory, and intervals are too narrow:"
                                + " see --block\n");
        assertThat(warnings(line.replace("DATA", "SLOW") + " --block 20")).doesNotContain(WARNED);
        assertThat(warnings(line.replace("DATA", "WHITE"))).doesNotContain(WARNED);
    }

    @Test
    void soAreThoseOfDrawnDataSets() {
        assertThat(warnings("resample SLOW --resamples 39"))
                .contains(WARNED)
                .contains("; samples that are drawn one by one lack that memory, and intervals are too narrow\n");
        assertThat(warnings("resample WHITE --resamples 39")).doesNotContain(WARNED);
    }

    @Test
    void rowsThatAreExchangedLackTheMemory() {
        assertThat(warnings("compare SLOW WHITE --permutations 19"))
                .contains("slow.csv: " + WARNED)
                .doesNotContain("white.csv: " + WARNED);
        assertThat(warnings("compare WHITE WHITE --permutations 19")).doesNotContain(WARNED);
    }

    /** Where the target forgets, it may be permuted; where the sources do, too. */
    @Test
    void targetAndSourcesMustBothBeSlow() throws IOException {
        StringBuilder blocks = new StringBuilder();
        for (int t = 0; t < SAMPLES; t++) {
            blocks.append(t * 4 / SAMPLES % 2 == 0 ? "rest" : "task").append('\n');
        }
        String classes = TestData.write(folder, "classes.csv", blocks.toString());
        String line = "target DATA --target TARGET --order 2 --permutations 19";
        assertThat(warnings(line.replace("DATA", "SLOW").replace("TARGET", "0")))
                .contains(WARNED);
        assertThat(warnings(line.replace("DATA", "SLOW").replace("TARGET", classes)))
                .contains(
                        "the target is slow, too: where rows follow each other in time, a permuted target lacks that memory");
        assertThat(warnings(line.replace("DATA", "WHITE").replace("TARGET", classes)))
                .doesNotContain(WARNED);
        assertThat(warnings("target SLOW --target 0 --order 2")).doesNotContain(WARNED);
    }

    /** z = |n| sign(x y): no correlation of any pair, and yet three columns that determine each other. */
    @ParameterizedTest
    @ValueSource(strings = {"shuffle", "tree"})
    void aNullTestTellsOfWhatNoCorrelationSees(String surrogate) throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder();
        for (int t = 0; t < 500; t++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            rows.append(x).append(',').append(y).append(',');
            rows.append(Math.abs(random.nextGaussian()) * Math.signum(x * y)).append('\n');
        }
        String data = TestData.write(folder, "sign.csv", rows.toString());
        assertThat(warnings("null " + data + " --surrogates 39 --surrogate " + surrogate))
                .contains("dependence that is not monotone: 1 triplet, strongest 0;1;2");
    }
}
