package org.oinfo.cli.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;

class DynamicCommandTest {
    @TempDir
    Path folder;

    /** p and q are noise and drive y; r is noise, k constant. */
    @BeforeEach
    void data() throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder("p,q,k,y,r\n");
        double drive = 0;
        for (int t = 0; t < 400; t++) {
            double p = random.nextGaussian();
            double q = random.nextGaussian();
            text.append(p + "," + q + ",7," + (drive + 0.3 * random.nextGaussian()) + "," + random.nextGaussian());
            text.append('\n');
            drive = p + q;
        }
        TestData.write(folder, "x.csv", text.toString());
    }

    private Command run(String line) {
        return Command.run(line.replace("DIR", folder.toString()).split(" "));
    }

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(row -> !row.startsWith("#")).toList();
    }

    @Test
    void findsTheDriversOfASeries() {
        Command command = run("dynamic DIR/x.csv --target y --order 2 --top 1 --format csv --quiet");
        List<String> rows = rows(command);
        assertThat(rows.getFirst())
                .isEqualTo("target,order,end,i,domega,rsi,red_mmi,syn_mmi,redundancy_degree,vulnerability_degree,nplet,"
                        + "target_names,names");
        assertThat(rows.get(1)).startsWith("3,2,synergistic,").endsWith(",0;1,y,p;q");
        assertThat(command.out()).contains("# method: exhaustive\n# lag: 1\n# points: 399\n");
    }

    @Test
    void everySeriesIsATarget() {
        List<String> rows = rows(run("dynamic DIR/x.csv --lag 2 --top 1 --bias-correct --format csv --quiet"));
        assertThat(rows.stream().skip(1).map(row -> row.substring(0, row.indexOf(',', 2))))
                .containsExactly("0,2", "0,2", "0,3", "1,2", "1,2", "1,3", "3,2", "3,2", "3,3", "4,2", "4,2", "4,3");
    }

    @Test
    void greedyKeepsItsPathAndNamesTheBest() {
        List<String> rows = rows(
                run("dynamic DIR/x.csv --target y --method greedy --bias-correct --format csv --quiet --threads 3"));
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1)).startsWith("3,2,synergistic,").contains(",0;1,");
        assertThat(rows.get(2)).startsWith("3,3,synergistic,").contains(",0;1;4,");
        assertThat(rows.get(3)).startsWith("3,2,redundant,");
        assertThat(rows.stream().filter(row -> row.contains(",true,"))).hasSize(2);
    }

    @Test
    void givenGroupsHaveEachMemberAsTargetAndTheSum() throws IOException {
        TestData.write(folder, "n.txt", "p,q,y\n");
        List<String> rows = rows(run("dynamic DIR/x.csv --nplets DIR/n.txt --format csv --quiet"));
        assertThat(rows.getFirst()).isEqualTo("target,i,domega,total_domega,nplet,target_names,names");
        assertThat(rows).hasSize(4);
        double sum = 0;
        for (String row : rows.subList(1, 4)) {
            String[] fields = row.split(",", -1);
            sum += Double.parseDouble(fields[2]);
            assertThat(fields[4]).isEqualTo("0;1;3");
        }
        double total = Double.parseDouble(rows.get(1).split(",", -1)[3]);
        assertThat(total).isCloseTo(sum, within(1e-14)).isNegative();
        Command both = run("dynamic DIR/x.csv --nplets DIR/n.txt --order 2 --quiet");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err())
                .isEqualTo(
                        "oinfo: --order must not be given with --nplets, which says what is scored; leave one of them"
                                + " out\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "--lag 0 | --lag must be at least 1: found 0",
                "--lag 150 | there must be more points in time than columns, or every n-plet is singular: T=400 leaves 250"
                        + " points after lag=150, order=3 needs more than 601 ((order + 1) lag + 1); choose a shorter"
                        + " lag, a smaller order or longer series",
                "--order 4 | --order must not exceed the number of variables: --order 4, N=3; choose a smaller order or more"
                        + " columns",
                "--target k | --target must name series that take part: column 2 \"k\" is constant; choose another",
                "--order 2 --target y --drop y | --target must name series that take part: column 3 \"y\" was not chosen; choose"
                        + " another",
                "--target z | columns of --target must be among the 5 columns: there is no \"z\"; names are \"p\", \"q\","
                        + " \"k\", \"y\", \"r\"",
                "--max-order 4 | --max-order goes with --method greedy only: choose that method, or give --order",
                "--max-order 4 --method greedy | --max-order must be from the order that greedy begins with to the number of"
                        + " sources: found 4, from 2 to 3",
                "--rank-by i --method greedy | --rank-by must be domega with --method greedy, which follows it: found i;"
                        + " leave one of them out",
                "--method beam | --method must be one of exhaustive, greedy: found \"beam\"; see oinfo dynamic --help",
            })
    void isRefusedInOneLine(String options, String message) {
        Command command = run("dynamic DIR/x.csv " + options);
        assertThat(command.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }
}
