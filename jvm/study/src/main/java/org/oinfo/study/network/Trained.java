package org.oinfo.study.network;

import java.util.List;
import org.oinfo.study.result.Training;

/**
 * Networks after training.
 *
 * @param networks in the order they were given
 * @param epochs of each network
 */
public record Trained(List<Network> networks, List<List<Training.Epoch>> epochs) {
    /** Accuracy on the test images after the last epoch. */
    public double testAccuracy(int network) {
        return epochs.get(network).getLast().testAccuracy();
    }
}
