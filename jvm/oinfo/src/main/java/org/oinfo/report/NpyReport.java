package org.oinfo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.oinfo.ScoredNplet;
import org.oinfo.ScoredNplets;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;

/** The measures of given n-plets as an .npy: float64 [n-plets, 4 + more], tc, dtc, o, s and more measures of a row; NaN where an n-plet is singular. */
public final class NpyReport {
    private static final int COLUMNS = Measure.values().length;
    private static final int ROWS = 4096;

    private NpyReport() {}

    /** Writes the values in the unit of the report. */
    public static void write(MeasuresReport report, OutputStream out) throws IOException {
        List<ScoredNplet> nplets = report.nplets();
        List<RankBy> more = report.more();
        int columns = COLUMNS + more.size();
        out.write(NpyWriter.header(NpyWriter.Type.F8, nplets.size(), columns));
        double[] values = new double[ROWS * columns];
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < nplets.size(); from += ROWS) {
            int to = Math.min(nplets.size(), from + ROWS);
            int count = (to - from) * columns;
            values(nplets, from, to, more, values);
            report.unit().convert(values, count);
            bytes.asDoubleBuffer().put(values, 0, count);
            out.write(bytes.array(), 0, count * Double.BYTES);
        }
    }

    private static void values(List<ScoredNplet> nplets, int from, int to, List<RankBy> more, double[] out) {
        if (nplets instanceof ScoredNplets given && more.isEmpty()) {
            given.values(from, to, out);
            return;
        }
        for (int i = from; i < to; i++) {
            ScoredNplet nplet = nplets.get(i);
            int at = (i - from) * (COLUMNS + more.size());
            System.arraycopy(nplet.measures().values(), 0, out, at, COLUMNS);
            for (int j = 0; j < more.size(); j++) {
                out[at + COLUMNS + j] = MoreColumns.value(more.get(j), nplet);
            }
        }
    }
}
