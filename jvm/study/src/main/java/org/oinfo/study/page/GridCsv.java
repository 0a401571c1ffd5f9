package org.oinfo.study.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;

/** A grid of studies as comma-separated values: a line for each claim in each cell. */
public final class GridCsv {
    private GridCsv() {}

    /** Writes the lines; {@code out} is flushed and stays open. */
    public static void write(List<CellResult> cells, Writer out) throws IOException {
        // Not closed: the writer belongs to the caller.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("images", "network", "condition", "claim", "verdict", "number");
        for (CellResult cell : cells) {
            for (Claim claim : cell.result().claims()) {
                csv.writeRecord(
                        cell.data(),
                        cell.network(),
                        cell.condition(),
                        claim.claim(),
                        Judgement.word(claim.verdict()),
                        claim.figure());
            }
        }
        csv.flush();
    }
}
