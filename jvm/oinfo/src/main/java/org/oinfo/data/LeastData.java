package org.oinfo.data;

/** The least data that O-information can be asked of. */
public final class LeastData {
    private static final int VARIABLES = 2;
    private static final int SAMPLES = 3;

    private LeastData() {}

    /** Refuses fewer than 2 columns. */
    public static void requireVariables(int variables, String source) {
        if (variables < VARIABLES) {
            throw new BadInputException("at least 2 variables (columns) are needed: " + source + " has " + variables
                    + "; rows are samples and columns variables");
        }
    }

    /** Refuses fewer than 3 rows, those left out not counted. */
    public static void requireSamples(Samples samples) {
        if (samples.samples() >= SAMPLES) {
            return;
        }
        int dropped = samples.droppedRows();
        String problem = "at least 3 samples (rows) are needed: " + samples.source() + " has " + samples.samples()
                + (dropped == 0 ? "" : " after " + dropped + " with missing values were left out");
        int[] dead = samples.missing().throughout();
        if (dead.length > 0) {
            throw new BadInputException(
                    problem + "; " + Variables.described(dead, samples.originalNames())
                            + (dead.length == 1 ? " is" : " are") + " missing throughout",
                    "leave " + (dead.length == 1 ? "it" : "them") + " out with {}",
                    Setting.DROP_COLUMN);
        }
        throw new BadInputException(problem + "; rows are samples and columns variables");
    }
}
