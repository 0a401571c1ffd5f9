package org.oinfo.data;

/**
 * A setting that the remedy of a message names. The library writes it as Java does; another caller has words of its own for
 * each, see {@link BadInputException#message(java.util.function.Function)}.
 */
public enum Setting {
    /** Number of samples that a covariance comes from. */
    SAMPLES("the argument samples"),
    /** Leaves rows out that have missing values. */
    DROP_ROWS("Missing.DROP_ROWS"),
    /** Leaves a column out. */
    DROP_COLUMN("ColumnSelection.select"),
    /** Takes the first line of a text for names of columns. */
    HEADER("ReadOptions.withHeader(Header.YES)"),
    /** Says which words stand for missing values. */
    MARKS("ReadOptions.withMarks"),
    /** Takes the rows of a table for samples, not for those of a matrix. */
    TABLE_OF_SAMPLES("open it with DataFiles.open"),
    /** Takes a table for a matrix. */
    MATRIX("open it with DataFiles.openMatrix"),
    /** Chooses an array of a file. */
    DATASET("ReadOptions.withDataset"),
    /** Says what each axis of an array is. */
    AXES("ReadOptions.withAxes"),
    /** Says what is taken of an axis that is dropped. */
    WHERE("Where"),
    /** Says how many raw numbers there are along each axis. */
    SHAPE("RawNumbers.shape"),
    /** Says which type raw numbers have. */
    DTYPE("RawNumbers.type"),
    /** Cuts a column into bins. */
    BINS("EstimateOptions.withBins(n)"),
    /** How entropies are estimated. */
    ESTIMATOR("estimator"),
    /** Gives equal values the average of their ranks. */
    AVERAGE_TIES("Ties.AVERAGE"),
    /** Leaves the correlation matrix as it is estimated. */
    NO_SHRINKAGE("Shrinkage.NONE"),
    /** Takes a target for classes or for a variable. */
    TARGET_KIND("TargetKind"),
    /** Takes a target for classes. */
    CLASSES("TargetKind.CLASSES"),
    /** Writes a result as JSON. */
    JSON("JsonReport");

    private final String java;

    Setting(String java) {
        this.java = java;
    }

    /** The setting as a Java program writes it. */
    public String java() {
        return java;
    }
}
