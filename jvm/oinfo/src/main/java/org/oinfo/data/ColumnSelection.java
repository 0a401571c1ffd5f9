package org.oinfo.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Some of the variables of other samples. Read through, not copied. */
public final class ColumnSelection implements SamplesView {
    /** Columns closer than this are read in one piece: less work than another call for each. */
    private static final int GAP = 8;

    /** Values fetched at a time from the samples behind. */
    private static final int FETCH = 1 << 14;

    private final Samples all;
    private final int[] positions;

    private ColumnSelection(Samples all, int[] positions) {
        this.all = all;
        this.positions = positions;
    }

    /**
     * Samples of the chosen variables only, in ascending order; names and columns follow. Closing them closes {@code samples}.
     *
     * @param samples where the variables are
     * @param columns 0-based positions among the variables of {@code samples}, distinct, in any order, at least 2
     * @throws BadInputException if a position is out of range or given twice, or fewer than 2 are given
     */
    public static Samples select(Samples samples, int[] columns) {
        return ofChecked(samples, checked(columns, samples));
    }

    /** As {@link #select}, with positions from {@link #checked}; all of them leave the samples as they are. */
    public static Samples ofChecked(Samples samples, int[] ascending) {
        return ascending.length == samples.variables() ? samples : new ColumnSelection(samples, ascending);
    }

    /** The positions in ascending order. */
    public static int[] checked(int[] columns, Samples samples) {
        return checked(columns, samples.variables(), samples.source());
    }

    /** The positions in ascending order. */
    public static int[] checked(int[] columns, int variables, String source) {
        int[] ascending = columns.clone();
        Arrays.sort(ascending);
        for (int i = 0; i < ascending.length; i++) {
            if (ascending[i] < 0 || ascending[i] >= variables) {
                throw new BadInputException("a chosen column must lie in 0.." + (variables - 1) + " of " + source
                        + ": found " + ascending[i]);
            }
            if (i > 0 && ascending[i] == ascending[i - 1]) {
                throw new BadInputException(
                        "each column of " + source + " may be chosen once: found column " + ascending[i] + " twice");
            }
        }
        if (ascending.length < 2) {
            throw new BadInputException("at least 2 variables (columns) are needed: " + ascending.length + " of the "
                    + variables + " columns of " + source + " chosen");
        }
        return ascending;
    }

    @Override
    public Samples original() {
        return all;
    }

    @Override
    public int variables() {
        return positions.length;
    }

    @Override
    public List<String> names() {
        List<String> names = all.names();
        if (names.isEmpty()) {
            return names;
        }
        List<String> chosen = new ArrayList<>();
        for (int position : positions) {
            chosen.add(names.get(position));
        }
        return List.copyOf(chosen);
    }

    @Override
    public int[] columns() {
        int[] columns = all.columns();
        return IntStream.of(positions).map(position -> columns[position]).toArray();
    }

    @Override
    public <V> V kept(Derivation<V> what, Supplier<V> make) {
        return all.kept(what.of(IntStream.of(positions).boxed().toList()), make);
    }

    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, rows, variable, variables, out);
        for (int from = variable; from < variable + variables; ) {
            int to = from + 1;
            while (to < variable + variables && positions[to] - positions[to - 1] < GAP) {
                to++;
            }
            readGroup(row, rows, from, to, variables, out, from - variable);
            from = to;
        }
    }

    /** Copies the chosen columns [from, to), which lie close together, into every {@code stride} values of out. */
    private void readGroup(int row, int rows, int from, int to, int stride, double[] out, int at) {
        int first = positions[from];
        int width = positions[to - 1] - first + 1;
        int most = Math.max(1, Math.min(rows, FETCH / width));
        double[] fetched = new double[Math.multiplyExact(most, width)];
        for (int done = 0; done < rows; done += most) {
            int count = Math.min(most, rows - done);
            all.read(row + done, count, first, width, fetched);
            for (int i = 0; i < count; i++) {
                int target = at + (done + i) * stride;
                for (int j = from; j < to; j++) {
                    out[target + j - from] = fetched[i * width + positions[j] - first];
                }
            }
        }
    }

    @Override
    public void close() {
        all.close();
    }
}
