package org.oinfo.search.greedy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Bytes;
import org.oinfo.search.FoundNplet;

/**
 * How one start grew. A path goes on past its best order: Omega may rise again.
 *
 * @param end {@link Ends#SYNERGISTIC} or {@link Ends#REDUNDANT}: what it grew towards
 * @param start number of the start at its end, the most extreme one is 0
 * @param steps the start and one step for each variable added, orders ascending without gaps; shorter than asked for where
 *     every larger n-plet is singular, or the search was stopped
 * @param singular how many candidates were singular: n-plets that were never chosen
 * @param singularVariables positions of the variables that made them so, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // paths are not compared
public record GreedyPath(Ends end, int start, List<GreedyStep> steps, long singular, int[] singularVariables) {
    void write(Bytes to) {
        to.put(end.redundant() ? 1 : 0).put(start).put(steps.size());
        steps.forEach(step -> step.found().write(to.put(step.added())));
        to.put(singular).put(singularVariables);
    }

    static GreedyPath read(ByteBuffer from) {
        Ends end = from.getInt() == 1 ? Ends.REDUNDANT : Ends.SYNERGISTIC;
        int start = from.getInt();
        List<GreedyStep> steps = Stream.generate(() -> new GreedyStep(from.getInt(), FoundNplet.read(from)))
                .limit(from.getInt())
                .toList();
        return new GreedyPath(end, start, steps, from.getLong(), Bytes.ints(from));
    }

    /** The most extreme step, the smallest order among those that tie: the best order of the path. */
    public GreedyStep best() {
        GreedyStep best = steps.getFirst();
        for (GreedyStep step : steps) {
            if (key(end, step) < key(end, best)) {
                best = step;
            }
        }
        return best;
    }

    /** Whether the best step of this path is more extreme than that of another; when they tie, whether it is smaller. */
    boolean beats(GreedyPath other) {
        long ours = key(end, best());
        long theirs = key(end, other.best());
        return ours < theirs
                || (ours == theirs
                        && best().found().order() < other.best().found().order());
    }

    private static long key(Ends end, GreedyStep step) {
        long key = Ranking.key(step.found().o());
        return end.redundant() ? -key : key;
    }
}
