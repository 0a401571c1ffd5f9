package org.oinfo.report;

import java.util.List;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Variables;
import org.oinfo.scan.RankBy;

/**
 * The report of given n-plets.
 *
 * @param run how it was made
 * @param variables the variables of the original data
 * @param nplets the n-plets in the order they were given
 * @param unit unit of the output
 * @param more measures of their own columns, beside the four
 * @param threads that may share the writing
 */
public record MeasuresReport(
        Provenance run, Variables variables, List<ScoredNplet> nplets, List<RankBy> more, Unit unit, int threads)
        implements Report {}
