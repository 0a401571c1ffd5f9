package org.oinfo.data.npy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.InputFile;
import org.oinfo.data.LeastData;
import org.oinfo.data.MissingPolicy;
import org.oinfo.data.ReadCheck;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;

/** A 2-D array in an .npy file, mapped into memory: it may be larger than the heap, and is read where it lies. */
public final class NpySamples implements Samples {
    /** Values looked at together when the file is opened. */
    private static final int SCAN = 1 << 14;

    /** Rows of a column-ordered array gathered at a time, so that the lines written stay in the cache. */
    private static final int TILE = 64;

    private final InputFile input;
    private final Arena arena;
    private final MemorySegment file;
    private final MemorySegment values;
    private final NpyHeader header;

    /** Rows of the file that are samples, ascending; null when all of them are. */
    private int @Nullable [] kept;

    private @Nullable String checksum;

    private NpySamples(InputFile input, Arena arena, MemorySegment file) {
        this.input = input;
        this.arena = arena;
        this.file = file;
        this.header = NpyHeader.read(file, input.source());
        this.values = file.asSlice(header.bytes());
    }

    /**
     * Maps the file and checks it in one pass. Closing the samples closes the input.
     *
     * @throws BadInputException if the file is damaged, is no 2-D array of real numbers or, unless such rows are dropped, a
     *     chosen column has a value that is not finite
     */
    @SuppressWarnings("MustBeClosedChecker") // the samples own the memory until they are closed
    public static Samples open(InputFile input, MissingPolicy policy, ColumnChoice choice) {
        Arena arena = Arena.ofShared();
        boolean sound = false;
        try (FileChannel channel = FileChannel.open(input.path(), StandardOpenOption.READ)) {
            MemorySegment file = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            Samples samples = checked(input, arena, file, policy, choice);
            input.requireUnchanged();
            sound = true;
            return samples;
        } catch (BadInputException | InternalError e) {
            input.requireUnchanged();
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input.source(), e);
        } finally {
            if (!sound) {
                arena.close();
            }
        }
    }

    private static Samples checked(
            InputFile input, Arena arena, MemorySegment file, MissingPolicy policy, ColumnChoice choice) {
        NpySamples all = new NpySamples(input, arena, file);
        LeastData.requireVariables(all.variables(), input.source());
        int[] columns = ColumnSelection.checked(choice.choose(List.of(), all.variables()), all);
        all.requireFinite(columns, policy);
        return ColumnSelection.ofChecked(all, columns);
    }

    private void requireFinite(int[] columns, MissingPolicy policy) {
        if (!header.type().isFloating()) {
            return;
        }
        BitSet chosen = new BitSet();
        IntStream.of(columns).forEach(chosen::set);
        BitSet dropped = new BitSet();
        double[] block = new double[SCAN];
        long total = (long) header.rows() * header.columns();
        for (long from = 0; from < total; from += SCAN) {
            int count = (int) Math.min(SCAN, total - from);
            decode(from, block, 0, count);
            if (!ReadCheck.isFinite(block, count)) {
                for (int i = 0; i < count; i++) {
                    if (!Double.isFinite(block[i])) {
                        notFinite(from + i, block[i], chosen, dropped, policy);
                    }
                }
            }
        }
        if (!dropped.isEmpty()) {
            dropped.flip(0, header.rows());
            kept = dropped.stream().toArray();
        }
    }

    private void notFinite(long element, double value, BitSet chosen, BitSet dropped, MissingPolicy policy) {
        int row = (int) (header.fortranOrder() ? element % header.rows() : element / header.columns());
        int column = (int) (header.fortranOrder() ? element / header.rows() : element % header.columns());
        if (!chosen.get(column)) {
            return;
        }
        if (policy != MissingPolicy.DROP_ROWS) {
            throw policy.refusal("every value must be finite: " + input.source() + " has " + value + " at row " + row
                    + ", column " + column + " (both count from 0)");
        }
        dropped.set(row);
    }

    @Override
    public int samples() {
        return kept == null ? header.rows() : kept.length;
    }

    @Override
    public int variables() {
        return header.columns();
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public int[] columns() {
        return IntStream.range(0, header.columns()).toArray();
    }

    @Override
    public int originals() {
        return header.columns();
    }

    @Override
    public List<String> originalNames() {
        return List.of();
    }

    @Override
    public String source() {
        return input.source();
    }

    @Override
    public int droppedRows() {
        return header.rows() - samples();
    }

    /** Computed on the first call. */
    @Override
    public synchronized String checksum() {
        if (checksum == null) {
            checksum = SteadyInput.during(this, () -> Checksum.of(file));
        }
        return checksum;
    }

    @Override
    public void requireUnchanged() {
        input.requireUnchanged();
    }

    /** Of a file that somebody cuts short, an {@link InternalError} may come later: see {@link SteadyInput}. */
    @Override
    public void read(int row, int rows, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, rows, variable, variables, out);
        try {
            readRows(row, rows, variable, variables, out);
        } catch (InternalError e) {
            requireUnchanged();
            throw e;
        }
    }

    private void readRows(int row, int rows, int variable, int variables, double[] out) {
        if (kept == null) {
            readRun(row, rows, variable, variables, out, 0);
            return;
        }
        for (int i = 0; i < rows; ) {
            int run = 1;
            while (i + run < rows && kept[row + i + run] == kept[row + i] + run) {
                run++;
            }
            readRun(kept[row + i], run, variable, variables, out, i * variables);
            i += run;
        }
    }

    /** Copies rows of the file that follow one another. */
    private void readRun(int row, int rows, int variable, int variables, double[] out, int at) {
        if (header.fortranOrder()) {
            readColumns(row, rows, variable, variables, out, at);
        } else if (variables == header.columns()) {
            decode((long) row * variables, out, at, rows * variables);
        } else {
            for (int i = 0; i < rows; i++) {
                decode((long) (row + i) * header.columns() + variable, out, at + i * variables, variables);
            }
        }
    }

    private void readColumns(int row, int rows, int variable, int variables, double[] out, int at) {
        if (variables == 1) {
            decode((long) variable * header.rows() + row, out, at, rows);
            return;
        }
        double[] column = new double[Math.min(rows, TILE)];
        for (int from = 0; from < rows; from += TILE) {
            int count = Math.min(TILE, rows - from);
            for (int j = 0; j < variables; j++) {
                decode((long) (variable + j) * header.rows() + row + from, column, 0, count);
                int target = at + from * variables + j;
                for (int i = 0; i < count; i++) {
                    out[target + i * variables] = column[i];
                }
            }
        }
    }

    private void decode(long element, double[] out, int at, int count) {
        header.type().decode(values, element * header.type().bytes(), header.order(), out, at, count);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        input.close();
    }
}
