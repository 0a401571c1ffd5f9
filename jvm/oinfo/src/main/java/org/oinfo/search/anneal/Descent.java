package org.oinfo.search.anneal;

import java.nio.ByteBuffer;
import org.oinfo.estimate.Measured;
import org.oinfo.estimate.Measures;
import org.oinfo.parallel.Bytes;

/**
 * Where an n-plet got to by descending.
 *
 * @param start positions of the variables it began with [k], ascending
 * @param nplet positions of those it ended with, ascending
 * @param measures of the last: canonical, less their bias where that was asked for
 * @param steps moves from the first to the last
 * @param certified whether no move leads on: false when stopped before, or among singular n-plets only
 */
@SuppressWarnings("ArrayRecordComponent") // a result, not a key
public record Descent(int[] start, int[] nplet, Measures measures, int steps, boolean certified) implements Measured {
    void write(Bytes to) {
        to.put(start).put(nplet).put(measures.values()).put(steps).put(certified ? 1 : 0);
    }

    static Descent read(ByteBuffer from) {
        return new Descent(
                Bytes.ints(from),
                Bytes.ints(from),
                Measures.of(Bytes.doubles(from), 0),
                from.getInt(),
                from.getInt() == 1);
    }
}
