package org.oinfo.study.page;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;

/** A grid of studies in a terminal: each claim with its verdict in each cell. */
public final class GridText {
    private static final int WORD = 26;

    private GridText() {}

    /** Writes what conditions change, then the claims cell by cell. */
    public static void write(List<CellResult> cells, PrintWriter out) {
        for (Claim claim : new GridClaims(cells).all()) {
            line(claim, claim.claim(), out);
        }
        for (CellResult cell : cells) {
            out.println();
            out.println(cell.name() + ": accuracy " + GridClaims.accuracy(cell));
            cell.result().claims().forEach(claim -> line(claim, claim.claim(), out));
        }
    }

    private static void line(Claim claim, String text, PrintWriter out) {
        String word = Judgement.word(claim.verdict()).toUpperCase(Locale.ROOT);
        out.println(String.format(Locale.ROOT, "%-" + WORD + "s %s: %s", word, text, claim.figure()));
    }
}
