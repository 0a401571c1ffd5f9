package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.oinfo.parallel.RandomStreams;

class MovesTest {
    private static final int N = 8;

    @Test
    void everyMoveOfEveryNpletIsTheSetWithAndWithout() {
        for (int subset = 1; subset < 1 << N; subset++) {
            int bits = subset;
            int[] nplet =
                    IntStream.range(0, N).filter(i -> (bits >> i & 1) == 1).toArray();
            int[] outside =
                    IntStream.range(0, N).filter(i -> (bits >> i & 1) == 0).toArray();
            int k = nplet.length;
            for (int out = 0; out < k; out++) {
                int[] removed = new int[k - 1];
                Moves.remove(nplet, 0, k, out, removed, 0);
                assertThat(removed).isEqualTo(with(nplet, nplet[out], -1));
                for (int in = 0; in < outside.length; in++) {
                    int[] swapped = new int[k + 3];
                    Moves.swap(nplet, 0, k, out, in, swapped, 2);
                    assertThat(Arrays.copyOfRange(swapped, 2, 2 + k)).isEqualTo(with(nplet, nplet[out], outside[in]));
                    assertThat(swapped).startsWith(0, 0);
                }
            }
            for (int in = 0; in < outside.length; in++) {
                int[] added = new int[k + 1];
                Moves.add(nplet, 0, k, in, added, 0);
                assertThat(added).isEqualTo(with(nplet, -1, outside[in]));
                int[] longer = Arrays.copyOf(nplet, k + 1);
                Moves.add(longer, 0, k, in, longer, 0);
                assertThat(longer).isEqualTo(added);
            }
        }
    }

    @Test
    void everyNpletIsDrawnAlike() {
        UniformRandomProvider random = RandomStreams.of(5, 0);
        int[] nplet = new int[3];
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            Moves.draw(random, 5, 3, nplet, 0);
            counts.merge(Arrays.toString(nplet), 1, Integer::sum);
        }
        // C(5,3) = 10 triplets; the deviation of a count is 30.
        assertThat(counts).hasSize(10);
        assertThat(counts.values()).allMatch(count -> count > 850 && count < 1150);
    }

    private static int[] with(int[] nplet, int without, int with) {
        TreeSet<Integer> set = Arrays.stream(nplet).boxed().collect(Collectors.toCollection(TreeSet::new));
        set.remove(without);
        if (with >= 0) {
            set.add(with);
        }
        return set.stream().mapToInt(i -> i).toArray();
    }
}
