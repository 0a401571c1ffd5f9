package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is one line on standard error and exit code 2. */
class WrongCommandsTest {
    private static final String COMMANDS =
            "demo, scan, measures, search, target, dynamic, null, compare, bootstrap, resample, curve, gradients, subsets, local, simulate, study, report, info, worker, mcp";

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
                        + " N, 3..N or all: found \"three\"; see oinfo scan --help",
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
                "scan X --level most | --level must be one of extremes, plain, full: found"
                        + " \"most\"; see oinfo scan --help",
                "scan X --level variables | --level must be one of extremes, plain, full: found"
                        + " \"variables\"; see oinfo scan --help",
                "scan X --ends one | --ends must be one of both, synergistic, redundant, smallest, largest: found"
                        + " \"one\"; see oinfo scan --help",
                "scan X --rank-by omega | --rank-by must be o, tc, dtc, s, delta0 to delta99, or a sum such as"
                        + " 0.5*tc-2*dtc (factors up to 1000): found \"omega\"; see oinfo scan --help",
                "scan X --rank-by tc-tc | --rank-by must have a larger factor of TC and DTC from 0.001 to 1000: found"
                        + " 0.0 tc and 0.0 dtc in tc-tc; scale the measure; see oinfo scan --help",
                "scan X --mix all | --mix goes with --groups only: found --mix all alone; give groups or leave it out",
                "scan X --groups 0,1;1,2 | --groups must not share a column: column 1 is in group 0 and in group 1"
                        + " (from 0); leave it out of one",
                "scan X --groups 0,1,2 | there must be two groups at least to mix by any: found 1; give more groups",
                "scan X --groups 0;9 | columns of --groups must lie in 0..5: found 9; columns count from 0",
                "scan X --groups 0;1;2;3 --mix all | some n-plet of order 3 must mix the groups by all: none does, of 4"
                        + " groups and 1 variables in none; choose another order or another rule",
                "search X --groups 0,1;2,3 --method random | --groups goes with --method greedy or anneal or refine only: found"
                        + " --method random; leave it out or choose one of these",
                "measures X --nplets R --also tc | --also must name measures that are no columns yet: found tc; leave it out",
                "measures X --nplets R --also delta3,delta3 | --also must name measures that are no columns yet: found"
                        + " delta3 twice; leave it out",
                "subsets X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "scan X --screen single | there is no option --screen of oinfo scan; see oinfo scan --help",
                "scan X --format xml | --format must be one of table, csv, json, ndjson, npy:"
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
                "scan X --groups R --out R | --out must not be the input: both are DIR/r.csv; choose another name",
                "scan X --rows-file R --out R | --out must not be the input: both are DIR/r.csv; choose another name",
                "scan X --resume DIR/new --out DIR/./new | --out must not be the input: both are DIR/./new; choose another name",
                "scan X --out DIR/no/where.csv | --out must be in a folder that exists: there is no folder DIR/no"
                        + " for DIR/no/where.csv; create it or choose another",
                "scan X --out= | --out must be the name of a file: found none; give one",
                "scan @DIR/r.csv | the input must exist: there is no file @DIR/r.csv; check the path",
                "@. | there is no command @.: commands are " + COMMANDS + "; see oinfo --help",
                "scan DIR/none.npy | the input must exist: there is no file DIR/none.npy; check the path",
                "scan | DATA must be given: found none; see oinfo scan --help",
                "scan X --foo | there is no option --foo of oinfo scan; see oinfo scan --help",
                "measures X | --nplets FILE must be given: found none; see oinfo measures --help",
                "measures X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "measures - --nplets - | DATA and --nplets must not both be standard input: give a file for one of them",
                "gradients X --nplets DIR/none | --nplets must be a file that can be read: DIR/none is not; check the path",
                "gradients X --columns 0,1 --pairs | --pairs needs n-plets of at least 3 variables: n-plet 0 (from 0)"
                        + " has 2; remove it or leave --pairs out",
                "local X --nplets R | --out FILE.npy must be given: found none; see oinfo local --help",
                "local X --nplets R --out DIR/l.npy --bias-correct | --bias-correct must not be given here: the mean of"
                        + " local values is the raw measure; leave it out",
                "local X --nplets R --out DIR/l.npy --shrinkage oas | local measures need the plain correlation"
                        + " matrix: found shrinkage oas; choose --shrinkage none",
                "local R --covariance --nplets X --out DIR/l.npy | --covariance must not be given here: what is asked for"
                        + " needs the samples themselves",
                "local X --nplets R --out R | --out must not be the input: both are DIR/r.csv; choose another name",
                "local X --nplets X --rows-file R --out R | --out must not be the input: both are DIR/r.csv; choose another name",
                "local X --nplets R --out DIR | --out must be a file: DIR is a directory; name a file in it",
                "local X --nplets R --out /dev/null | --out must be a file that can be replaced: /dev/null is none;"
                        + " choose another name",
                "seek X | there is no command seek: commands are " + COMMANDS + "; see oinfo --help",
                "scna X | there is no command scna: did you mean scan? commands are " + COMMANDS + "; see oinfo --help",
                "curve X Y | curve takes one DATA: found Y, too; leave it out, or run the command once for each; see oinfo curve --help",
                "scan X --threads two | --threads must be a whole number: found \"two\"; see oinfo scan --help",
                "scan X --seed one | --seed must be a whole number: found \"one\"; see oinfo scan --help"
            })
    void isRefusedInOneLine(String line, String message) {
        Command command = run(line);
        assertThat(command.err()).isEqualTo("oinfo: " + message.replace("DIR", folder.toString()) + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    /** What somebody typed who knows neither types nor the parser. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "scan X --ord 3 | there is no option --ord of oinfo scan: did you mean --order?; see oinfo scan --help",
                "scan --ord 3 | there is no option --ord of oinfo scan: did you mean --order?; see oinfo scan --help",
                "scan X --ORDER=3 | there is no option --ORDER of oinfo scan: did you mean --order?; see oinfo scan --help",
                "scan X -order 3 | there is no option -order of oinfo scan: did you mean --order?; see oinfo scan --help",
                "scan X --oder 3 | there is no option --oder of oinfo scan: did you mean --order?; see oinfo scan --help",
                "scan X --co 3 | there is no option --co of oinfo scan: did you mean --covariance or --columns?;"
                        + " see oinfo scan --help",
                "scan X --order | --order must have a value, ORDERS: found none; give one; see oinfo scan --help",
                "scan X --order --quiet | --order must have a value, ORDERS: found --quiet; give one; see oinfo scan --help",
                "scan X --order 3 --order 4 | --order must be given once: found it twice; leave one out;"
                        + " see oinfo scan --help",
                "scan X --order 3;4 | --order must be an order such as 3, 3..5, 3,5, N, 3..N or all: found \"3;4\";"
                        + " see oinfo scan --help",
                "scan X --seed 1e30 | --seed must be a whole number from -9223372036854775808 to 9223372036854775807:"
                        + " found \"1e30\"; see oinfo scan --help",
                "scan X --seed 1e999999999 | --seed must be a whole number from -9223372036854775808 to"
                        + " 9223372036854775807: found \"1e999999999\"; see oinfo scan --help",
                "scan X --seed 1e-999999999 | --seed must be a whole number: found \"1e-999999999\"; see oinfo scan --help",
                "scan X --bias-correct=maybe | --bias-correct takes no value: found \"maybe\"; leave that out;"
                        + " see oinfo scan --help",
                "bootstrap X --nplets R --confidence most | --confidence must be a number: found \"most\";"
                        + " see oinfo bootstrap --help",
                "info now | info takes options only: found now; leave it out; see oinfo info --help",
                "target X Y --target 0 | target takes one DATA: found Y, too; leave it out, or run the command once for each;"
                        + " see oinfo target --help",
                "scan --out= X --order 3 | --out must be the name of a file: found none; give one",
                "null X --nplets N --top 5 | --top must not be given with --nplets, whose n-plets are all listed: found --top 5;"
                        + " leave one of the two out",
                "null X --order 3-4 | --order must be one order here: found 3-4, which are 2; run the command once for each",
                "null X --surrogates 1e12 | --surrogates must be a whole number from -2147483648 to 2147483647:"
                        + " found \"1e12\"; see oinfo null --help",
                "null X --surrogates 1e9 | the number of surrogates must be 1 to 10000000: surrogates=1000000000; 1000 give"
                        + " p-values down to 0.001",
                "search X --method anneal --order 3 --chains 1e9 | the number of chains must be at most 1000000:"
                        + " chains=1000000000; choose fewer, or more sweeps and restarts",
                "resample X --resamples 1e9 | there must be at most 1000000 resamples, for the measures of all are kept:"
                        + " resamples=1000000000; choose fewer",
                "search X --method random --count 1e9 | the number of random n-plets must be at most 10000000, for all are"
                        + " kept: count=1000000000; draw fewer"
            })
    void isRefusedInWordsOfTheUser(String line, String message) {
        isRefusedInOneLine(line, message);
    }

    @Test
    void anEmptyNameIsNoFile() {
        Command command = Command.run("scan", "");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "oinfo: the input must be the name of a file, or - for standard input: found an empty name; give"
                                + " one\n");
    }

    @Test
    void threadsThatOnlyWaitForEachOtherAreRefused() {
        int processors = Runtime.getRuntime().availableProcessors();
        for (int threads : new int[] {4 * processors + 1, 100_000_000}) {
            Command command = run("scan X --threads " + threads);
            assertThat(command.code()).isEqualTo(2);
            assertThat(command.err())
                    .isEqualTo("oinfo: --threads must be at most 4 times the processors, " + 4 * processors
                            + " here: found " + threads + "; leave it out for " + processors + "\n");
        }
        assertThat(run("scan X --quiet --threads " + 4 * processors).code()).isZero();
    }

    /** Five columns vary. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "N | 5",
                "n | 5",
                "all | 3 4 5",
                "ALL | 3 4 5",
                "3-4 | 3 4",
                "3..4 | 3 4",
                "4..N | 4 5",
                "2,4-N | 2 4 5"
            })
    void ordersMeanWhatTheySay(String typed, String orders) {
        Command command = run("scan X --format csv --quiet --top 1 --order " + typed);
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out()
                        .lines()
                        .filter(line -> line.startsWith("# order "))
                        .map(line -> line.replaceFirst("# order (\\d+):.*", "$1"))
                        .toList())
                .isEqualTo(List.of(orders.split(" ")));
        if (!orders.contains(" ")) {
            assertThat(run("null X --surrogates 5 --quiet --order " + typed).out())
                    .containsPattern("order +5\n");
        }
    }

    @Test
    void wholeNumbersMayBeTypedInShort() {
        assertThat(run("null X --surrogates 1e1 --seed 2e3 --format csv --quiet")
                        .out())
                .contains("# surrogates: 10\n", "# seed: 2000\n");
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
