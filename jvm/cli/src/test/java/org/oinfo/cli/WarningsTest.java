package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.Warning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is to warn of reaches people, programs, and those who want none of it. */
class WarningsTest {
    @TempDir
    Path folder;

    private String constant = "";

    @BeforeEach
    void writeData() throws IOException {
        constant = TestData.write(folder, "x.csv", TestData.samples(3000));
    }

    @Test
    void aProgramFindsThemByName() {
        JsonNode result = JsonMapper.shared()
                .readTree(Command.run("scan", constant, "--format", "json").out());
        assertThat(result.get("warnings").values().stream()
                        .map(each -> each.get("name").asString()))
                .containsExactly("constant-columns", "determined-pair");
        assertThat(result.at("/warnings/0/data/columns/0").asInt()).isEqualTo(4);
        assertThat(result.at("/warnings/1/data/columns").values().stream().map(JsonNode::asInt))
                .containsExactly(3, 5);
        assertThat(result.at("/run/warnings/0").asString())
                .isEqualTo(result.at("/warnings/0/message").asString());
    }

    @Test
    void whatHasNothingToSaySaysNothing() {
        Command ran = Command.run("scan", constant, "--columns", "0-3", "--strict", "--format", "json");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(JsonMapper.shared().readTree(ran.out()).has("warnings")).isFalse();
    }

    @Test
    void strictEndsBeforeAnythingIsWritten() {
        Path out = folder.resolve("out.json");
        Command ran = Command.run("scan", constant, "--strict", "--out", out.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "oinfo: there must be nothing to warn of with --strict: constant-columns: 1 constant column left out: column 4,"
                                + " and 1 more; mend the data, or leave --strict out\n");
        assertThat(out).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    private static JsonNode warnings(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--format", "json", "--quiet"));
        Command ran = Command.run(all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out()).path("warnings");
    }

    private static Optional<JsonNode> named(String name, JsonNode warnings) {
        return warnings.valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst();
    }

    private String random(String name, int samples, int columns) throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < samples; t++) {
            for (int c = 0; c < columns; c++) {
                text.append(random.nextGaussian()).append(c == columns - 1 ? '\n' : ',');
            }
        }
        return TestData.write(folder, name, text.toString());
    }

    /**
     * The bias of the O-information of three independent Gaussian variables is (psi((T-1)/2) - 2 psi((T-2)/2) + psi((T-3)/2)) / 2; with
     * T = 17 and psi(8) = 2.0156414779556, psi(7.5) = 1.9467574842461, psi(7) = 1.8727843350985.
     */
    @Test
    void fewSamplesComeWithTheBias() throws IOException {
        JsonNode few =
                named("few-samples", warnings("scan", random("few.csv", 17, 3))).orElseThrow();
        assertThat(few.get("message").asString())
                .isEqualTo(
                        "few samples for order 3: with T=17 the O-information of Gaussian variables comes out 0.0025 nats too"
                                + " low; see --bias-correct");
        assertThat(few.at("/data/order").asInt()).isEqualTo(3);
        assertThat(few.at("/data/samples").asInt()).isEqualTo(17);
        assertThat(few.at("/data/bias_o").asDouble()).isCloseTo(-0.0025445777190, within(1e-10));
        assertThat(named("few-samples", warnings("scan", random("few.csv", 17, 3), "--bias-correct")))
                .isEmpty();
        assertThat(named("few-samples", warnings("scan", random("many.csv", 100, 3))))
                .isEmpty();
    }

    /** Once, whatever the orders. */
    @Test
    void nearestNeighboursWantMoreSamples() throws IOException {
        JsonNode all = warnings("scan", random("few.csv", 99, 4), "--estimator", "knn", "--order", "3..4");
        assertThat(all).hasSize(1);
        assertThat(named("few-samples", all).orElseThrow().get("message").asString())
                .startsWith(
                        "few samples for nearest neighbours: with T=99 the O-information of independent columns comes"
                                + " out too low");
        assertThat(named("few-samples", warnings("scan", random("many.csv", 100, 3), "--estimator", "knn")))
                .isEmpty();
    }

    @Test
    void aTableThatMayLieOnItsSide() throws IOException {
        JsonNode wide = named("more-columns-than-rows", warnings("scan", random("wide.csv", 5, 6)))
                .orElseThrow();
        assertThat(wide.get("message").asString())
                .isEqualTo(
                        "more columns (6) than rows (5): rows are taken as samples; transpose the data if it is the other"
                                + " way round");
        assertThat(wide.get("data").toString()).isEqualTo("{\"columns\":6,\"rows\":5}");
        assertThat(named("more-columns-than-rows", warnings("scan", random("square.csv", 5, 5))))
                .isEmpty();
    }

    @Test
    void samplesThatAreAMatrix() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        JsonNode symmetric =
                named("symmetric-samples", warnings("scan", matrix)).orElseThrow();
        assertThat(symmetric.get("message").asString())
                .isEqualTo(matrix
                        + " is a symmetric matrix of 4 x 4, and its rows are taken as samples; if it is a covariance or"
                        + " correlation matrix, say so with --covariance");
        assertThat(symmetric.get("data").toString()).isEqualTo("{\"variables\":4}");
        String other = TestData.write(folder, "r.csv", TestData.MATRIX.replace(".8,1,.2", ".7,1,.2"));
        assertThat(named("symmetric-samples", warnings("scan", other))).isEmpty();
        assertThat(warnings("scan", TestData.write(folder, "r.csv", TestData.MATRIX), "--covariance")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void sourcesThatATargetDetermines() throws IOException {
        String sources = random("y.csv", 3000, 5);
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(sources))) {
            text.append(line)
                    .append(',')
                    .append(line, line.lastIndexOf(',') + 1, line.length())
                    .append('\n');
        }
        String copied = TestData.write(folder, "copied.csv", text.toString());
        JsonNode unsound = named("unsound-target", warnings("target", copied, "--target", "5", "--order", "2"))
                .orElseThrow();
        assertThat(unsound.get("message").asString())
                .isEqualTo("determined by the target: column 4; every n-plet with such a source is singular");
        assertThat(unsound.get("data").toString()).isEqualTo("{\"columns\":[4]}");
        assertThat(warnings("target", sources, "--target", "4", "--order", "2").isMissingNode())
                .isTrue();
    }

    @Test
    void everyNameIsDocumented() throws IOException {
        String text = Files.readString(Path.of("..", "..", "docs", "output.md"));
        assertThat(Arrays.stream(Warning.Name.values()).map(Warning.Name::text))
                .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
    }
}
