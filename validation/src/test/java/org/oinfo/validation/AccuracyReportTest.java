package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.simd.SimdBackend;

/** Regenerates the accuracy table, holds it to its promises and to the checked-in copy. */
@Tag("long")
class AccuracyReportTest {
    private static final Path REGENERATED = Path.of("target", "accuracy.md");
    private static final Path CHECKED_IN = Path.of("..", "docs", "accuracy.md");
    private static final String ADVICE =
            "the checked-in table must be that of this code; if a change is meant, from the root"
                    + " of the repository: cp validation/target/accuracy.md docs/accuracy.md";

    private static List<MeasuresAccuracy.Row> measures = List.of();
    private static List<ScanAccuracy.Row> scans = List.of();

    @BeforeAll
    static void regenerate() throws IOException {
        measures = MeasuresAccuracy.measure(InstalledBackends.all());
        scans = ScanAccuracy.measure();
        Files.createDirectories(REGENERATED.toAbsolutePath().getParent());
        Files.writeString(REGENERATED, text());
    }

    private static String text() {
        return """
                # Accuracy

                Errors in nats against a calculation from the definition with 50 decimal digits. Every error is scaled by
                1 + S, because Omega is a difference of two quantities whose sum is S.

                Matrices are random with java.util.Random; the seed of a row is %d + 1000 c + order, c = 3, 4, 6, 9, 12
                for the five classes of condition numbers, and of the i-th matrix of a scan 100 i more. Only additions,
                products, quotients, square roots, fused multiply-adds and StrictMath are used, in an order that the lane
                width alone decides, so the digits do not depend on the machine; where its vectors are shorter, the JDK
                emulates. Made by `mvn verify` in validation/target/accuracy.md; docs/accuracy.md is a copy, and a test
                compares the two.

                """.formatted(Conditioning.SEED) + MeasuresAccuracy.text(measures) + "\n" + ScanAccuracy.text(scans);
    }

    @Test
    void errorsOfMeasuresGrowNoFasterThanTheConditionNumber() {
        for (MeasuresAccuracy.Row row : measures) {
            assertThat(row.worst()).as(row.line()).isLessThanOrEqualTo(row.conditioning.bound());
        }
    }

    @Test
    void errorsOfMeansGrowNoFasterThanTheConditionNumber() {
        for (ScanAccuracy.Row row : scans) {
            for (double error : row.worst()) {
                assertThat(error).as(row.line()).isLessThanOrEqualTo(row.conditioning.bound());
            }
        }
    }

    @Test
    void measuresHaveTheSameBitsAtEveryLaneWidth() {
        for (MeasuresAccuracy.Row row : measures) {
            assertThat(row.differing).as(row.line()).isZero();
        }
    }

    /** The figures of the machine's own width are in the table too, under its number of bits. */
    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void scansHaveTheBitsOfTheirLaneWidth(Conditioning conditioning) {
        int bits = SimdBackend.lanes() * Double.SIZE;
        assumeThat(bits).isIn(SimdWidths.ALL);
        Backend machines = new SimdBackend();
        Backend forced = SimdWidths.of(bits);
        for (ScanCase scans : ScanCase.all()) {
            CorrelationMatrix r = scans.matrix(conditioning, 1);
            for (Level level : scans.levels()) {
                assertThat(scans.scan(machines, r, level).sum())
                        .as("%s, %s", scans, level)
                        .isEqualTo(scans.scan(forced, r, level).sum());
            }
        }
    }

    /**
     * Figures of the scalar backend must be the same to the last digit, because rankings are the same on every machine only if
     * its routine is. Other backends may do their sums another way: four times the error on record is too much.
     */
    @Test
    void checkedInTableIsUpToDate() throws IOException {
        List<String> recorded = Files.readAllLines(CHECKED_IN);
        for (MeasuresAccuracy.Row row : measures) {
            List<String> cells = recordedCells(recorded, row.key());
            if (row.backend.equals("scalar")) {
                assertThat(recorded).as(ADVICE).contains(row.line());
            } else {
                assertThat(row.worst())
                        .as("%s: %s", ADVICE, row.line())
                        .isLessThanOrEqualTo(4
                                * cells.stream()
                                        .mapToDouble(c -> worst(c))
                                        .max()
                                        .orElseThrow());
            }
        }
        for (ScanAccuracy.Row row : scans) {
            List<String> cells = recordedCells(recorded, row.key());
            assertThat(row.cell(0)).as("%s: %s", ADVICE, row.key()).isEqualTo(cells.getFirst());
            for (int v = 1; v < cells.size(); v++) {
                assertThat(row.worst()[v])
                        .as("%s: %s, column %d", ADVICE, row.line(), v)
                        .isLessThanOrEqualTo(4 * Math.max(0x1p-53, worst(cells.get(v))));
            }
        }
    }

    /** The figures of the only line that begins with a key. */
    private static List<String> recordedCells(List<String> recorded, String key) {
        List<String> same =
                recorded.stream().filter(line -> line.startsWith(key)).toList();
        assertThat(same).as("%s: %s", ADVICE, key).hasSize(1);
        return Pattern.compile("[|]")
                .splitAsStream(same.getFirst().substring(key.length()).strip())
                .map(String::strip)
                .toList();
    }

    /** The larger number of a cell "max / rms". */
    private static double worst(String cell) {
        return Pattern.compile(" / ")
                .splitAsStream(cell)
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
    }
}
