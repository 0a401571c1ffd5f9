package org.oinfo.cli.process;

import java.util.List;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.scan.RankBy;

/** Takes rows of a result as soon as they are known. */
public interface FoundRows {
    /** All rows are written when the work is done. */
    FoundRows LATER = new FoundRows() {
        @Override
        public void order(ScanResult result) {}

        @Override
        public void nplets(List<ScoredNplet> next, List<RankBy> more) {}
    };

    /** An order of a scan is finished. */
    void order(ScanResult result);

    /**
     * The next of the given n-plets are scored.
     *
     * @param more measures of their own columns, beside the four
     */
    void nplets(List<ScoredNplet> next, List<RankBy> more);
}
