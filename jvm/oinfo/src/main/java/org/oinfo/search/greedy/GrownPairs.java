package org.oinfo.search.greedy;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Bytes;
import org.oinfo.search.FoundNplet;

/** What pairs grew into at one end. */
final class GrownPairs {
    private final boolean redundant;
    /** Of orders 3 up to the largest. */
    private final List<BestGrown> best;
    /** Distinct n-plets in which paths end, ascending; compared by their variables. */
    private final Set<IntBuffer> last = new HashSet<>();

    private long pairs;
    private long singularPairs;

    private GrownPairs(boolean redundant, List<BestGrown> best) {
        this.redundant = redundant;
        this.best = best;
    }

    /** Nothing yet. */
    static GrownPairs none(boolean redundant, EveryPairSettings settings) {
        return new GrownPairs(
                redundant,
                IntStream.rangeClosed(EveryPairSettings.FIRST_ORDER, settings.maxOrder())
                        .mapToObj(order -> new BestGrown(settings.top(), Long.MAX_VALUE))
                        .toList());
    }

    /** For more pairs, to be merged later; what this one would not take is not looked at. */
    GrownPairs part(EveryPairSettings settings) {
        return new GrownPairs(
                redundant,
                best.stream()
                        .map(each -> new BestGrown(settings.top(), each.worstKey()))
                        .toList());
    }

    void write(Bytes to) {
        to.put(best.size());
        best.forEach(each -> each.write(to));
        to.put(last.size());
        last.forEach(nplet -> to.put(nplet.array()));
        to.put(pairs).put(singularPairs);
    }

    static GrownPairs read(boolean redundant, ByteBuffer from) {
        List<BestGrown> best =
                Stream.generate(() -> BestGrown.read(from)).limit(from.getInt()).toList();
        GrownPairs read = new GrownPairs(redundant, best);
        for (int left = from.getInt(); left > 0; left--) {
            read.last.add(IntBuffer.wrap(Bytes.ints(from)));
        }
        read.pairs = from.getLong();
        read.singularPairs = from.getLong();
        return read;
    }

    void singularPair() {
        singularPairs++;
    }

    /** A pair came to the first {@code reached} variables of its path. */
    void ended(int[] path, int reached) {
        pairs++;
        last.add(IntBuffer.wrap(sorted(path, reached)));
    }

    /**
     * On its way a pair came to the first {@code order} variables of its path.
     *
     * @param omega raw, as the kernel says; NaN when unknown
     * @param error bound on its difference from the canonical value
     */
    void passed(int[] path, int order, double omega, double error, NpletScore canonical) {
        BestGrown ranking = best.get(order - EveryPairSettings.FIRST_ORDER);
        double signed = redundant ? -omega : omega;
        if (signed > Ranking.bound(ranking.worstKey()) + error) {
            return;
        }
        int[] nplet = sorted(path, order);
        if (!ranking.counted(nplet)) {
            FoundNplet found = FoundNplet.of(nplet, canonical);
            long key = Ranking.key(found.o());
            ranking.add(found, redundant ? -key : key, 1);
        }
    }

    private static int[] sorted(int[] path, int order) {
        int[] nplet = Arrays.copyOf(path, order);
        Arrays.sort(nplet);
        return nplet;
    }

    void merge(GrownPairs part) {
        for (int i = 0; i < best.size(); i++) {
            best.get(i).merge(part.best.get(i));
        }
        last.addAll(part.last);
        pairs += part.pairs;
        singularPairs += part.singularPairs;
    }

    /** The best n-plets of an order, raw. */
    List<GrownNplet> best(int order) {
        return best.get(order - EveryPairSettings.FIRST_ORDER).sorted();
    }

    long pairs() {
        return pairs;
    }

    long singularPairs() {
        return singularPairs;
    }

    /** How many distinct n-plets paths end in. */
    long last() {
        return last.size();
    }
}
