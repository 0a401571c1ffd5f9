package org.oinfo.data.array;

/** Reads rows of an array by a plan, each way that they can lie with the loop that suits it. */
final class ArrayRows {
    /** Samples of an array that lies by variables, gathered at a time, so that the lines written stay in the cache. */
    private static final int TILE = 64;

    private final NumericArray array;
    private final AxisPlan plan;

    ArrayRows(NumericArray array, AxisPlan plan) {
        this.array = array;
        this.plan = plan;
    }

    /**
     * Copies rows that follow one another.
     *
     * @param out receives [rows*variables], row-major, from index {@code at}
     */
    void read(int row, int rows, int variable, int variables, double[] out, int at) {
        long[] shifts = plan.shifts();
        for (int done = 0; done < rows; ) {
            int run = Math.min(rows - done, plan.run(row + done));
            long element = plan.base(row + done) + variable * plan.step();
            int target = at + done * variables;
            readRun(element + shifts[0], run, variables, out, target);
            if (shifts.length > 1) {
                addOthers(element, run, variables, out, target);
            }
            done += run;
        }
    }

    /** Makes the mean of the first and all the others, added in the order of the file. */
    private void addOthers(long element, int rows, int variables, double[] out, int at) {
        long[] shifts = plan.shifts();
        double[] other = new double[rows * variables];
        for (int k = 1; k < shifts.length; k++) {
            readRun(element + shifts[k], rows, variables, other, 0);
            for (int i = 0; i < other.length; i++) {
                out[at + i] += other[i];
            }
        }
        for (int i = 0; i < other.length; i++) {
            out[at + i] /= shifts.length;
        }
    }

    private void readRun(long element, int rows, int variables, double[] out, int at) {
        if (plan.step() == 1 && plan.stride() == variables) {
            array.decode(element, out, at, rows * variables);
        } else if (plan.step() == 1) {
            for (int i = 0; i < rows; i++) {
                array.decode(element + i * plan.stride(), out, at + i * variables, variables);
            }
        } else if (plan.stride() == 1) {
            readColumns(element, rows, variables, out, at);
        } else {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < variables; j++) {
                    array.decode(element + i * plan.stride() + j * plan.step(), out, at + i * variables + j, 1);
                }
            }
        }
    }

    private void readColumns(long element, int rows, int variables, double[] out, int at) {
        if (variables == 1) {
            array.decode(element, out, at, rows);
            return;
        }
        double[] column = new double[Math.min(rows, TILE)];
        for (int from = 0; from < rows; from += TILE) {
            int count = Math.min(TILE, rows - from);
            for (int j = 0; j < variables; j++) {
                array.decode(element + j * plan.step() + from, column, 0, count);
                int target = at + from * variables + j;
                for (int i = 0; i < count; i++) {
                    out[target + i * variables] = column[i];
                }
            }
        }
    }
}
