package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is one line on standard error and exit code 2. */
class WrongCommandsTest {
    private static final String COMMANDS =
            "demo, scan, measures, search, target, dynamic, null, bootstrap, resample, curve, gradients, local, study, report, info";

    @TempDir
    Path folder;

    @BeforeEach
    void data() throws IOException {
        TestData.write(folder, "x.csv", TestData.samples(10));
        TestData.write(folder, "r.csv", TestData.MATRIX);
    }

    /** Runs a line of words; X and R stand for samples and a matrix, DIR for their folder. */
    private Command run(String line) {
        String[] args = line.split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].replace("DIR", folder.toString());
            args[i] = args[i].equals("X") ? folder.resolve("x.csv").toString() : args[i];
            args[i] = args[i].equals("R") ? folder.resolve("r.csv").toString() : args[i];
        }
        return Command.run(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "scan X --order 1 | --order must be at least 2, one variable has no"
                        + " O-information: found \"1\"; see oinfo scan --help",
                "scan X --order 0 | --order must be at least 2, one variable has no"
                        + " O-information: found \"0\"; see oinfo scan --help",
                "scan X --order 5..3 | --order must go from small to large: found \"5..3\";" + " see oinfo scan --help",
                "scan X --order three | --order must be an order such as 3, 3..5, 3,5,"
                        + " 3..N or all: found \"three\"; see oinfo scan --help",
                "scan X --order 6 | --order must not exceed the number of variables: --order 6, N=5; choose"
                        + " a smaller order or more columns",
                "scan X --order 3,7 | --order must not exceed the number of variables: --order 3,7, N=5; choose"
                        + " a smaller order or more columns",
                "scan X --top 0 | --top must be a number from 1 to 10000000, or all: found"
                        + " \"0\"; see oinfo scan --help",
                "scan X --top -3 | --top must be a number from 1 to 10000000, or all: found"
                        + " \"-3\"; see oinfo scan --help",
                "scan X --threads 0 | --threads must be at least 1: found 0",
                "scan X --threads -2 | --threads must be at least 1: found -2",
                "scan X --level most | --level must be one of extremes, plain, variables, full: found"
                        + " \"most\"; see oinfo scan --help",
                "scan X --ends one | --ends must be one of both, synergistic, redundant, smallest, largest: found"
                        + " \"one\"; see oinfo scan --help",
                "scan X --rank-by omega | --rank-by must be one of tc, dtc, o, s: found"
                        + " \"omega\"; see oinfo scan --help",
                "scan X --screen single | Unknown options: '--screen', 'single'; see oinfo scan --help",
                "scan X --format xml | --format must be one of table, csv, json:"
                        + " found \"xml\"; see oinfo scan --help",
                "scan X --shrinkage lots | --shrinkage must be one of none,"
                        + " ledoit-wolf, oas: found \"lots\"; see oinfo scan --help",
                "scan X --bias-correct --shrinkage oas | --bias-correct must not be combined with --shrinkage: its formula"
                        + " holds for the plain correlation matrix only; choose one of the two",
                "scan X --bias-correct --ties ordinal | --bias-correct must not be combined with --ties ordinal: its formula"
                        + " does not hold for them; choose average or random ties",
                "scan X --samples 10 | --samples goes with --covariance only: the samples of DIR/x.csv are counted",
                "scan R --covariance --estimator copula | --estimator must not be given with --covariance: nothing is estimated"
                        + " from samples",
                "scan R --covariance --ties average | --ties must not be given with --covariance: nothing is estimated from"
                        + " samples",
                "scan R --covariance --shrinkage none | --shrinkage must not be given with --covariance: nothing is estimated"
                        + " from samples",
                "scan R --covariance --bias-correct | --bias-correct with --covariance needs the number of samples it comes"
                        + " from: give --samples T",
                "scan R --covariance --samples 1 | --samples must be at least 2: found 1",
                "scan R --covariance --samples 4 --order 4 | there must be more samples than the order, or every n-plet is"
                        + " singular: T=4, order=4; choose a smaller order or give more samples",
                "scan R --covariance --columns 0 | --columns and --drop must leave at least 2 columns: 1 of 4 left",
                "scan X --drop 0-9 | columns of --drop must lie in 0..5: found 9; columns count from 0",
                "scan X --out DIR | --out must be a file: DIR is a directory; name a file in it",
                "scan X --out DIR/x.csv | --out must not be the input: both are DIR/x.csv; choose another name",
                "scan X --out DIR/no/where.csv | --out must be in a folder that exists: there is no folder DIR/no"
                        + " for DIR/no/where.csv; create it or choose another",
                "scan X --out= | --out must be the name of a file: found none; give one",
                "scan DIR/none.npy | the input must exist: there is no file DIR/none.npy; check the path",
                "scan | Missing required parameter: 'DATA'; see oinfo scan --help",
                "scan X --foo | Unknown option: '--foo'; see oinfo scan --help",
                "measures X | Missing required option: '--nplets=FILE'; see oinfo measures --help",
                "measures X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "measures - --nplets - | DATA and --nplets must not both be standard input: give a file for one of them",
                "gradients X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "gradients X --columns 0,1 --pairs | --pairs needs n-plets of at least 3 variables: n-plet 0 (from 0)"
                        + " has 2; remove it or leave --pairs out",
                "local X --nplets R | Missing required option: '--out=FILE.npy'; see oinfo local --help",
                "local X --nplets R --out DIR/l.npy --bias-correct | --bias-correct must not be given here: the mean of"
                        + " local values is the raw measure; leave it out",
                "local X --nplets R --out DIR/l.npy --shrinkage oas | local measures need the plain correlation"
                        + " matrix: found shrinkage oas; choose --shrinkage none",
                "local R --covariance --nplets X --out DIR/l.npy | --covariance must not be given here: what is asked for"
                        + " needs the samples themselves",
                "local X --nplets R --out R | --out must not be the input: both are DIR/r.csv; choose another name",
                "local X --nplets R --out DIR | --out must be a file: DIR is a directory; name a file in it",
                "local X --nplets R --out /dev/null | --out must be a file that can be replaced: /dev/null is none;"
                        + " choose another name",
                "seek X | there is no command seek: commands are " + COMMANDS + "; see oinfo --help",
                "scan X Y | Unmatched argument at index 2: 'Y'; see oinfo scan --help",
                "scan X --threads two | --threads must be an int: found \"two\"; see oinfo scan --help",
                "scan X --seed one | --seed must be a long: found \"one\"; see oinfo scan --help"
            })
    void isRefusedInOneLine(String line, String message) {
        Command command = run(line);
        assertThat(command.err()).isEqualTo("oinfo: " + message.replace("DIR", folder.toString()) + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void anUnknownBackendIsNamed() {
        Command command = run("scan X --backend abacus");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .startsWith("oinfo: backend must be auto or one of [")
                .endsWith("]: backend=abacus\n")
                .hasLineCount(1);
    }

    @Test
    void topAllOfTooManyNpletsIsRefusedBeforeTheScan() throws IOException {
        StringBuilder wide = new StringBuilder();
        Random random = new Random(1);
        for (int t = 0; t < 10; t++) {
            for (int i = 0; i < 600; i++) {
                wide.append(i == 0 ? "" : ",").append(random.nextInt(100_000));
            }
            wide.append('\n');
        }
        TestData.write(folder, "wide.csv", wide.toString());
        Command command = run("scan DIR/wide.csv --top all --quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: --top all must give at most 10000000 n-plets over all orders: order 3 of N=600 goes beyond;"
                                + " choose --top n, other orders or fewer columns\n");
    }

    @Test
    void moreNpletsThanALongHoldsAreRefused() throws IOException {
        StringBuilder wide = new StringBuilder();
        Random random = new Random(1);
        for (int t = 0; t < 120; t++) {
            for (int i = 0; i < 110; i++) {
                wide.append(i == 0 ? "" : ",").append(random.nextInt(100_000));
            }
            wide.append('\n');
        }
        TestData.write(folder, "wide.csv", wide.toString());
        Command command = run("scan DIR/wide.csv --order 50 --quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: the number of n-plets C(N,k) must be below 2^63-1: N=110, k=50; choose fewer variables or"
                                + " another order\n");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        Command command = Command.run();
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo("oinfo: a command must be given: one of " + COMMANDS + "; see oinfo --help\n");
    }

    @Test
    void anOutputThatIsRefusedLeavesNothingBehind() throws IOException {
        run("scan X --out DIR/x.csv");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
