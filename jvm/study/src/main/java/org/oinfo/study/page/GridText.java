package org.oinfo.study.page;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.oinfo.study.claims.GridClaims;
import org.oinfo.study.claims.GridVerdicts;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;

/** A grid of studies in a terminal: what conditions change, and in how many cells each claim held. */
public final class GridText {
    private static final int WORD = 26;

    private GridText() {}

    /** Writes a line for each cell, each condition and each claim. */
    public static void write(List<CellResult> cells, PrintWriter out) {
        for (CellResult cell : cells) {
            out.println(cell.name() + ": accuracy " + GridClaims.accuracy(cell));
        }
        out.println();
        for (Claim claim : new GridClaims(cells).all()) {
            String word = Judgement.word(claim.verdict()).toUpperCase(Locale.ROOT);
            out.println(String.format(Locale.ROOT, "%-" + WORD + "s %s: %s", word, claim.claim(), claim.figure()));
        }
        out.println();
        for (GridVerdicts claim : GridVerdicts.of(cells)) {
            out.println(claim.claim() + ": " + claim.counts());
        }
    }
}
