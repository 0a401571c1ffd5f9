package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.OInformation;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.network.MeanAblation;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.LayerLandscape.Activation;

class GroupInteractionsTest {
    private static final ImageSets IMAGES = SmallStudy.digits(200, 200);

    /** Where 2,000 draws meet every group, the groups are known: those of all whose sums lie nearest to the median. */
    @Test
    void correlationsAreThoseOfTheMatchedGroups(@TempDir Path folder) throws IOException {
        StudiedNetwork network = SmallStudy.trained("12", 1, IMAGES, folder);
        PruneSettings settings = PruneSettings.defaults().withSizes(List.of(3), false);
        Interaction found = GroupInteractions.of(network, IMAGES, settings, SmallStudy.OPTIONS)
                .getFirst();
        OInformation info = OInformation.ofSamples(
                network.capture().samples(network.capture().layer("layer1", Activation.POST)), SmallStudy.OPTIONS);
        MeanAblation ablation = MeanAblation.of(network.trained(), 0, IMAGES.train(), IMAGES.test(), 1);
        double[] single = ablation.lossGains(
                IntStream.range(0, 12).mapToObj(i -> new int[] {i}).toList());
        int[] alive = info.variables().columns();
        List<int[]> groups = new ArrayList<>();
        for (int a = 0; a < alive.length; a++) {
            for (int b = a + 1; b < alive.length; b++) {
                for (int c = b + 1; c < alive.length; c++) {
                    groups.add(new int[] {alive[a], alive[b], alive[c]});
                }
            }
        }
        double[] sums = groups.stream().mapToDouble(group -> sum(single, group)).toArray();
        double[] sorted = Arrays.stream(sums).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        List<int[]> matched = groups.stream()
                .sorted(Comparator.comparingDouble(group -> Math.abs(sum(single, group) - median)))
                .limit(200)
                .toList();
        double[] gains = ablation.lossGains(matched);
        double[] interactions = new double[matched.size()];
        double[] omegas = new double[matched.size()];
        for (int g = 0; g < gains.length; g++) {
            interactions[g] = gains[g] - sum(single, matched.get(g));
            omegas[g] = info.measures(matched.get(g)).getFirst().measures().o();
        }
        assertThat(found.groups()).isEqualTo(matched.size());
        assertThat(found.interaction())
                .isCloseTo(Arrays.stream(interactions).average().orElseThrow(), within(1e-7));
        assertThat(found.omega()).isCloseTo(pearson(ranks(interactions), ranks(omegas)), within(0.01));
        assertThat(found.domega()).isBetween(-1.0, 1.0);
    }

    private static double sum(double[] single, int[] group) {
        return Arrays.stream(group).mapToDouble(i -> single[i]).sum();
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(x -> Arrays.stream(values)
                        .map(y -> y < x ? 1 : y == x ? 0.5 : 0)
                        .sum())
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
