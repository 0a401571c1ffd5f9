package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Kept;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.Trainer;
import org.oinfo.study.network.TrainingSettings;
import org.oinfo.study.result.Pruning;

class PruneStudyTest {
    private static final ImageSets IMAGES = SmallStudy.digits(300, 200);
    private static final PruneSettings SETTINGS = PruneSettings.defaults()
            .withSizes(List.of(4, 6), false)
            .withDraws(3)
            .withTraining(true, 1);

    @TempDir
    static Path folder;

    private static List<StudiedNetwork> networks = List.of();
    /** The results of the usual settings; computed once. */
    private static List<Pruning> usual = List.of();

    @BeforeAll
    static void train() throws IOException {
        List<StudiedNetwork> trained = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            StudiedNetwork network = SmallStudy.trained("16-14", seed, IMAGES, folder);
            trained.add(new StudiedNetwork(
                    seed,
                    network.initial(),
                    network.trained(),
                    network.capture(),
                    List.of(SmallStudy.scores(seed, "layer1", 16), SmallStudy.scores(seed, "layer2", 14))));
        }
        networks = List.copyOf(trained);
    }

    private static List<Pruning> usual() {
        if (usual.isEmpty()) {
            usual = study(SETTINGS).run(1, Monitor.NONE);
        }
        return usual;
    }

    private static PruneStudy study(PruneSettings settings) {
        return PruneStudy.of(networks, IMAGES, SmallStudy.TRAINING, settings, SmallStudy.OPTIONS, Monitor.NONE);
    }

    /** Where a plain loop over the whole network, with the masks of a sub-network, is right. */
    private static double accuracy(Network network, Kept kept, boolean biasesLive) {
        int right = 0;
        for (int i = 0; i < IMAGES.test().count(); i++) {
            double[] x = new double[64];
            for (int p = 0; p < 64; p++) {
                x[p] = IMAGES.test().pixels()[i * 64 + p];
            }
            for (int l = 0; l < network.weights().size(); l++) {
                boolean hidden = l < kept.units().size();
                float[] w = network.weights().get(l);
                float[] b = network.biases().get(l);
                double[] y = new double[b.length];
                for (int u = 0; u < y.length; u++) {
                    int unit = u;
                    boolean stays =
                            !hidden || Arrays.stream(kept.units().get(l)).anyMatch(k -> k == unit);
                    double sum = stays || biasesLive ? b[u] : 0;
                    for (int j = 0; stays && j < x.length; j++) {
                        sum += w[u * x.length + j] * x[j];
                    }
                    y[u] = hidden ? Math.max(0, sum) : sum;
                }
                x = y;
            }
            int best = 0;
            for (int c = 1; c < x.length; c++) {
                best = x[c] > x[best] ? c : best;
            }
            right += best == IMAGES.test().labels()[i] ? 1 : 0;
        }
        return (double) right / IMAGES.test().count();
    }

    private static Kept kept(StudiedNetwork network, Pruning pruning) {
        Kept kept = Kept.all(network.trained().architecture());
        int first = pruning.scope().equals("layer2") ? 1 : 0;
        for (int l = 0; l < pruning.kept().size(); l++) {
            kept = kept.with(
                    first + l, pruning.kept().get(l).stream().mapToInt(n -> n).toArray());
        }
        return kept;
    }

    @Test
    void everyChoiceOfEverySizeIsTestedInOrder() {
        List<Pruning> prunings = usual();
        assertThat(prunings).hasSize(2 * 2 * 16);
        assertThat(prunings.subList(16, 32))
                .extracting(p -> p.seed() + " " + p.scope() + " " + p.size() + " " + p.choice() + " " + p.draw())
                .containsExactly(
                        "1 hidden 6 synergistic 0",
                        "1 hidden 6 redundant 0",
                        "1 hidden 6 min-tc 0",
                        "1 hidden 6 entropy 0",
                        "1 hidden 6 reconstruction 0",
                        "1 hidden 6 label 0",
                        "1 hidden 6 random 1",
                        "1 hidden 6 random 2",
                        "1 hidden 6 random 3",
                        "1 hidden 6 information 0",
                        "1 hidden 6 variance 0",
                        "1 hidden 6 weight 0",
                        "1 hidden 6 ablation 0",
                        "1 hidden 6 taylor 0",
                        "1 hidden 6 wanda 0",
                        "1 hidden 6 complement 0");
        for (Pruning pruning : prunings) {
            int left = pruning.choice().equals("complement") ? pruning.size() : 0;
            assertThat(pruning.kept()).hasSize(2);
            assertThat(pruning.kept().getFirst()).hasSize(left > 0 ? 16 - left : pruning.size());
            assertThat(pruning.kept().getLast()).hasSize(left > 0 ? 14 - left : pruning.size());
            assertThat(pruning.o()).hasSize(2);
            assertThat(pruning.retrained()).isNotNull();
            assertThat(pruning.tuned()).isNotNull();
        }
    }

    @Test
    void ablatedNetworksDoAsAPlainLoopOverTheMaskedNetworkSays() {
        for (boolean live : new boolean[] {false, true}) {
            PruneSettings.Mask mask = live ? PruneSettings.Mask.WEIGHTS : PruneSettings.Mask.WEIGHTS_AND_BIASES;
            List<Pruning> prunings =
                    study(SETTINGS.withMask(mask).withTraining(false, 0)).run(1, Monitor.NONE);
            for (Pruning pruning : prunings) {
                StudiedNetwork network = networks.get((int) pruning.seed() - 1);
                assertThat(pruning.ablated())
                        .isCloseTo(accuracy(network.trained(), kept(network, pruning), live), within(1e-9));
                assertThat(pruning.retrained()).isNull();
                assertThat(pruning.tuned()).isNull();
            }
        }
    }

    @Test
    void retrainedNetworksDoAsIfEachWereTrainedAlone() {
        // Those of size 6 of the first network.
        StudiedNetwork network = networks.getFirst();
        for (Pruning pruning : usual().subList(16, 32)) {
            double alone = new Trainer(IMAGES, SmallStudy.TRAINING.withSeed(network.seed()), Monitor.NONE)
                    .train(List.of(network.initial().keep(kept(network, pruning))))
                    .testAccuracy(0);
            // Sums may be taken in another order: a test image whose two best logits are close may turn.
            assertThat(Objects.requireNonNull(pruning.retrained())).isCloseTo(alone, within(1.01 / 200));
        }
    }

    @Test
    void masksOnWeightsAloneTrainToTheSameFromBiasesOfZero() {
        StudiedNetwork network = networks.getFirst();
        Pruning pruning = usual().getFirst();
        Kept kept = kept(network, pruning);
        Trainer trainer = new Trainer(IMAGES, SmallStudy.TRAINING.withSeed(1), Monitor.NONE);
        Network compact =
                trainer.train(List.of(network.initial().keep(kept))).networks().getFirst();
        Network masked = trainer.train(List.of(network.initial()), List.of(kept))
                .networks()
                .getFirst();
        for (int l = 0; l <= 2; l++) {
            assertThat(masked.keep(kept).weights().get(l))
                    .containsExactly(compact.weights().get(l), within(1e-4f));
            assertThat(masked.keep(kept).biases().get(l))
                    .containsExactly(compact.biases().get(l), within(1e-4f));
        }
        for (int unit = 0; unit < 16; unit++) {
            if (!pruning.kept().getFirst().contains(unit)) {
                assertThat(masked.biases().getFirst()[unit]).isZero();
            }
        }
    }

    @Test
    void bothMasksRetrainAlikeAndTuneApart() {
        List<Pruning> gone = usual();
        List<Pruning> live =
                study(SETTINGS.withMask(PruneSettings.Mask.WEIGHTS)).run(1, Monitor.NONE);
        double moved = 0;
        for (int i = 0; i < gone.size(); i++) {
            assertThat(Objects.requireNonNull(live.get(i).retrained()))
                    .isCloseTo(Objects.requireNonNull(gone.get(i).retrained()), within(1.01 / 200));
            moved += Math.abs(live.get(i).ablated() - gone.get(i).ablated());
        }
        assertThat(moved).isPositive();
    }

    @Test
    void tunedNetworksGoOnFromTheTrainedWeightsInAnOrderOfTheirOwn() {
        Pruning pruning = usual().getFirst();
        StudiedNetwork network = networks.getFirst();
        TrainingSettings tuning = new TrainingSettings(1, 50, 0.005f, Streams.tuningSeed(1));
        assertThat(tuning.seed()).isNotEqualTo(1);
        double alone = new Trainer(IMAGES, tuning, Monitor.NONE)
                .train(List.of(network.trained().keep(kept(network, pruning))))
                .testAccuracy(0);
        assertThat(Objects.requireNonNull(pruning.tuned())).isCloseTo(alone, within(1.01 / 200));
    }

    @Test
    void threadsChangeNothing() {
        List<Pruning> one = usual();
        List<Pruning> three = PruneStudy.of(
                        networks,
                        IMAGES,
                        SmallStudy.TRAINING,
                        SETTINGS,
                        SmallStudy.OPTIONS.withThreads(2),
                        Monitor.NONE)
                .run(3, Monitor.NONE);
        assertThat(three).isEqualTo(one);
    }

    @Test
    void oneLayerAloneCanBeCut() {
        PruneSettings settings = SETTINGS.withScopes(List.of("layer2"))
                .withSizes(List.of(5), true)
                .withTraining(false, 0);
        List<Pruning> prunings = study(settings).run(1, Monitor.NONE);
        assertThat(prunings).hasSize(2 * 2 * 16);
        int best = prunings.get(16).kept().getFirst().size();
        for (Pruning pruning : prunings.subList(16, 32)) {
            assertThat(pruning.size()).isZero();
            assertThat(pruning.kept()).hasSize(1);
            assertThat(pruning.kept().getFirst()).hasSize(pruning.choice().equals("complement") ? 14 - best : best);
            assertThat(pruning.ablated())
                    .isCloseTo(
                            accuracy(networks.getFirst().trained(), kept(networks.getFirst(), pruning), false),
                            within(1e-9));
        }
    }

    @Test
    void progressAddsUpToTheWorkAndAStopEndsTheStudy() {
        AtomicLong advanced = new AtomicLong();
        PruneStudy study = study(SETTINGS);
        ProgressSteps steps = new ProgressSteps();
        study.run(2, progress -> {
            advanced.addAndGet(steps.since(progress));
            return true;
        });
        // Weights and biases of 64-k-k-10, fifteen times for each size, and of what is left of 16 and 14 once.
        long parameters = 0;
        for (int size = 4; size <= 6; size += 2) {
            parameters += 15L * (65 * size + (size + 1) * size + (size + 1) * 10);
            parameters += 65L * (16 - size) + (17 - size) * (14L - size) + (15 - size) * 10L;
        }
        // 2 networks, 2 passes again and 1 on, of 300 images.
        assertThat(study.work()).isEqualTo(2 * 3 * 300 * parameters).isEqualTo(advanced.get());

        AtomicLong asked = new AtomicLong();
        Monitor stop = progress -> asked.incrementAndGet() <= 20;
        assertThatThrownBy(() -> study.run(2, stop)).isInstanceOf(CancellationException.class);
    }

    @Test
    void networksOfOtherImagesAreRefused() {
        ImageSets small = new ImageSets(
                "small",
                "array",
                "",
                new Images(ImageShape.grey(2, 2), 3, new float[4], new int[1]),
                new Images(ImageShape.grey(2, 2), 3, new float[4], new int[1]));
        assertThatThrownBy(() ->
                        PruneStudy.of(networks, small, SmallStudy.TRAINING, SETTINGS, SmallStudy.OPTIONS, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a network must fit the images: 64-16-14-10 takes 8 x 8 pixels and tells 10 classes, small has"
                                + " 2 x 2 and 3; give the images it was trained on");
    }
}
