package org.oinfo.bench.report;

import java.util.Formatter;
import java.util.List;

/** Rates at which text becomes samples. */
final class TextTable {
    private TextTable() {}

    static void write(List<Comparison> comparisons, Formatter page) {
        if (comparisons.isEmpty()) {
            return;
        }
        page.format("%n## Reading a table in text%n%nThe library takes the checksum of the file in the same pass.%n%n");
        page.format("| fields | implementation | MB/s | +- | times the best peer |%n|---|---|--:|--:|--:|%n");
        for (Comparison comparison : comparisons) {
            for (Comparison.Row row : comparison.rows()) {
                page.format(
                        "| %s | %s | %.0f | %s | %s |%n",
                        comparison.task(),
                        row.name(),
                        row.rate().perSecond(),
                        Cells.percent(row.rate().spread()),
                        Cells.times(row.timesBestPeer()));
            }
        }
    }
}
