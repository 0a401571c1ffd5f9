package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.MeanAblation;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.Pruning;

class GroupImportanceTest {
    private static final ImageSets IMAGES = SmallStudy.digits(60, 40);

    @Test
    void interactionIsWhatAGroupMattersBeyondItsNeurons() {
        Network network = Network.initial(Architecture.parse("12-6", ImageShape.grey(8, 8), 10), 4);
        MeanAblation ablation = MeanAblation.of(network, 0, IMAGES.train(), IMAGES.test(), 2);
        int[] alive = IntStream.range(0, 12).toArray();
        GroupImportance importance = new GroupImportance(ablation, 12, alive);
        int[] group = {2, 7, 9};
        double[] gains = ablation.lossGains(List.of(group, new int[] {2}, new int[] {7}, new int[] {9}));
        Pruning.Group found = importance.of(group, 0.5, 0.1, 1);
        assertThat(found.tc()).isEqualTo(0.5);
        assertThat(found.gain()).isCloseTo(gains[0], within(1e-6));
        assertThat(found.singles()).isCloseTo(gains[1] + gains[2] + gains[3], within(1e-6));
        assertThat(found.interaction()).isEqualTo(found.gain() - found.singles());
        assertThat(found.rivals()).isBetween(1, GroupImportance.RIVALS);
        if (found.rivals() >= GroupImportance.FEWEST) {
            assertThat(found.p()).isBetween(2.0 / (found.rivals() + 1), 1.0);
        } else {
            assertThat(found.p()).isNull();
        }
        assertThat(importance.of(group, 0.5, 0.1, 1)).isEqualTo(found);
        assertThat(new GroupImportance(ablation, 12, alive).of(group, 0.5, 0.1, 1))
                .isEqualTo(found);
    }
}
