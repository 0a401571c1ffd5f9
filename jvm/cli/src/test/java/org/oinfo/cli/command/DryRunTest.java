package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

/** {@code --dry-run}: what it would take, told without taking it. */
class DryRunTest {
    @TempDir
    Path folder;

    private String samples(int variables) throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 40; t++) {
            for (int i = 0; i < variables; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextInt(1_000_000));
            }
            text.append('\n');
        }
        return TestData.write(folder, "x.csv", text.toString());
    }

    /** Of float32; the correlations of these columns take gigabytes. */
    private String wide(int rows, int columns) throws IOException {
        Path path = folder.resolve("wide.npy");
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        byte[] values = new byte[rows * columns * 4];
        new Random(9).nextBytes(values);
        for (int i = 3; i < values.length; i += 4) {
            // Exponents of finite numbers.
            values[i] = 63;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            file.write((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
            file.write(values);
        }
        return path.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target --target 0 --order 2..3 | dry run, nothing is scored: sources of a target, 7 variables, 40 samples | 56",
                "target --target 0 --order all | dry run, nothing is scored: sources of a target, 7 variables, 40 samples | 99",
                "dynamic --order 2 --target 1,5 | dry run, nothing is scored: exhaustive, targets: 2, lag: 1, 8 variables,"
                        + " 40 samples | 42",
                "dynamic --order 2 | dry run, nothing is scored: exhaustive, targets: 8, lag: 1, 8 variables, 40 samples | 168",
                "search --method random --count 500 | dry run, nothing is searched: random, 8 variables, 40 samples | 500"
            })
    void countsWhatWouldBeScored(String words, String head, String nplets) throws IOException {
        String line = words.replaceFirst(" ", " " + samples(8) + " ") + " --dry-run --threads 1";
        Command command = Command.run(line.split(" "));
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out().lines().toList()).hasSize(3);
        assertThat(command.out())
                .startsWith(head + ", threads: 1\nn-plets to score: about " + nplets + "\nmemory: about 0.0 MB, of ");
    }

    @Test
    void greedyAndAnnealingAreForetold() throws IOException {
        for (String method : new String[] {"greedy", "anneal"}) {
            Command command = Command.run("search", samples(8), "--method", method, "--dry-run");
            assertThat(command.code()).as(command.err()).isZero();
            assertThat(command.out()).startsWith("dry run, nothing is searched: " + method + ", 8 variables");
        }
    }

    @Test
    void aSearchOfACovarianceIsForetoldToo() throws IOException {
        String matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        Command command = Command.run("search", matrix, "--covariance", "--dry-run");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out()).startsWith("dry run, nothing is searched: greedy, 4 variables");
    }

    /** 20,000 variables: their correlations would take 6.4 GB, which no heap of these tests has. */
    @ParameterizedTest
    @CsvSource({"scan --order 3", "search --max-order 5", "dynamic --order 2 --target 0", "target --target 0 --order 2"
    })
    void whatWouldNotFitIsForetoldAllTheSame(String words) throws IOException {
        String line = words.replaceFirst(" ", " " + wide(12, 20_000) + " ") + " --dry-run --threads 1";
        Command command = Command.run(line.split(" "));
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out())
                .containsPattern("memory: about 6,[0-9]{3}\\.[0-9] MB, of [0-9,]+ MB that the heap may take\n");
        if (words.startsWith("scan")) {
            assertThat(command.out())
                    .startsWith("dry run, nothing is scanned: 20000 variables, rates measured on 1000 of them, ")
                    .contains(" 1,333,133,340,000 ")
                    .contains("predicted time of all orders: ");
        }
    }

    @Test
    void standardInputIsReadOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(2);
        for (int t = 0; t < 20; t++) {
            text.append(random.nextInt(99))
                    .append(',')
                    .append(random.nextInt(99))
                    .append(',')
                    .append(random.nextInt(99))
                    .append('\n');
        }
        assertThat(Command.runWithInput(text.toString(), "scan", "-", "--dry-run")
                        .out())
                .startsWith("dry run, nothing is scanned: 3 variables");
        assertThat(Command.runWithInput(text.toString(), "search", "-", "--dry-run", "--max-order", "3")
                        .out())
                .startsWith("dry run, nothing is searched: greedy, 3 variables, 20 samples");
    }
}
