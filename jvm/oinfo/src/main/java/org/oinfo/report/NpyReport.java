package org.oinfo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.oinfo.ScoredNplet;
import org.oinfo.ScoredTable;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.scan.Measure;

/** The measures of given n-plets as an .npy: float64 [n-plets, 4], tc, dtc, o and s of a row; NaN where an n-plet is singular. */
public final class NpyReport {
    private static final int COLUMNS = Measure.values().length;
    private static final int ROWS = 4096;

    private NpyReport() {}

    /** Writes the values in the unit of the report. */
    public static void write(MeasuresReport report, OutputStream out) throws IOException {
        List<ScoredNplet> nplets = report.nplets();
        out.write(NpyWriter.header(NpyWriter.Type.F8, nplets.size(), COLUMNS));
        double[] values = new double[ROWS * COLUMNS];
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < nplets.size(); from += ROWS) {
            int to = Math.min(nplets.size(), from + ROWS);
            int count = (to - from) * COLUMNS;
            values(nplets, from, to, values);
            report.unit().convert(values, count);
            bytes.asDoubleBuffer().put(values, 0, count);
            out.write(bytes.array(), 0, count * Double.BYTES);
        }
    }

    private static void values(List<ScoredNplet> nplets, int from, int to, double[] out) {
        if (nplets instanceof ScoredTable table) {
            table.values(from, to, out);
            return;
        }
        for (int i = from; i < to; i++) {
            System.arraycopy(nplets.get(i).measures().values(), 0, out, (i - from) * COLUMNS, COLUMNS);
        }
    }
}
