package org.oinfo.spark.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ReadCheck;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.data.options.MissingPolicy;

/**
 * A stretch of the rows of all parts, read through a window of some 8 MB that moves on: for readers that go from the first row to the
 * last, however often.
 */
public final class PartSamples implements Samples {
    private static final int WINDOW_VALUES = 1 << 20;

    private final Parts parts;
    private final long first;
    private final int rows;
    private final Configuration conf;
    private final int windowRows;

    private double[] window = {};
    private int windowFrom = -1;
    private @Nullable Part part;
    private @Nullable PartRows open;

    /**
     * Some of the rows of all parts.
     *
     * @param from the first
     * @param to one past the last
     */
    public PartSamples(Parts parts, long from, long to, Configuration conf) {
        this.parts = parts;
        this.first = from;
        this.rows = (int) (to - from);
        this.conf = conf;
        this.windowRows = Math.clamp(WINDOW_VALUES / parts.originals(), 1, Math.max(1, rows));
    }

    @Override
    public int samples() {
        return rows;
    }

    @Override
    public int variables() {
        return parts.variables();
    }

    @Override
    public List<String> names() {
        return parts.names().isEmpty()
                ? List.of()
                : Arrays.stream(parts.columns()).mapToObj(parts.names()::get).toList();
    }

    @Override
    public int[] columns() {
        return parts.columns().clone();
    }

    @Override
    public int originals() {
        return parts.originals();
    }

    @Override
    public List<String> originalNames() {
        return parts.names();
    }

    @Override
    public String source() {
        return parts.location();
    }

    /**
     * As every {@link Samples#read}.
     *
     * @throws org.oinfo.data.BadInputException a value is missing, NaN or infinite
     */
    @Override
    public synchronized void read(int row, int count, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, count, variable, variables, out);
        int n = variables();
        for (int r = 0; r < count; r++) {
            int inWindow = moveTo(row + r) * n + variable;
            System.arraycopy(window, inWindow, out, r * variables, variables);
        }
    }

    /** Has a row in the window; returns where. */
    private int moveTo(int row) {
        int from = row - row % windowRows;
        if (from != windowFrom) {
            windowFrom = -1;
            fill(first + from, Math.min(windowRows, rows - from));
            windowFrom = from;
        }
        return row % windowRows;
    }

    private void fill(long from, int count) {
        int n = variables();
        window = window.length >= count * n ? window : new double[count * n];
        for (int done = 0; done < count; ) {
            long row = from + done;
            Part of = parts.at(row);
            int here = (int) Math.min(count - done, of.end() - row);
            try {
                open(of).read(row - of.firstRow(), here, window, done * n);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + of.path(), e);
            }
            done += here;
        }
        if (!ReadCheck.isFinite(window, count * n)) {
            refuse(from);
        }
    }

    private void refuse(long from) {
        int at = 0;
        while (Double.isFinite(window[at])) {
            at++;
        }
        long row = from + at / variables();
        Part of = parts.at(row);
        throw MissingPolicy.PARTS.refusal("every value must be finite: " + of.path() + " has " + window[at] + " at row "
                + (row - of.firstRow()) + ", " + Variables.described(parts.columns()[at % variables()], parts.names())
                + " (both count from 0)");
    }

    private PartRows open(Part wanted) throws IOException {
        PartRows now = open;
        if (now == null || !wanted.equals(part)) {
            close();
            now = PartRows.open(wanted, parts.columns(), conf);
            open = now;
            part = wanted;
        }
        return now;
    }

    @Override
    public synchronized void close() {
        PartRows now = open;
        open = null;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a part of " + parts.location(), e);
            }
        }
    }
}
