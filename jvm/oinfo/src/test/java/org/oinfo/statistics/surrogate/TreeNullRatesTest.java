package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.surrogate.NullSettings.Family;
import org.oinfo.statistics.surrogate.TreeNullData.Margin;

class TreeNullRatesTest {
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"NORMAL,200,3,99", "ZEROS,200,3,99", "TIED,200,3,99"})
    void rates(Margin margin, int samples, int order, int surrogates) {
        for (TreeNullData data : TreeNullData.values()) {
            int[][] found = IntStream.range(0, 100)
                    .parallel()
                    .mapToObj(i -> {
                        SampleScores scores = NullData.scores(data.draw(samples, margin, new Random(9000 + i)));
                        NullResult result = new NullOfScan(Backends.open("auto"), scores, 1)
                                .ofExtremes(1, new NullSettings(order, surrogates, Surrogate.TREE, i, Family.ORDER, false), Monitor.NONE);
                        TestedNplet low = result.nplets().getFirst();
                        TestedNplet high = result.nplets().getLast();
                        return new int[] {
                            low.pFamily() <= 0.05 ? 1 : 0,
                            high.pFamily() <= 0.05 ? 1 : 0,
                            low.pFamily() <= 0.05 && Arrays.equals(low.variables(), new int[] {0, 1, 2}) ? 1 : 0
                        };
                    })
                    .toArray(int[][]::new);
            System.out.printf("%s %s T %d k %d: %s%n", margin, data, samples, order, Arrays.toString(IntStream.range(0, 3).map(p -> Arrays.stream(found).mapToInt(f -> f[p]).sum()).toArray()));
        }
    }
}
