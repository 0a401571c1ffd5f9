package org.oinfo.data.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.LeastData;
import org.oinfo.data.MissingCounts;
import org.oinfo.data.ReadCheck;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;

/** Samples in an array of a file: it may be larger than the heap, and is read where it lies. */
public final class NumericSamples implements Samples {
    private final MappedFile file;
    private final ArrayColumns columns;
    private final AxisPlan plan;
    private final ArrayRows rows;
    private final List<Warning> warnings;
    private final String dataset;

    /** Rows of the array that are samples, ascending; null when all of them are. */
    private int @Nullable [] kept;

    private MissingCounts missing = new MissingCounts(new int[0]);

    private NumericSamples(
            MappedFile file,
            NumericArray array,
            ArrayColumns columns,
            AxisPlan plan,
            List<Warning> warnings,
            String dataset) {
        this.dataset = dataset;
        this.file = file;
        this.columns = columns;
        this.plan = plan;
        this.rows = new ArrayRows(array, plan);
        this.warnings = warnings;
    }

    /**
     * Chooses an array of a file and checks it in one pass. Closing the samples closes the mapped file.
     *
     * @param file where the arrays are
     * @param arrays what it holds
     * @param options which array, what is a sample and what a variable, and which rows count
     * @param policy what becomes of values that are not finite
     * @param choice the columns that are read
     * @throws org.oinfo.data.BadInputException if there is no such array, it has no samples and variables so or, unless such rows are
     *     dropped, a chosen column has a value that is not finite
     */
    public static Samples open(
            MappedFile file, ArrayFile arrays, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        ArrayChoice chosen = ArrayChoice.of(arrays.entries(), options, file.source());
        NumericArray array = arrays.read(chosen.entry());
        List<Warning> warnings = new ArrayList<>(chosen.warnings());
        warnings.addAll(arrays.warnings());
        AxisPlan plan = AxisPlan.of(array, options.axes(), file.source());
        LeastData.requireVariables(plan.variables(), file.source());
        int[] columns =
                ColumnSelection.checked(choice.choose(List.of(), plan.variables()), plan.variables(), file.source());
        NumericSamples all = new NumericSamples(
                file,
                array,
                ArrayColumns.unnamed(plan.variables()),
                plan,
                List.copyOf(warnings),
                chosen.entry().name());
        all.check(array, columns, options, policy);
        return ColumnSelection.ofChecked(all, columns);
    }

    /**
     * As {@link #open}, of named columns that were chosen before they were read.
     *
     * @param array the chosen columns only
     * @param columns what they are called and which of the file's they are
     * @param warnings what there is to know of how they were read
     */
    public static Samples ofChosen(
            MappedFile file,
            NumericArray array,
            ArrayColumns columns,
            ReadOptions options,
            MissingPolicy policy,
            List<Warning> warnings) {
        AxisPlan plan = AxisPlan.of(array, null, file.source());
        NumericSamples samples = new NumericSamples(file, array, columns, plan, warnings, "");
        samples.check(array, IntStream.range(0, plan.variables()).toArray(), options, policy);
        return samples;
    }

    private void check(NumericArray array, int[] chosen, ReadOptions options, MissingPolicy policy) {
        options.rows().requireWithin(plan.samples(), file.source());
        BitSet left = options.rows().among(plan.samples());
        if (array.type().isFloating()) {
            FiniteCheck check = new FiniteCheck(plan, rows, options.rows(), chosen);
            if (policy == MissingPolicy.DROP_ROWS) {
                left = whole(left == null ? all() : left, array, chosen, check);
            } else {
                check.run(array, (row, column, value) -> {
                    throw policy.refusal("every value must be finite: " + source() + " has " + value + " at row " + row
                            + ", " + Variables.described(columns.chosen()[column], columns.names())
                            + " (both count from 0)");
                });
            }
        }
        if (left != null && left.cardinality() < plan.samples()) {
            kept = left.stream().toArray();
        }
    }

    /** Those of some rows that have no missing value; counts the others. */
    private BitSet whole(BitSet of, NumericArray array, int[] chosen, FiniteCheck check) {
        missing = new MissingCounts(
                IntStream.of(chosen).map(column -> columns.chosen()[column]).toArray());
        BitSet gaps = new BitSet();
        check.run(array, (row, column, value) -> {
            gaps.set(row);
            missing.missing(Arrays.binarySearch(chosen, column));
        });
        of.stream().forEach(row -> {
            if (gaps.get(row)) {
                missing.leftOut();
            } else {
                missing.whole();
            }
        });
        of.andNot(gaps);
        return of;
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, plan.samples());
        return all;
    }

    @Override
    public int samples() {
        return kept == null ? plan.samples() : kept.length;
    }

    @Override
    public int variables() {
        return plan.variables();
    }

    @Override
    public List<String> names() {
        return columns.chosenNames();
    }

    @Override
    public int[] columns() {
        return columns.chosen().clone();
    }

    @Override
    public int originals() {
        return columns.originals();
    }

    @Override
    public List<String> originalNames() {
        return columns.names();
    }

    @Override
    public String source() {
        return file.source();
    }

    @Override
    public String dataset() {
        return dataset;
    }

    @Override
    public int droppedRows() {
        return missing.rowsLeftOut();
    }

    @Override
    public MissingCounts missing() {
        return missing;
    }

    @Override
    public List<Warning> readWarnings() {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(missing.warnings(columns.names()));
        return all;
    }

    /** Computed on the first call. */
    @Override
    public String checksum() {
        return SteadyInput.during(this, file::checksum);
    }

    @Override
    public void requireUnchanged() {
        file.requireUnchanged();
    }

    /** Of a file that somebody cuts short, an {@link InternalError} may come later: see {@link SteadyInput}. */
    @Override
    public void read(int row, int count, int variable, int variables, double[] out) {
        ReadCheck.check(this, row, count, variable, variables, out);
        try {
            readRows(row, count, variable, variables, out);
        } catch (InternalError e) {
            requireUnchanged();
            throw e;
        }
    }

    private void readRows(int row, int count, int variable, int variables, double[] out) {
        if (kept == null) {
            rows.read(row, count, variable, variables, out, 0);
            return;
        }
        for (int i = 0; i < count; ) {
            int run = 1;
            while (i + run < count && kept[row + i + run] == kept[row + i] + run) {
                run++;
            }
            rows.read(kept[row + i], run, variable, variables, out, i * variables);
            i += run;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
