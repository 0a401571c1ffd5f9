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
        best(manager, network, images, (copy, image, hit) -> right[copy] += hit);
        return Arrays.stream(right)
                .mapToDouble(r -> (double) r / images.count())
                .toArray();
    }

    /** Share of the images of each class whose class has the largest logit [networks][classes]; NaN for a class without images. */
    public static double[][] byClass(List<Network> networks, Images images) {
        int[] size = new int[images.classes()];
        Arrays.stream(images.labels()).forEach(label -> size[label]++);
        double[][] right = new double[networks.size()][size.length];
        try (NDManager manager = Torch.newManager();
                BatchedNetwork network = new BatchedNetwork(manager, networks, List.of())) {
            best(manager, network, images, (copy, image, hit) -> right[copy][images.labels()[image]] += hit);
        }
        for (double[] ofNetwork : right) {
            for (int c = 0; c < size.length; c++) {
                ofNetwork[c] /= size[c];
            }
        }
        return right;
    }

    private interface Hits {
        void image(int copy, int image, int hit);
    }

    /** Tells for each network and image whether the class has the largest logit. */
    private static void best(NDManager manager, BatchedNetwork network, Images images, Hits hits) {
        logits(manager, network, images, (first, count, logits) -> {
            long[] best = logits.argMax(-1).toLongArray();
            for (int c = 0; c < network.copies(); c++) {
                for (int i = 0; i < count; i++) {
                    hits.image(c, first + i, best[c * count + i] == images.labels()[first + i] ? 1 : 0);
                }
            }
        });
    }

    private interface Logits {
        void batch(int first, int count, NDArray logits);
    }

    private static void logits(NDManager manager, BatchedNetwork network, Images images, Logits consumer) {
        int batch = network.architecture().images(network.copies(), BATCH);
        LayerValues.batches(manager, network, images, batch, BatchedNetwork.LayerObserver.NOTHING, consumer::batch);
    }
}
