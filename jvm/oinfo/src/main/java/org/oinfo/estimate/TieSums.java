package org.oinfo.estimate;

import java.io.Serializable;
import java.nio.ByteBuffer;
import org.oinfo.kernels.ExactSums;

/**
 * What the ties of a column say, of some of its values or of all: the exact sum of their scores, and how many are tied. Immutable.
 *
 * @param scores sum of the scores, as {@link ExactSums} writes it
 * @param tied how many values are shared with another sample
 * @param most how many samples share the most frequent value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TieSums(byte[] scores, long tied, int most) implements Serializable {
    /** Of equal values. */
    public static TieSums ofTie(int doubledRank, int count, NormalScores scores) {
        ExactSums sum = new ExactSums(1);
        sum.addProduct(0, count, count == 0 ? 0 : scores.of(doubledRank));
        return of(sum, count > 1 ? count : 0, count);
    }

    static TieSums of(ExactSums sum, long tied, int most) {
        ByteBuffer bytes = ByteBuffer.allocate(ExactSums.BYTES);
        sum.write(0, bytes);
        return new TieSums(bytes.array(), tied, most);
    }

    /** Those of these and other values of the column, which differ from these. */
    public TieSums merge(TieSums other) {
        ExactSums sum = sum();
        sum.merge(other.sum());
        return of(sum, tied + other.tied, Math.max(most, other.most));
    }

    private ExactSums sum() {
        ExactSums sum = new ExactSums(1);
        sum.read(0, ByteBuffer.wrap(scores));
        return sum;
    }

    /** Mean score of all T values: of an exact sum, into which nobody's order enters. */
    public double mean(int samples) {
        return sum().value(0) / samples;
    }

    /** Whether all T values are equal. */
    public boolean constant(int samples) {
        return most == samples;
    }
}
