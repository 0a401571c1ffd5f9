package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradientsCommandTest {
    @TempDir
    Path folder;

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void everyVariableOfAnNpletHasARow() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        Command command = Command.runWithInput(
                "d,b\n0;2;3\n", "gradients", matrix, "--covariance", "--nplets", "-", "--format", "csv");
        List<String> rows = rows(command);
        assertThat(rows).hasSize(6);
        assertThat(rows.subList(0, 3))
                .containsExactly("nplet,variable,gradient,names,variable_names", "1;3,1,0.0,b;d,b", "1;3,3,0.0,b;d,d");
        assertThat(rows.get(5)).startsWith("0;2;3,3,").endsWith(",a;c;d,d");
        assertThat(command.out())
                .contains("# gradient: variables\n")
                .contains("# nplets: 2\n")
                .contains("# singular_nplets: 0\n");
    }

    @Test
    void withoutAListTheNpletIsAllColumns() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        Command command = Command.run("gradients", matrix, "--covariance", "--format", "json", "--unit", "bits");
        JsonNode rows = JsonMapper.shared().readTree(command.out()).at("/gradients");
        assertThat(rows.size()).isEqualTo(4);
        String nplets = TestData.write(folder, "n.txt", "0,1,2,3\n1,2,3\n");
        JsonNode measures = JsonMapper.shared()
                .readTree(Command.run("measures", matrix, "--covariance", "--nplets", nplets, "--format", "json")
                        .out())
                .at("/measures");
        double expected = measures.at("/0/o").asDouble() - measures.at("/1/o").asDouble();
        assertThat(rows.at("/0/variable").toString()).isEqualTo("[0]");
        assertThat(rows.at("/0/gradient").asDouble()).isCloseTo(expected / Math.log(2), within(1e-12));
    }

    @Test
    void pairsHaveARowEach() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        List<String> rows = rows(Command.run("gradients", matrix, "--covariance", "--pairs", "--format", "csv"));
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isEqualTo("nplet,pair,gradient,names,pair_names");
        assertThat(rows.get(6)).startsWith("0;1;2;3,2;3,").endsWith(",a;b;c;d,c;d");
    }

    @Test
    void singularNpletsHaveEmptyGradientsAndAreCounted() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,3,5\n0,1,2\n");
        Command command = Command.run("gradients", samples, "--nplets", nplets, "--format", "csv", "--quiet");
        assertThat(rows(command)).contains("0;3;5,0,", "0;3;5,3,", "0;3;5,5,");
        assertThat(command.out()).contains("# singular_nplets: 1\n");
        assertThat(Command.run("gradients", samples, "--nplets", nplets, "--format", "json", "--quiet")
                        .out())
                .contains("\"gradient\" : null");
    }

    @Test
    void biasCorrectionMovesWhatItMovesInTheMeasures() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,1,2,3\n0,1,2\n");
        String[] measures = {"measures", samples, "--nplets", nplets, "--bias-correct", "--format", "json", "--quiet"};
        String[] gradients = measures.clone();
        gradients[0] = "gradients";
        JsonNode scored =
                JsonMapper.shared().readTree(Command.run(measures).out()).at("/measures");
        JsonNode rows =
                JsonMapper.shared().readTree(Command.run(gradients).out()).at("/gradients");
        double expected = scored.at("/0/o").asDouble() - scored.at("/1/o").asDouble();
        assertThat(rows.at("/3/variable").toString()).isEqualTo("[3]");
        assertThat(rows.at("/3/gradient").asDouble()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void anOrderThatTheSamplesDoNotAllowIsRefused() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        Command command = Command.run("gradients", matrix, "--covariance", "--samples", "4");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: there must be more samples than the order, or every n-plet is singular: T=4, order=4;"
                                + " choose a smaller order or give more samples\n");
    }

    /** Of three equal correlations r: (-1 / (1-r) + 1 / (1+2r) + 3r / (1-r^2)) / 3. */
    @Test
    void correlationsHaveARowEach() throws IOException {
        String matrix = TestData.write(folder, "r.csv", "a,b,c\n1,.4,.4\n.4,1,.4\n.4,.4,1\n");
        Command command = Command.run("gradients", matrix, "--covariance", "--correlations", "--format", "csv");
        List<String> rows = rows(command);
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst()).isEqualTo("nplet,pair,gradient,names,pair_names");
        double expected = (-1 / 0.6 + 1 / 1.8 + 1.2 / (1 - 0.16)) / 3;
        for (String row : rows.subList(1, 4)) {
            assertThat(Double.parseDouble(row.split(",", -1)[2])).isCloseTo(expected, within(1e-12));
        }
        assertThat(command.out()).contains("# gradient: correlations\n");
        Command both = Command.run("gradients", matrix, "--covariance", "--correlations", "--pairs");
        Command counted = Command.run("gradients", matrix, "--correlations", "--estimator", "discrete");
        assertThat(counted.code()).isEqualTo(2);
        assertThat(counted.err())
                .isEqualTo("oinfo: derivatives by correlations need the estimator copula or gaussian: found discrete;"
                        + " choose another --estimator\n");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err())
                .isEqualTo("oinfo: one of --pairs and --correlations may be given: found both; choose one\n");
    }
}
