package org.oinfo.cli.analysis;

import org.oinfo.data.Variables;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Unit;

/**
 * The beginning of every report.
 *
 * @param run how it was made
 * @param variables all columns of the data
 * @param unit unit of the output
 */
public record ReportHead(Provenance run, Variables variables, Unit unit) {
    /**
     * A listing without figures, columns or rows.
     *
     * @param name what the rows are, as JSON calls their array
     */
    public Listing listing(String name) {
        return new Listing(run, variables, unit, name);
    }
}
