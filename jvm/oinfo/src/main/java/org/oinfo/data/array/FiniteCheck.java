package org.oinfo.data.array;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.oinfo.data.ReadCheck;
import org.oinfo.data.options.RowChoice;

/** One pass over an array for values that are not finite. */
final class FiniteCheck {
    /** Values looked at together. */
    private static final int SCAN = 1 << 14;

    /** Told of each value that is not finite. */
    interface Finding {
        void found(int row, int column, double value);
    }

    private final AxisPlan plan;
    private final ArrayRows rows;
    private final RowChoice chosenRows;
    private final BitSet chosenColumns = new BitSet();

    FiniteCheck(AxisPlan plan, ArrayRows rows, RowChoice chosenRows, int[] chosenColumns) {
        this.plan = plan;
        this.rows = rows;
        this.chosenRows = chosenRows;
        IntStream.of(chosenColumns).forEach(this.chosenColumns::set);
    }

    /** Finds every such value of the chosen rows and columns. */
    void run(NumericArray array, Finding finding) {
        if (plan.wholeArray() && chosenRows.isAll()) {
            inOrderOfTheFile(array, finding);
        } else {
            byRows(finding);
        }
    }

    /** However the array lies, memory is read from its beginning to its end. */
    private void inOrderOfTheFile(NumericArray array, Finding finding) {
        double[] block = new double[SCAN];
        long total = (long) plan.samples() * plan.variables();
        for (long from = 0; from < total; from += SCAN) {
            int count = (int) Math.min(SCAN, total - from);
            array.decode(from, block, 0, count);
            if (!ReadCheck.isFinite(block, count)) {
                for (int i = 0; i < count; i++) {
                    if (!Double.isFinite(block[i])) {
                        report(plan.row(from + i), plan.column(from + i), block[i], finding);
                    }
                }
            }
        }
    }

    private void byRows(Finding finding) {
        int variables = plan.variables();
        int most = Math.max(1, SCAN / variables);
        double[] block = new double[Math.multiplyExact(most, variables)];
        for (int row = 0; row < plan.samples(); ) {
            if (!chosenRows.contains(row)) {
                row++;
                continue;
            }
            int count = 1;
            while (count < most && row + count < plan.samples() && chosenRows.contains(row + count)) {
                count++;
            }
            rows.read(row, count, 0, variables, block, 0);
            if (!ReadCheck.isFinite(block, count * variables)) {
                for (int i = 0; i < count * variables; i++) {
                    if (!Double.isFinite(block[i])) {
                        report(row + i / variables, i % variables, block[i], finding);
                    }
                }
            }
            row += count;
        }
    }

    private void report(int row, int column, double value, Finding finding) {
        if (chosenColumns.get(column)) {
            finding.found(row, column, value);
        }
    }
}
