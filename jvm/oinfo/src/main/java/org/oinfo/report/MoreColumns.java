package org.oinfo.report;

import java.util.List;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;

/** The columns that n-plets have beside the four measures: combinations of them. */
final class MoreColumns {
    private MoreColumns() {}

    /** Of a scan: what it ranked by, unless that is among the four. */
    static List<RankBy> of(ScanResult result) {
        return result.rankedBy() instanceof Measure ? List.of() : List.of(result.rankedBy());
    }

    /** Of any report; all orders of a scan are ranked alike. */
    static List<RankBy> of(Report report) {
        return switch (report) {
            case ScanReport scan ->
                scan.orders().isEmpty() ? List.of() : of(scan.orders().getFirst());
            case MeasuresReport measures -> measures.more();
            case Listing listing -> List.of();
        };
    }

    /** The value of an n-plet, nats; NaN where it is singular. */
    static double value(RankBy column, ScoredNplet nplet) {
        return nplet.measures().singular() ? Double.NaN : column.of(nplet.tc(), nplet.dtc(), nplet.o(), nplet.s());
    }
}
