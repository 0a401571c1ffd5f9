package org.oinfo.data;

import java.util.Locale;
import java.util.Map;

/**
 * A fact about the data or the result that a reader should know before believing a number.
 *
 * @param name kind of fact, for programs; the message may be worded anew, the name stays
 * @param message one sentence for people
 * @param data the figures of the message, by name: numbers, text, and lists of these
 */
public record Warning(Name name, String message, Map<String, Object> data) {
    /** Every kind of warning. */
    public enum Name {
        /** The first column numbers the rows and was left out. */
        INDEX_COLUMN,
        /** A part of the file was chosen, or read in another way than its bytes lie. */
        HOW_READ,
        /** Rows with missing values were left out. */
        ROWS_LEFT_OUT,
        /** Columns with one value were left out. */
        CONSTANT_COLUMNS,
        /** More columns than rows: the data may lie transposed. */
        MORE_COLUMNS_THAN_ROWS,
        /** The samples are a symmetric matrix: it may be a covariance. */
        SYMMETRIC_SAMPLES,
        /** A matrix that is not quite symmetric or positive semidefinite was put right within its precision. */
        MATRIX_ROUNDED,
        /** Two columns determine each other. */
        DETERMINED_PAIR,
        /** Too few samples for an order: the estimate is biased. */
        FEW_SAMPLES,
        /** Many samples share a value, which nearest neighbours do not expect. */
        TIED_VALUES,
        /** A class or a target leaves sources without variance. */
        UNSOUND_TARGET,
        /** Columns of so few values that ranks are codes. */
        FEW_VALUES,
        /** Columns of which most values are 0, which weakens the correlations of their ranks. */
        MANY_ZEROS,
        /** Columns that depend on each other linearly and exactly, which their ranks hide. */
        HIDDEN_DEPENDENCE,
        /** A bias correction made for weak dependence, where it is strong. */
        STRONG_DEPENDENCE,
        /** Corrected measures below 0, which no true ones are. */
        CORRECTED_BELOW_ZERO,
        /** N-plets listed at one end whose sign is that of the other. */
        SIGN_AGAINST_END,
        /** A scan whose rounding may hide a block: it was to be verified, and cannot be. */
        CANNOT_BE_VERIFIED,
        /** Series whose memory the surrogates lack. */
        SLOW_SERIES,
        /** Series too slow for surrogates that keep their memory. */
        RANDOM_WALKS,
        /** Correlated columns, whose independence is rejected with or without synergy. */
        CORRELATED_COLUMNS,
        /** Dependence that correlations cannot see. */
        NOT_MONOTONE;

        /** As it is written: {@code few-samples}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Warning {
        data = Map.copyOf(data);
    }

    /** A warning with one figure. */
    public static Warning of(Name name, String message, String figure, Object value) {
        return new Warning(name, message, Map.of(figure, value));
    }
}
