package org.oinfo.cli.process;

import org.oinfo.data.Setting;

/** The options of the command line, by the settings of the library that they set. */
public final class OptionNames {
    private OptionNames() {}

    /** A setting as a user of the command line writes it. */
    public static String of(Setting setting) {
        return switch (setting) {
            case SAMPLES -> "--samples T";
            case DROP_ROWS -> "--missing drop-rows";
            case DROP_COLUMN -> "--drop";
            case HEADER -> "--header yes";
            case MARKS -> "--na";
            case TABLE_OF_SAMPLES -> "leave --covariance out";
            case MATRIX -> "--covariance";
            case DATASET -> "--dataset";
            case AXES -> "--axes";
            case WHERE -> "--where";
            case SHAPE -> "--shape";
            case DTYPE -> "--dtype";
            case BINS -> "--bins n";
            case ESTIMATOR -> "--estimator";
            case AVERAGE_TIES -> "--ties average";
            case NO_SHRINKAGE -> "--shrinkage none";
            case TARGET_KIND -> "--target-kind";
            case CLASSES -> "--target-kind classes";
            case JSON -> "--format json";
        };
    }
}
