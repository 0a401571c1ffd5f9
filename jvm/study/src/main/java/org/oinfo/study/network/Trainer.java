package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.BatchedNetwork.HiddenValues;
import org.oinfo.study.result.Training;

/**
 * Trains networks of one shape together, on the same mini-batches. In each step the loss and the gradient of each are
 * those it would have alone, up to the rounding of sums.
 *
 * <p>The same job has the same bits in every run on one kind of processor, for any number of threads. Across kinds of processors, and
 * between training alone and in company, only single steps agree: PyTorch chooses its kernels by the processor's instructions and by the
 * shapes, these round differently, and the first steps of Adam, which go by the sign of a gradient, turn a last bit into a step
 * of full size. Networks trained there differ as those from other seeds do; what a study claims rests on intervals over seeds.
 */
public final class Trainer {
    /** Is told of every epoch. */
    @FunctionalInterface
    public interface Epochs {
        /**
         * An epoch is over.
         *
         * @param epoch counted from 1
         * @param networks as they are now; copied when asked for
         */
        void after(int epoch, Supplier<List<Network>> networks);
    }

    private final ImageSets images;
    private final TrainingSettings settings;
    private final Monitor monitor;

    /**
     * A trainer.
     *
     * @param monitor is told the number of images times networks that were trained on, and may stop the training
     */
    public Trainer(ImageSets images, TrainingSettings settings, Monitor monitor) {
        this.images = images;
        this.settings = settings;
        this.monitor = monitor;
    }

    /**
     * Trains networks.
     *
     * @param starts networks of one architecture
     * @throws CancellationException the monitor wants to stop
     */
    public Trained train(List<Network> starts) {
        return train(starts, List.of());
    }

    /** The same, with a look at the networks after every epoch. */
    public Trained train(List<Network> starts, Epochs epochs) {
        return train(starts, List.of(), epochs);
    }

    /**
     * Trains networks of which the weights into some units are masked while their biases are trained.
     *
     * @param masks units whose weights stay, for each network; the weights of the others are zero in the networks returned
     */
    public Trained train(List<Network> starts, List<Kept> masks) {
        return train(starts, masks, (epoch, networks) -> {});
    }

    private Trained train(List<Network> starts, List<Kept> masks, Epochs epochs) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork network = new BatchedNetwork(manager, starts, masks)) {
            // PyTorch has this switch for each thread.
            JniUtils.setGradMode(true);
            return new Run(manager, network).all(epochs);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** One training. */
    private final class Run {
        private final NDManager manager;
        private final BatchedNetwork network;
        private final NDArray pixels;
        private final NDArray classes;
        private final Optimizer optimizer;
        private final Watch watch;

        Run(NDManager manager, BatchedNetwork network) {
            Images train = images.train();
            this.manager = manager;
            this.network = network;
            this.pixels = manager.create(train.pixels(), new Shape(train.count(), train.size()));
            this.classes = manager.create(oneHot(train), new Shape(train.count(), train.classes()));
            this.optimizer = Optimizer.adam()
                    .optLearningRateTracker(Tracker.fixed(settings.rate()))
                    .optWeightDecays(settings.weightDecay())
                    .build();
            this.watch = new Watch(monitor, 0, (long) train.count() * network.copies() * settings.epochs());
            network.requireGradients();
        }

        private Trained all(Epochs listener) {
            List<List<Training.Epoch>> epochs = new ArrayList<>();
            for (int c = 0; c < network.copies(); c++) {
                epochs.add(new ArrayList<>());
            }
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                double[] losses = epoch(epoch);
                double[] accuracies = Evaluation.accuracies(manager, network, images.test());
                for (int c = 0; c < losses.length; c++) {
                    epochs.get(c).add(new Training.Epoch(epoch, losses[c], accuracies[c]));
                }
                listener.after(epoch, network::networks);
            }
            return new Trained(network.networks(), epochs);
        }

        /** One pass; the mean loss of each copy. */
        private double[] epoch(int epoch) {
            int count = images.train().count();
            UniformRandomProvider random = RandomStreams.of(settings.seed(), 1_000_000L + epoch);
            UniformRandomProvider dropping = RandomStreams.of(settings.seed(), 2_000_000L + epoch);
            int[] order = PermutationSampler.natural(count);
            PermutationSampler.shuffle(random, order);
            double[] losses = new double[network.copies()];
            for (int from = 0; from < count; from += settings.batch()) {
                if (!watch.goOn()) {
                    throw new CancellationException();
                }
                int[] batch = Arrays.copyOfRange(order, from, Math.min(count, from + settings.batch()));
                float[] loss = step(batch, dropping);
                for (int c = 0; c < losses.length; c++) {
                    losses[c] += loss[c] * (double) batch.length / count;
                }
                watch.advanced(0, (long) batch.length * network.copies());
            }
            return losses;
        }

        /** One mini-batch; the loss of each copy before the step. */
        private float[] step(int[] batch, UniformRandomProvider dropping) {
            try (NDManager scope = manager.newSubManager()) {
                NDIndex index = new NDIndex("{}", scope.create(batch));
                NDArray x = pixels.get(scope, index);
                NDArray y = classes.get(scope, index);
                float[] losses = network.backward(
                        x,
                        y,
                        settings.dropout() == 0
                                ? HiddenValues.AS_THEY_ARE
                                : (layer, values) -> values.mul(mask(scope, values.getShape(), dropping)));
                update();
                return losses;
            }
        }

        /** [1][images][units], or [1][images][tokens][units], the same for all networks: each trains as it would alone. */
        private NDArray mask(NDManager scope, Shape values, UniformRandomProvider dropping) {
            Shape shape = new Shape(1).addAll(values.slice(1));
            float[] mask = new float[(int) shape.size()];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = dropping.nextDouble() < settings.dropout() ? 0 : 1 / (1 - settings.dropout());
            }
            return scope.create(mask, shape);
        }

        private void update() {
            List<NDArray> parameters = network.parameters();
            for (int p = 0; p < parameters.size(); p++) {
                try (NDArray gradient = parameters.get(p).getGradient()) {
                    optimizer.update(Integer.toString(p), parameters.get(p), gradient);
                    gradient.subi(gradient);
                }
            }
        }

        private static float[] oneHot(Images images) {
            float[] values = new float[images.count() * images.classes()];
            for (int i = 0; i < images.count(); i++) {
                values[i * images.classes() + images.labels()[i]] = 1;
            }
            return values;
        }
    }
}
