package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Regenerates the accuracy table, holds it to its promises and to the checked-in copy. */
class AccuracyReportTest {
    private static final Path REGENERATED = Path.of("target", "accuracy.md");
    private static final Path CHECKED_IN = Path.of("..", "docs", "accuracy.md");

    private static List<AccuracyTable.Row> rows = List.of();

    @BeforeAll
    static void regenerate() throws IOException {
        rows = AccuracyTable.measure(InstalledBackends.all());
        Files.createDirectories(REGENERATED.toAbsolutePath().getParent());
        Files.writeString(REGENERATED, AccuracyTable.text(rows));
    }

    @Test
    void wellConditionedErrorsStayBelowOnePartInATrillion() {
        for (AccuracyTable.Row row : rows) {
            if (row.conditioning == AccuracyTable.Conditioning.WELL) {
                assertThat(row.worst()).as(row.line()).isLessThanOrEqualTo(1e-12);
            }
        }
    }

    @Test
    void errorsGrowNoFasterThanTheConditionNumber() {
        for (AccuracyTable.Row row : rows) {
            double bound = Math.max(1e-12, row.conditioning.number * 0x1p-53);
            assertThat(row.worst()).as(row.line()).isLessThanOrEqualTo(bound);
        }
    }

    /**
     * Rows of the scalar backend must be the same to the last digit, because rankings are the same on every machine only if
     * its routine is. Other backends may do their sums another way: four times the error on record is too much.
     */
    @Test
    void checkedInTableIsUpToDate() throws IOException {
        List<String> recorded = Files.readAllLines(CHECKED_IN);
        String advice = "the checked-in table must be that of this code; if a change is meant, from the root of the"
                + " repository: cp validation/target/accuracy.md docs/accuracy.md";
        for (AccuracyTable.Row row : rows) {
            if (row.backend.equals("scalar")) {
                assertThat(recorded).as(advice).contains(row.line());
            } else {
                List<String> same = recorded.stream()
                        .filter(line -> line.startsWith(row.key()))
                        .toList();
                assertThat(same).as("%s: %s", advice, row.key()).hasSize(1);
                assertThat(row.worst())
                        .as("%s: %s", advice, row.line())
                        .isLessThanOrEqualTo(
                                4 * worst(same.getFirst().substring(row.key().length())));
            }
        }
    }

    /** The largest number in the cells "max / rms | max / rms | ..". */
    private static double worst(String cells) {
        return Pattern.compile("[|/ ]+")
                .splitAsStream(cells.strip())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
    }
}
