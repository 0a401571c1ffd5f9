package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

class MeasuresCommandTest {
    @TempDir
    Path folder;

    @Test
    void rowsKeepTheOrderOfTheLines() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        Command command = Command.runWithInput(
                "# groups\n3,2,1,0\n\nd;c\n",
                "measures",
                matrix,
                "--covariance",
                "--nplets",
                "-",
                "--format",
                "csv",
                "--backend",
                "scalar");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "order,tc,dtc,o,s,nplet,names",
                        "4,0.7891513417516947,0.76652808740442,0.022623254347274635,1.5556794291561147,0;1;2;3,a;b;c;d",
                        "2,0.22314355131420974,0.22314355131420974,0.0,0.4462871026284195,2;3,c;d");
    }

    @Test
    void singularNpletsHaveEmptyMeasures() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,3,5\n");
        Command command = Command.run("measures", samples, "--nplets", nplets, "--format", "csv", "--quiet");
        assertThat(command.out()).endsWith("order,tc,dtc,o,s,nplet\n3,,,,,0;3;5\n");
        assertThat(Command.run("measures", samples, "--nplets", nplets, "--format", "json", "--quiet")
                        .out())
                .contains("\"tc\" : null,");
    }

    @Test
    void theCsvOfAScanIsReadBackWithTheSameValues() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String scan = folder.resolve("scan.csv").toString();
        Command.run("scan", samples, "--format", "csv", "--out", scan, "--quiet", "--backend", "scalar");
        Command command =
                Command.run("measures", samples, "--nplets", scan, "--format", "csv", "--quiet", "--backend", "scalar");
        assertThat(command.out().lines().filter(line -> !line.startsWith("#")).toList())
                .isEqualTo(Files.readAllLines(Path.of(scan)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    void anNpletWithAConstantColumnIsSingularAsOneWithADuplicateIs() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,4\n0,1,2\n2,4,1\n0,3,5\n");
        Command command = Command.run("measures", samples, "--nplets", nplets, "--format", "csv");
        assertThat(command.code()).as(command.err()).isZero();
        String alone = Command.runWithInput("0,1,2\n", "measures", samples, "--nplets", "-", "--format", "csv")
                .out();
        assertThat(command.out())
                .endsWith("order,tc,dtc,o,s,nplet\n2,,,,,0;4\n" + alone.substring(alone.indexOf("\n3,") + 1)
                        + "3,,,,,1;2;4\n3,,,,,0;3;5\n");
        assertThat(command.err())
                .isEqualTo("oinfo: warning: 1 constant column left out: column 4\noinfo: warning: column 3 and column 5"
                        + " determine each other: every n-plet with both is singular\n");
        assertThat(Command.run("measures", samples, "--nplets", nplets, "--quiet")
                        .out())
                .contains("singular      singular      singular      singular  0;4\n");
    }

    /** Its entropy is 0 and it is independent of everything: it adds nothing to TC or DTC. */
    @Test
    void aConstantColumnAddsNothingToCountedStates() throws IOException {
        String states = "0,0,0,5\n0,1,1,5\n1,0,1,5\n1,1,0,5\n";
        String samples = TestData.write(folder, "xor.csv", "a,b,c,d\n" + states + states);
        String nplets = TestData.write(folder, "n.txt", "a;b;c;d\na;d\na;b;c\n");
        Command command = Command.run(
                "measures",
                samples,
                "--estimator",
                "discrete",
                "--nplets",
                nplets,
                "--format",
                "csv",
                "--unit",
                "bits");
        assertThat(command.out())
                .endsWith(
                        "\n4,1.0,2.0,-1.0,3.0,0;1;2;3,a;b;c;d\n2,0.0,0.0,0.0,0.0,0;3,a;d\n3,1.0,2.0,-1.0,3.0,0;1;2,a;b;c\n");
    }

    @Test
    void aConstantColumnIsRefusedByLineWhereEveryMemberMustVary() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,1\n0,4\n");
        Command command = Command.run("gradients", samples, "--nplets", nplets, "--quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo("oinfo: " + nplets
                        + " line 2 (from 1): an n-plet must hold variables that take part: column 4 is"
                        + " constant and was left out\n");
    }
}
