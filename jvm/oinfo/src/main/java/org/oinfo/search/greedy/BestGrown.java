package org.oinfo.search.greedy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.oinfo.parallel.Bytes;
import org.oinfo.search.FoundNplet;

/**
 * The K best distinct n-plets of one order, and from how many pairs each came: a total order, by key and then lexicographically, so
 * the content does not depend on the order in which n-plets come. None of the K best was ever left out before, so no pair is missed.
 */
final class BestGrown {
    /** One n-plet. */
    private static final class Held {
        private final FoundNplet found;
        private final long key;
        private long pairs;

        Held(FoundNplet found, long key) {
            this.found = found;
            this.key = key;
        }

        int[] nplet() {
            return found.nplet();
        }
    }

    private static final Comparator<Held> BEST_FIRST =
            Comparator.<Held>comparingLong(held -> held.key).thenComparing(Held::nplet, Arrays::compare);

    private final int top;
    private final TreeMap<int[], Held> held = new TreeMap<>(Arrays::compare);
    /** No larger key is among the best. */
    private long worstKey;

    /**
     * None yet.
     *
     * @param worstKey no n-plet with a larger key is among the best, whatever comes
     */
    BestGrown(int top, long worstKey) {
        this.top = top;
        this.worstKey = worstKey;
    }

    long worstKey() {
        return worstKey;
    }

    /** Counts one more pair where the n-plet is held. */
    boolean counted(int[] nplet) {
        Held known = held.get(nplet);
        if (known == null) {
            return false;
        }
        known.pairs++;
        return true;
    }

    /**
     * Takes an n-plet if it is among the best.
     *
     * @param key of its raw Omega, smaller is better
     */
    void add(FoundNplet found, long key, long pairs) {
        if (key > worstKey) {
            return;
        }
        held.computeIfAbsent(found.nplet(), nplet -> new Held(found, key)).pairs += pairs;
        if (held.size() > top) {
            held.remove(held.values().stream().max(BEST_FIRST).orElseThrow().nplet());
        }
        if (held.size() == top) {
            worstKey = Math.min(
                    worstKey,
                    held.values().stream().mapToLong(each -> each.key).max().orElseThrow());
        }
    }

    void write(Bytes to) {
        to.put(top).put(worstKey).put(held.size());
        held.values().forEach(each -> each.found.write(to.put(each.key).put(each.pairs)));
    }

    static BestGrown read(ByteBuffer from) {
        BestGrown read = new BestGrown(from.getInt(), from.getLong());
        for (int left = from.getInt(); left > 0; left--) {
            long key = from.getLong();
            long pairs = from.getLong();
            read.add(FoundNplet.read(from), key, pairs);
        }
        return read;
    }

    /** Takes what another one holds. */
    void merge(BestGrown other) {
        Collection<Held> all = other.held.values();
        all.forEach(each -> add(each.found, each.key, each.pairs));
    }

    /** Best first, raw. */
    List<GrownNplet> sorted() {
        return held.values().stream()
                .sorted(BEST_FIRST)
                .map(each -> new GrownNplet(each.found, each.pairs))
                .toList();
    }
}
