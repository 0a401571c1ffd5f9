package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.oinfo.study.images.Images;

/** How well networks of one shape do on images. */
public final class Evaluation {
    /** Images at a time. */
    private static final int BATCH = 1000;

    private Evaluation() {}

    /** Share of the images whose class has the largest logit, for each network. */
    public static double[] accuracies(List<Network> networks, Images images) {
        return accuracies(networks, List.of(), images);
    }

    /**
     * As {@link #accuracies(List, Images)}, with masks on the weights into some units but not on their biases.
     *
     * @param masks units whose weights stay, for each network
     */
    public static double[] accuracies(List<Network> networks, List<Kept> masks, Images images) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork network = new BatchedNetwork(manager, networks, masks)) {
            return accuracies(manager, network, images);
        }
    }

    /** Mean cross-entropy of the images for each network, nats. */
    public static double[] losses(List<Network> networks, Images images) {
        double[] sums = new double[networks.size()];
        try (NDManager manager = Torch.newManager();
                BatchedNetwork network = new BatchedNetwork(manager, networks, List.of())) {
            int classes = images.classes();
            logits(manager, network, images, (first, count, logits) -> {
                float[] logProbabilities = logits.logSoftmax(-1).toFloatArray();
                for (int c = 0; c < sums.length; c++) {
                    for (int i = 0; i < count; i++) {
                        sums[c] -= logProbabilities[(c * count + i) * classes + images.labels()[first + i]];
                    }
                }
            });
        }
        return Arrays.stream(sums).map(sum -> sum / images.count()).toArray();
    }

    static double[] accuracies(NDManager manager, BatchedNetwork network, Images images) {
        long[] right = new long[network.copies()];
        logits(manager, network, images, (first, count, logits) -> {
            long[] best = logits.argMax(-1).toLongArray();
            for (int c = 0; c < right.length; c++) {
                for (int i = 0; i < count; i++) {
                    if (best[c * count + i] == images.labels()[first + i]) {
                        right[c]++;
                    }
                }
            }
        });
        return Arrays.stream(right)
                .mapToDouble(r -> (double) r / images.count())
                .toArray();
    }

    private interface Logits {
        void batch(int first, int count, NDArray logits);
    }

    private static void logits(NDManager manager, BatchedNetwork network, Images images, Logits consumer) {
        LayerValues.batches(manager, network, images, BATCH, BatchedNetwork.LayerObserver.NOTHING, consumer::batch);
    }
}
