package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.study.images.IdxBytes;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.NetworkFile;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.StudyResult;
import org.oinfo.study.result.Training;

/** Structure and sanity of whole studies; what the numbers say of the claims is not for a test to hope. */
class StudyCommandTest {
    @TempDir
    private Path parent;

    private Command tiny(String folder, String... more) {
        return TinyStudy.of(parent.resolve(folder), "12-12", more);
    }

    private StudyResult read(String folder) throws IOException {
        return TinyStudy.read(parent.resolve(folder));
    }

    /**
     * Of 12 neurons there are 220 triplets: before the ReLU once, after it once, with two other tie rules, shuffled, within classes and
     * untrained, and twice two matrices with its eigenvalues; of 10 outputs 120: logits, also shuffled, within classes and untrained,
     * with as many matrices, and after the softmax. Of two networks 2 (2 x 11 x 220 + 9 x 120); of 64 pixels 3 x 41,664.
     */
    @Test
    void aDryRunTellsWhatAStudyTakesAndLeavesNothing() {
        Command dry = tiny("dry", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .startsWith("dry run, nothing is trained: digits, ")
                .contains("networks: 2, epochs: 3, ", "n-plets to score: up to 136,832\n");
        assertThat(parent.resolve("dry")).doesNotExist();
        Command wrong = tiny("dry", "--dry-run", "--keep", "13");
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void theQuickStudyIsWholeAndItsNetworkReadsDigits() throws Exception {
        Command quick = Command.run("study", parent.resolve("quick").toString(), "--quick", "--networks", "1");
        assertThat(quick.code()).as(quick.err()).isZero();
        StudyResult result = read("quick");
        assertThat(result.training()).hasSize(1).allSatisfy(training -> {
            assertThat(training.testAccuracy()).isGreaterThanOrEqualTo(0.95);
            assertThat(training.initialAccuracy()).isLessThan(0.5);
        });
        assertThat(result.landscapes()).allSatisfy(StudyCommandTest::addsUp);
        for (Condition condition : Condition.values()) {
            assertThat(result.landscapes()).anyMatch(l -> l.condition() == condition);
        }
        // Its networks have no residual sums.
        for (Activation activation : EnumSet.complementOf(EnumSet.of(Activation.SUM))) {
            assertThat(result.landscapes()).anyMatch(l -> l.activation() == activation);
        }
        assertThat(result.importance())
                .hasSize(3)
                .allSatisfy(i -> assertThat(i.neurons()).hasSize(40));
        Set<String> choices =
                new TreeSet<>(result.prunings().stream().map(Pruning::choice).toList());
        assertThat(choices)
                .containsExactly(
                        "ablation",
                        "complement",
                        "entropy",
                        "information",
                        "label",
                        "min-tc",
                        "random",
                        "reconstruction",
                        "redundant",
                        "synergistic",
                        "taylor",
                        "variance",
                        "wanda",
                        "weight");
        assertThat(result.prunings()).hasSize(3 * (13 + 20)).allSatisfy(p -> {
            assertThat(p.refitted()).isBetween(0.0, 1.0);
            assertThat(p.classes()).hasSize(10);
            assertThat(p.retrained()).isNull();
            assertThat(p.tuned()).isNull();
            assertThat(p.kept()).hasSize(3);
        });
        assertThat(result.claims()).isNotEmpty();
        assertThat(parent.resolve("quick/study.html")).isNotEmptyFile();
        assertThat(quick.out()).contains("UNDECIDED").contains("study.html (figures), study.svg (a picture)");
        assertThat(parent.resolve("quick/study.svg"))
                .content()
                .startsWith("<svg xmlns=")
                .contains(
                        "Groups of 3 neurons",
                        "Groups of 5 neurons",
                        "most synergistic",
                        "(1 layer1, 2 layer2, 3 layer3, 4 ");
    }

    @ParameterizedTest
    @CsvSource({"yes,0", "no,0", "perhaps,2"})
    void aDecisionIsYesOrNo(String decision, int code) {
        Command dry = tiny("dry", "--dry-run", "--retrain", decision);
        assertThat(dry.code()).as(dry.err()).isEqualTo(code);
        if (code != 0) {
            assertThat(dry.err()).contains("--retrain must be one of yes, no: found \"perhaps\"");
        }
    }

    private static void addsUp(LayerLandscape landscape) {
        int alive = landscape.width() - landscape.dead().size();
        for (LayerLandscape.Order order : landscape.orders()) {
            long all = 1;
            for (int i = 0; i < order.order(); i++) {
                all = all * (alive - i) / (i + 1);
            }
            assertThat(order.total())
                    .isEqualTo(all)
                    .isEqualTo(order.redundant() + order.synergistic() + order.balanced() + order.singular());
        }
    }

    @Test
    void findingsHaveTheSameBitsForAnyNumberOfThreadsAndNothingIsDoneTwice() throws Exception {
        assertThat(tiny("one", "--threads", "1").code()).isZero();
        assertThat(tiny("two", "--threads", "2").code()).isZero();
        StudyResult one = read("one");
        StudyResult two = read("two");
        assertThat(two.training()).isEqualTo(one.training());
        assertThat(two.importance()).isEqualTo(one.importance());
        assertThat(two.prunings()).isEqualTo(one.prunings());
        assertThat(two.differences()).isEqualTo(one.differences());
        assertThat(two.claims()).isEqualTo(one.claims());
        assertThat(timeless(two)).isEqualTo(timeless(one));

        Command again = tiny("two");
        assertThat(again.code()).isZero();
        assertThat(again.err()).isEmpty();
        Command other = Command.run("study", "prune", parent.resolve("two").toString(), "--random", "4");
        assertThat(other.err()).contains("network 1: prunings").doesNotContain("landscapes", "epoch");
    }

    /** Scans take what time they take. */
    private static List<LayerLandscape> timeless(StudyResult result) {
        return result.landscapes().stream()
                .map(l -> new LayerLandscape(
                        l.seed(),
                        l.layer(),
                        l.activation(),
                        l.condition(),
                        l.ties(),
                        l.width(),
                        l.samples(),
                        l.dead(),
                        l.zeros(),
                        l.tied(),
                        l.orders().stream()
                                .map(o -> new LayerLandscape.Order(
                                        o.order(),
                                        o.total(),
                                        o.redundant(),
                                        o.synergistic(),
                                        o.balanced(),
                                        o.singular(),
                                        o.mean(),
                                        o.s(),
                                        o.variance(),
                                        o.min(),
                                        o.max(),
                                        o.mostSynergistic(),
                                        o.mostRedundant(),
                                        o.histogram(),
                                        0))
                                .toList(),
                        l.subsets(),
                        l.spectrum(),
                        l.tree(),
                        l.about()))
                .toList();
    }

    @Test
    void stagesAreCommandsAndTheReportShowsWhatThereIs() throws Exception {
        String folder = parent.resolve("study").toString();
        Command train = Command.run(
                "study", "train", folder, "--data", "digits", "--network", "8", "--networks", "1", "--epochs", "2");
        assertThat(train.code()).as(train.err()).isZero();
        assertThat(read("study").training().stream().map(Training::seed)).containsExactly(1L);
        assertThat(read("study").landscapes()).isEmpty();
        assertThat(Command.run("study", "capture", folder).code()).isZero();
        Command layers =
                Command.run("study", "layers", folder, "--order", "3", "--control-order", "3", "--subsets", "3");
        assertThat(layers.code()).as(layers.err()).isZero();
        assertThat(layers.err()).doesNotContain("epoch");
        Command report = Command.run("study", "report", folder);
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(read("study").landscapes()).isNotEmpty();
        assertThat(read("study").prunings()).isEmpty();
    }

    /** A checkpoint is the network of a training that ends there, and any saved network can be studied. */
    @Test
    void checkpointsAreNetworksThatCanBeStudied() throws Exception {
        Path three = parent.resolve("three");
        Path two = parent.resolve("two");
        assertThat(TinyStudy.trained(three, "3", "--checkpoint", "1").code()).isZero();
        assertThat(TinyStudy.trained(two, "2").code()).isZero();
        assertThat(three.resolve("network-1/epoch-1.npz")).isNotEmptyFile();
        assertThat(three.resolve("network-1/epoch-3.npz")).doesNotExist();
        Network checkpoint = NetworkFile.read(three.resolve("network-1/epoch-2.npz"));
        Network end = NetworkFile.read(two.resolve("network-1/trained.npz"));
        assertThat(checkpoint.weights().toArray()).isEqualTo(end.weights().toArray());
        assertThat(checkpoint.biases().toArray()).isEqualTo(end.biases().toArray());

        Path given = parent.resolve("given");
        String weights = three.resolve("network-1/epoch-2.npz").toString();
        Command capture = Command.run("study", "capture", given.toString(), "--weights", weights, "--data", "digits");
        assertThat(capture.code()).as(capture.err()).isZero();
        assertThat(Command.run("study", "capture", two.toString()).code()).isZero();
        assertThat(given.resolve("layer1-post.npy"))
                .hasSameBinaryContentAs(two.resolve("network-1/activations/layer1-post.npy"));
        Command layers = Command.run("study", "layers", given.toString(), "--order", "3", "--subsets", "0");
        assertThat(layers.code()).as(layers.err()).isZero();
        assertThat(read("given").landscapes()).isNotEmpty();
        for (String stage : List.of("train", "capture", "prune")) {
            TinyStudy.refused("this is for networks that a study trained: " + given, "study", stage, given.toString());
        }

        // Those it needs are there; those of another training would pass for this one's.
        assertThat(TinyStudy.trained(three, "3", "--checkpoint", "2").err()).isEmpty();
        assertThat(TinyStudy.trained(three, "2").err()).contains("network 1");
        assertThat(three.resolve("network-1/epoch-1.npz")).doesNotExist();
    }

    @Test
    void convolutionsAreStudiedToo() throws Exception {
        Command study = TinyStudy.of(parent.resolve("convolution"), "c6-c6-8");
        assertThat(study.code()).as(study.err()).isZero();
        StudyResult result = read("convolution");
        assertThat(result.run()).containsEntry("network", "8x8-c6-c6-8-10");
        assertThat(result.landscapes().stream()
                        .filter(l -> l.condition() == Condition.TRAINED && l.activation() == Activation.POST)
                        .map(LayerLandscape::width)
                        .distinct())
                .containsExactly(6, 8);
        assertThat(result.prunings()).allSatisfy(p -> {
            int kept = p.choice().equals("complement") ? 3 : p.size();
            assertThat(p.kept().getFirst()).hasSize(kept);
            assertThat(p.retrained()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void aSubNetworkIsCutOutAndWritten() throws Exception {
        assertThat(tiny("study").code()).isZero();
        Path network = parent.resolve("study/network-1/trained.npz");
        Path small = parent.resolve("small.npz");
        Command cut = Command.run(
                "study", "cut", network.toString(), "--keep", "4", "--out", small.toString(), "--data", "digits");
        assertThat(cut.code()).as(cut.err()).isZero();
        assertThat(cut.out()).contains("64-12-12-10", "64-4-4-10 (", "test accuracy: ");
        Command refitted = Command.run(
                "study",
                "cut",
                network.toString(),
                "--keep",
                "4",
                "--out",
                small.toString(),
                "--data",
                "digits",
                "--refit",
                "yes");
        assertThat(refitted.out()).contains("64-4-4-10 (", "% cut, refitted");
        TinyStudy.refused(
                "--refit needs images to fit on: found no --data",
                "study",
                "cut",
                network.toString(),
                "--keep",
                "4",
                "--out",
                small.toString(),
                "--refit",
                "yes");
        Command named =
                Command.run("study", "cut", network.toString(), "--neurons", "layer1=0;5", "--out", small.toString());
        assertThat(named.out()).contains("64-2-12-10 (").contains("layer1: 0;5").contains("layer2: all 12");
        TinyStudy.refused(
                "images must fit the network: it reads 8 x 8 pixels, at most 10 classes; found 1 x 2, 2 classes",
                "study",
                "cut",
                network.toString(),
                "--neurons",
                "layer1=0",
                "--out",
                parent.resolve("none.npz").toString(),
                "--data",
                IdxBytes.folder(parent).toString());
        Command again =
                Command.run("study", "cut", small.toString(), "--neurons", "layer2=3", "--out", small.toString());
        assertThat(again.out()).contains("64-2-12-10 (").contains("64-2-1-10 (");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        String folder = parent.resolve("study").toString();
        TinyStudy.refused(
                "a network must be hidden layers joined by -", "study", folder, "--data", "digits", "--network", "x");
        TinyStudy.refused("images must be digits, fashion-mnist or a folder", "study", folder, "--data", "nowhere");
        TinyStudy.refused(
                "a size must be below the number of neurons", "study", folder, "--data", "digits", "--keep", "300");
        TinyStudy.refused(
                "the number of networks must be at least 1", "study", folder, "--data", "digits", "--networks", "0");
        TinyStudy.refused(
                "--keep must be numbers of neurons or best", "study", folder, "--data", "digits", "--keep", "many");
        TinyStudy.refused("--retrain must be one of yes, no: found \"maybe\"", "study", folder, "--retrain", "maybe");
        TinyStudy.refused(
                "--mask must be one of weights-and-biases, weights: found \"all\"", "study", folder, "--mask", "all");
        TinyStudy.refused(
                "FOLDER and options of oinfo study prune must follow it: found " + folder
                        + " before prune; see oinfo study prune --help",
                "study",
                folder,
                "prune");
        TinyStudy.refused(
                "FOLDER and options of oinfo study report must follow it: found --threads before report;"
                        + " see oinfo study report --help",
                "study",
                "--threads",
                "1",
                "report",
                folder);
        for (String stage : List.of("capture", "layers", "importance", "prune", "report")) {
            TinyStudy.refused("a study must be there: found none in " + folder, "study", stage, folder);
        }
        TinyStudy.refused(
                "the order of the n-plets that score neurons must be at least 3",
                "study",
                folder,
                "--score-order",
                "2");
        TinyStudy.refused(
                "--tensors, --data, --inputs, --labels and --positions are for a model",
                "study",
                "capture",
                folder,
                "--data",
                "digits");
        TinyStudy.refused("a model needs a FOLDER", "study", "capture", "--onnx", "m.onnx", "--data", "digits");
        TinyStudy.refused(
                "a model needs --data, the images to show it, or --inputs",
                "study",
                "capture",
                folder,
                "--onnx",
                "m.onnx");
        TinyStudy.refused(
                "a network must be saved after every 1 epoch or more",
                "study",
                folder,
                "--data",
                "digits",
                "--checkpoint",
                "-1");
        TinyStudy.refused(
                "--weights is captured whole, and alone: found --onnx beside it",
                "study",
                "capture",
                folder,
                "--onnx",
                "m.onnx",
                "--weights",
                "n.npz",
                "--data",
                "digits");
        TinyStudy.refused(
                "the folder of a new study must not look like a stage: found layer; if you meant", "study", "layer");
        TinyStudy.refused(
                "--threads must be at least 1: found 0", "study", folder, "--data", "digits", "--threads", "0");
        TinyStudy.refused(
                "a study must have a folder that can be made: /proc/no/x", "study", "/proc/no/x", "--data", "digits");
        TinyStudy.refused(
                "--out must be in a folder that exists", "study", "cut", "x.npz", "--keep", "3", "--out", "/no/y.npz");
        TinyStudy.refused("what stays must be said once: found neither", "study", "cut", "x.npz", "--out", "y.npz");
        assertThat(parent.resolve("study")).doesNotExist();
    }
}
