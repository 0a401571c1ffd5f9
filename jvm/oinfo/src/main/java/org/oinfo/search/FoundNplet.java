package org.oinfo.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measured;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/**
 * An n-plet that a search came upon.
 *
 * @param nplet positions of its variables [k], ascending
 * @param measures canonical, less their bias where that was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record FoundNplet(int[] nplet, Measures measures) implements Measured {
    /** An n-plet as {@code canonical} scores it, raw. */
    public static FoundNplet of(int[] nplet, NpletScore canonical) {
        canonical.score(nplet, 0, nplet.length);
        return new FoundNplet(nplet, Measures.of(canonical));
    }

    /** How some of one order are kept. */
    public static Form<List<FoundNplet>> form(int order) {
        return new Form<>() {
            @Override
            public void write(List<FoundNplet> found, Bytes to) {
                to.put(found.size());
                found.forEach(each -> each.write(to));
            }

            @Override
            public List<FoundNplet> read(ByteBuffer from) {
                return Stream.generate(() -> FoundNplet.read(from))
                        .limit(from.getInt())
                        .toList();
            }

            @Override
            public void again(List<FoundNplet> found, Watch watch) {
                watch.advanced(order, found.size());
            }
        };
    }

    /** Writes it where it is kept. */
    public void write(Bytes to) {
        to.put(nplet).put(measures.values());
    }

    /** Reads it as it was written. */
    public static FoundNplet read(ByteBuffer from) {
        return new FoundNplet(Bytes.ints(from), Measures.of(Bytes.doubles(from), 0));
    }

    /** The same n-plet with its measures less their bias; with its own where there is none to subtract. */
    public FoundNplet less(@Nullable BiasCorrection bias) {
        return new FoundNplet(nplet, measures.less(bias));
    }

    /** Number of variables k. */
    public int order() {
        return nplet.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoundNplet that && Arrays.equals(nplet, that.nplet) && measures.equals(that.measures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nplet) + measures.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(nplet) + " " + measures;
    }
}
