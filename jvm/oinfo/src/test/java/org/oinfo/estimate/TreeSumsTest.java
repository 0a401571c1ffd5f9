package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums by a tree, against the tree written down as a recursion. */
class TreeSumsTest {
    private static final int MOST = 70;

    private static double[] leaves(int count, long seed) {
        return new Random(seed).doubles(count, -1, 1).map(x -> x * x * x).toArray();
    }

    /** The sum of leaves from..from+size-1, size a power of two; those beyond the end add nothing. */
    private static double definition(double[] leaves, int from, int size) {
        if (size == 1) {
            return leaves[from];
        }
        int half = size / 2;
        double left = definition(leaves, from, half);
        return from + half < leaves.length ? left + definition(leaves, from + half, half) : left;
    }

    /** Leaves shared out at random: any of them in any of so many sums, merged in any order. */
    private static double shared(double[] leaves, int parts, Random random) {
        List<TreeSums> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            all.add(new TreeSums());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < leaves.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int leaf : order) {
            all.get(random.nextInt(parts)).add(leaf, new double[] {leaves[leaf]});
        }
        while (all.size() > 1) {
            TreeSums one = all.remove(random.nextInt(all.size()));
            all.get(random.nextInt(all.size())).merge(one);
        }
        return all.getFirst().total()[0];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anySharesGiveTheBitsOfTheDefinition(long seed) {
        Random random = new Random(seed);
        for (int count = 1; count <= MOST; count++) {
            double[] leaves = leaves(count, seed + count);
            double expected = definition(leaves, 0, 1 << 7);
            BigDecimal exact = BigDecimal.ZERO;
            for (double leaf : leaves) {
                exact = exact.add(new BigDecimal(leaf));
            }
            assertThat(expected).isCloseTo(exact.doubleValue(), within(7 * MOST * 0x1p-53));
            for (int parts : new int[] {1, 2, 7}) {
                assertThat(shared(leaves, parts, random))
                        .as("seed %d, %d leaves, %d parts", seed, count, parts)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void goesThroughSerialization() throws IOException, ClassNotFoundException {
        TreeSums sums = new TreeSums();
        sums.add(2, new double[] {3});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sums);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TreeSums back = (TreeSums) in.readObject();
            back.add(0, new double[] {1});
            back.add(1, new double[] {2});
            assertThat(back.total()).containsExactly(6);
        }
    }

    @Test
    void aLeafMayNotComeTwice() {
        TreeSums sums = new TreeSums();
        for (int leaf = 4; leaf < 8; leaf++) {
            sums.add(leaf, new double[1]);
        }
        assertThatThrownBy(() -> sums.add(6, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leaves from 6 on are there already");
        TreeSums wider = new TreeSums();
        for (int leaf = 0; leaf < 8; leaf++) {
            wider.add(leaf, new double[1]);
        }
        assertThatThrownBy(() -> sums.merge(wider)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingLeafIsNamed() {
        TreeSums sums = new TreeSums();
        assertThatThrownBy(sums::total).hasMessage("there are no leaves");
        sums.add(0, new double[1]);
        sums.add(2, new double[1]);
        assertThatThrownBy(sums::total)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("leaf 1 is missing");
    }
}
