package org.oinfo.spark.ranks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oinfo.data.ArraySamples;

/** Which values go where. */
class BucketsTest {
    @Test
    void classesFollowOneAnother() {
        Buckets buckets = new Buckets(new double[][] {{-1, 0, 2.5}, {}});
        assertThat(buckets.classes(0)).isEqualTo(7);
        double[] ascending = {-3, -1, -0.5, 0, 1, 2.5, 3};
        for (int i = 0; i < ascending.length; i++) {
            assertThat(buckets.classOf(0, ascending[i])).isEqualTo(i);
        }
        assertThat(buckets.classOf(0, -0.0)).isEqualTo(3);
        assertThat(buckets.classOf(1, 17)).isZero();
    }

    @Test
    void aValueOfManyRowsIsABound() {
        Random random = new Random(4);
        double[][] rows = new double[500][2];
        for (double[] row : rows) {
            row[0] = Math.max(0, random.nextGaussian());
            row[1] = random.nextBoolean() ? 0.0 : -0.0;
        }
        Buckets buckets = Buckets.of(rows, 10);
        assertThat(buckets.classOf(0, 0.0) % 2).isEqualTo(1);
        assertThat(buckets.classes(1)).isEqualTo(3);
        ClassCounts counts = ClassCounts.of(ArraySamples.of(rows), buckets);
        for (int c = 0; c < buckets.classes(0); c += 2) {
            assertThat(counts.count(0, c)).isLessThanOrEqualTo(500 / 10);
        }
        assertThat(counts.count(1, 1)).isEqualTo(500);
        assertThat(counts.doubledRank(1, 1)).isEqualTo(501);
    }

    @Test
    void placesOfMillionsOfRows() {
        Place place = Place.of(4000, 256);
        assertThat(place.slabRows()).isEqualTo(2048);
        assertThat(Place.of(3, 1).slabRows()).isEqualTo(1 << 15);
        assertThat(Place.of(1_000_000, 1).slabRows()).isEqualTo(256);
        long cell = place.cell(3999, 2 * 255);
        assertThat(place.column(cell)).isEqualTo(3999);
        assertThat(place.classOf(cell)).isEqualTo(2 * 255);
        long slab = (1L << 30) / 256;
        assertThat(Place.cellOf(Place.byCell(cell, slab))).isEqualTo(cell);
        assertThat(Place.slabOf(Place.byCell(cell, slab))).isEqualTo(slab);
        assertThat(Place.slabFirst(Place.bySlab(slab, cell))).isEqualTo(slab);
        assertThat(Place.cellLast(Place.bySlab(slab, cell))).isEqualTo(cell);
        assertThat(Place.bySlab(slab, cell)).isPositive();
    }
}
