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
    void aConstantColumnIsRefusedByLine() throws IOException {
        String samples = TestData.write(folder, "x.csv", TestData.samples(50));
        String nplets = TestData.write(folder, "n.txt", "0,1\n0,4\n");
        Command command = Command.run("measures", samples, "--nplets", nplets, "--quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo("oinfo: " + nplets
                        + " line 2 (from 1): an n-plet must hold variables that take part: column 4 is"
                        + " constant and was left out\n");
    }
}
