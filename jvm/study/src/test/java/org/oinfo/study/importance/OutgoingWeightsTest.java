package org.oinfo.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.study.network.Network;

class OutgoingWeightsTest {
    /** All weights 1: a norm is the root of how many there are from a unit into the next layer. */
    @ParameterizedTest
    @CsvSource({
        "c3-c4-5, 0, 3, 36", // 9 weights to each of 4 channels
        "c3-c4-5, 1, 4, 45", // 9 positions to each of 5 neurons
        "c3-c4-5, 2, 5, 12", // 12 classes
        "7-2, 0, 7, 2"
    })
    void everyWeightToTheNextLayerCounts(String hidden, int layer, int units, int weights) {
        Network network = Invented.network(hidden, 12, 1);
        network.weights().forEach(all -> Arrays.fill(all, 1));
        assertThat(OutgoingWeights.norms(network, layer)).hasSize(units).containsOnly(Math.sqrt(weights));
    }

    @Test
    void aUnitIsChargedWithItsOwnWeights() {
        Network network = Invented.network("c2-3", 4, 1);
        float[] next = network.weights().get(1);
        Arrays.fill(next, 0);
        // [3 neurons][2 channels][4 positions]: position 2 from channel 1 to neuron 0, position 0 of it to neuron 2.
        next[6] = 3;
        next[20] = -4;
        assertThat(OutgoingWeights.norms(network, 0)).containsExactly(new double[] {0, 5}, within(0.0));
    }
}
