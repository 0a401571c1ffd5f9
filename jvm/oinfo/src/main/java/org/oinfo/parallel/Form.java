package org.oinfo.parallel;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * How what a piece of work found is written where a run keeps it: all that is needed to go on as if it had just been found, to the last bit.
 *
 * @param <P> what a piece finds
 */
public interface Form<P> {
    /**
     * An array of doubles.
     *
     * @param again counts what such a piece did
     */
    static Form<double[]> doubles(Consumer<Watch> again) {
        return new Form<>() {
            @Override
            public void write(double[] found, Bytes to) {
                to.put(found);
            }

            @Override
            public double[] read(ByteBuffer from) {
                return Bytes.doubles(from);
            }

            @Override
            public void again(double[] found, Watch watch) {
                again.accept(watch);
            }
        };
    }

    /** Writes it. */
    void write(P found, Bytes to);

    /** Reads it as it was written. */
    P read(ByteBuffer from);

    /** Counts what such a piece did in a run that need not do it again. */
    default void again(P found, Watch watch) {}
}
