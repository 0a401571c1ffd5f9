package org.oinfo.scan;

import java.io.Serializable;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;

/**
 * What n-plets are ranked by: one of the four {@link Measure}s, a {@link Combination} of TC and DTC, or a {@linkplain OwnMeasure measure of
 * one's own}. A value that is not finite takes an n-plet out of the ranking. Immutable and thread-safe.
 */
public sealed interface RankBy extends Serializable permits Measure, Combination, OwnMeasure {
    /** Its name in files and options: {@code tc}, {@code delta3}, {@code 0.5*tc-2*dtc}. */
    String text();

    /** Its name in full. */
    String title();

    /** Its value of an n-plet with these measures; all nats. */
    double of(double tc, double dtc, double o, double s);

    /**
     * Bound on how far two values are apart where none of the four measures differs by more than {@code error}, nats; infinity where
     * nothing is known, and then every n-plet is scored by the canonical routine.
     */
    double error(double error);

    /** A finite value in units of 2^-40 nats; values beyond 4,000,000 count as that. */
    static long key(double value) {
        return Ranking.key(Math.clamp(value, -4e6, 4e6));
    }

    /** Its value of an n-plet whose TC, DTC, Omega and S are values[at..at+3]. */
    default double of(double[] values, int at) {
        return of(values[at], values[at + 1], values[at + 2], values[at + 3]);
    }

    /** Its value of the n-plet that was scored last. */
    default double of(NpletScore score) {
        return of(score.tc(), score.dtc(), score.o(), score.s());
    }
}
