package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --estimator knn} of scan, measures and search. */
class KnnCommandTest {
    @TempDir
    Path folder;

    /** x, y normal, z = |n| sign(x y), and one that is independent of them. */
    private String signs() throws IOException {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("x,y,z,w\n");
        for (int t = 0; t < 300; t++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double z = Math.abs(random.nextGaussian()) * Math.signum(x * y);
            csv.append(x)
                    .append(',')
                    .append(y)
                    .append(',')
                    .append(z)
                    .append(',')
                    .append(random.nextGaussian());
            csv.append('\n');
        }
        return TestData.write(folder, "signs.csv", csv.toString());
    }

    private static Command knn(String command, String data, String... more) {
        return Command.run(Stream.concat(Stream.of(command, data, "--estimator", "knn"), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static JsonNode json(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return JsonMapper.shared().readTree(command.out());
    }

    @Test
    void aScanSeesWhatIsNotMonotone() throws IOException {
        JsonNode found = json(knn("scan", signs(), "--format", "json", "--neighbours", "3", "--backend", "scalar"));
        JsonNode best = found.at("/orders/0/most_synergistic/0");
        assertThat(best.at("/nplet").toString()).isEqualTo("[0,1,2]");
        assertThat(best.at("/o").asDouble()).isBetween(-0.7, -0.3);
        assertThat(found.at("/run/estimator").asString()).isEqualTo("knn");
        assertThat(found.at("/run/neighbours").asInt()).isEqualTo(3);
        assertThat(found.at("/run/knn_scale").asString()).isEqualTo("scores");
        assertThat(found.at("/run/shrinkage").isNull()).isTrue();
        assertThat(found.at("/run/backend").asString()).isEqualTo("scalar");
        assertThat(found.at("/warnings")).isEmpty();
    }

    @Test
    void measuresAndSearchesHaveTheValuesOfTheScan() throws IOException {
        String data = signs();
        double scanned = json(knn("scan", data, "--format", "json"))
                .at("/orders/0/most_synergistic/0/o")
                .asDouble();
        String nplets = TestData.write(folder, "nplets.txt", "0;1;2\n");
        assertThat(json(knn("measures", data, "--nplets", nplets, "--format", "json"))
                        .findValue("o")
                        .asDouble())
                .isEqualTo(scanned);
        assertThat(knn("search", data, "--max-order", "3", "--format", "csv").out())
                .contains("," + scanned + ",");
    }

    @Test
    void theTableSaysHowItWasEstimated() throws IOException {
        assertThat(knn("scan", signs(), "--knn-scale", "standard").out())
                .contains(
                        "variables: 4, samples: 300, 4 nearest neighbours by standardised values, no bias correction\n");
        assertThat(knn("scan", signs()).out())
                .contains("4 nearest neighbours by normal scores, average ties, no bias correction\n");
    }

    @Test
    void tiesAreNamed() throws IOException {
        String data = TestData.write(folder, "ties.csv", "a,b,c\n" + "0,0,1\n".repeat(6) + "1,2,3\n2,1,4\n3,5,2\n");
        Command command = knn("scan", data, "--format", "csv");
        assertThat(command.code()).isZero();
        assertThat(command.err())
                .contains(
                        "oinfo: warning: tied values: up to 6 samples share a value in column 0 \"a\", column 1 \"b\","
                                + " column 2 \"c\", more than the 4 neighbours");
        assertThat(knn("scan", data, "--strict").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--neighbours 300 | there must be more samples than neighbours: T=300, neighbours=300; ask for fewer neighbours or give more samples",
                "--neighbours 0 | --neighbours must be at least 1: found 0",
                "--bias-correct | --bias-correct must not be given with --estimator knn: it has no correlations, and no formula for its bias",
                "--shrinkage oas | --shrinkage must not be given with --estimator knn: it has no correlations, and no formula for its bias",
                "--knn-scale none --ties random | --ties goes with --knn-scale scores, average or random: found --ties random; choose one of these, or leave it out",
                "--backend simd | --backend must be auto, native or scalar with --estimator knn: found simd; leave it out",
                "--bins 4 | --bins goes with --estimator discrete only: found --bins 4; add that, or leave it out",
                "--order 5 | --order must not exceed the number of variables: --order 5, N=4; choose a smaller order or more columns"
            })
    void nonsenseIsRefused(String options, String message) throws IOException {
        Command command = knn("scan", signs(), options.split(" "));
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
    }

    @Test
    void otherEstimatorsTakeNoneOfIt() throws IOException {
        Command command = Command.run("scan", signs(), "--neighbours", "5");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: --neighbours goes with --estimator knn only: found --neighbours 5; add that, or leave"
                                + " it out\n");
        assertThat(knn("null", signs()).err())
                .contains("a null test needs the estimator copula or gaussian: found knn");
    }
}
