package org.oinfo.statistics.surrogate;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/**
 * What one surrogate says.
 *
 * @param min smallest Omega of the family
 * @param max largest
 * @param own candidates that are as extreme in it; none where that was not asked for
 * @param carried parts of candidates, with an onlooker, that are
 */
record FoundSurrogate(double min, double max, BitSet own, BitSet carried) {
    /** How it is kept. */
    static final Form<FoundSurrogate> FORM = new Form<>() {
        @Override
        public void write(FoundSurrogate found, Bytes to) {
            to.put(found.min).put(found.max);
            write(found.own, to);
            write(found.carried, to);
        }

        private static void write(BitSet set, Bytes to) {
            long[] words = set.toLongArray();
            to.put(words.length);
            for (long word : words) {
                to.put(word);
            }
        }

        @Override
        public FoundSurrogate read(ByteBuffer from) {
            return new FoundSurrogate(from.getDouble(), from.getDouble(), set(from), set(from));
        }

        private static BitSet set(ByteBuffer from) {
            long[] words = new long[from.getInt()];
            for (int i = 0; i < words.length; i++) {
                words[i] = from.getLong();
            }
            return BitSet.valueOf(words);
        }

        @Override
        public void again(FoundSurrogate found, Watch watch) {
            watch.advanced(0, 1);
        }
    };
}
