package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** N-plets that mix groups of columns. */
class GroupsCommandTest {
    private static final int N = 8;

    @TempDir
    Path folder;

    private String data = "";

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(23);
        StringBuilder text = new StringBuilder("a,b,c,d,e,f,g,h\n");
        for (int t = 0; t < 80; t++) {
            double common = random.nextGaussian();
            text.append(IntStream.range(0, N)
                            .mapToObj(i -> Double.toString(random.nextGaussian() + i * common / N))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        data = TestData.write(folder, "x.csv", text.toString());
    }

    private JsonNode json(String... more) {
        List<String> args = new ArrayList<>(Arrays.asList(more));
        args.add(1, data);
        args.addAll(List.of("--format", "json", "--quiet"));
        Command command = Command.run(args.toArray(String[]::new));
        assertThat(command.code()).as(command.err()).isZero();
        return JsonMapper.shared().readTree(command.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Eight columns, three and three in groups, g and h in none: C(8,3) = 56 less those that do not mix.
                "any | 36",
                "all | 36",
                "one-each | 24"
            })
    void aScanIsOfTheNpletsThatMix(String mix, int total) {
        JsonNode found = json("scan", "--groups", "a-c;d,4,f".replace("a-c", "0-2"), "--mix", mix, "--top", "all");
        assertThat(found.at("/run/groups").asString()).isEqualTo("0-2;d,4,f");
        assertThat(found.at("/run/mix").asString()).isEqualTo(mix);
        assertThat(found.at("/orders/0/total").asInt()).isEqualTo(total);
        assertThat(found.at("/orders/0/partial").asBoolean()).isFalse();
        JsonNode all = json("scan", "--top", "all");
        List<String> expected = new ArrayList<>();
        for (JsonNode nplet : all.at("/orders/0/most_synergistic")) {
            if (mixes(nplet.get("nplet"), mix)) {
                expected.add(nplet.toString());
            }
        }
        List<String> listed = new ArrayList<>();
        found.at("/orders/0/most_synergistic").forEach(nplet -> listed.add(nplet.toString()));
        assertThat(listed).hasSize(total).isEqualTo(expected);
    }

    private static boolean mixes(JsonNode nplet, String mix) {
        int[] members = new int[2];
        for (JsonNode column : nplet) {
            if (column.asInt() < 6) {
                members[column.asInt() / 3]++;
            }
        }
        return mix.equals("one-each") ? Math.max(members[0], members[1]) < 2 : Math.min(members[0], members[1]) > 0;
    }

    @Test
    void theTableSaysSo() {
        Command command = Command.run("scan", data, "--groups", "0-2;3-5", "--quiet");
        assertThat(command.out())
                .contains("\nonly n-plets that mix groups by any: 0-2;3-5\n")
                .contains("\norder 3: 36 n-plets\n");
    }

    @Test
    void aFileHasAGroupALine() throws IOException {
        String file = TestData.write(folder, "groups.txt", "# regions\na,b,c\n\n3;4;5\n");
        assertThat(json("scan", "--groups", file).at("/orders/0/total").asInt()).isEqualTo(36);
    }

    @Test
    void aRankingByAnotherMeasureIsOfThemToo() {
        JsonNode found = json("scan", "--groups", "0-2;3-5", "--rank-by", "delta3", "--order", "4", "--top", "3");
        JsonNode largest = found.at("/orders/0/largest");
        assertThat(largest.size()).isEqualTo(3);
        for (JsonNode nplet : largest) {
            assertThat(mixes(nplet.get("nplet"), "any")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-order 5 | /steps",
                "--method anneal --order 4 --chains 8 | /optima",
                "--seeds pairs --max-order 5 | /grown"
            })
    void aSearchFindsThemAlone(String options, String rows) {
        for (String mix : List.of("any", "one-each")) {
            List<String> args = new ArrayList<>(List.of("search", "--groups", "0-2;3-5", "--mix", mix));
            args.addAll(List.of(options.replace("order 5", mix.equals("any") ? "order 5" : "order 4")
                    .split(" ")));
            JsonNode found = json(args.toArray(String[]::new)).at(rows);
            assertThat(found).isNotEmpty();
            for (JsonNode row : found) {
                assertThat(mixes(row.get("nplet"), mix)).as("%s: %s", mix, row).isTrue();
            }
        }
    }

    /** Three groups at once need order 3; at most one of each of two groups, with no others, no more than order 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-1;2-3;4-5;6-7 --mix all | 3 | all: none does, of 4 groups and",
                "0-3;4-7 --mix one-each --method anneal --order 3 --columns 0-7 | 3 | one-each: none does, of 2 groups and 0",
                "0-3;4-7 --mix one-each --seeds pairs --max-order 4 --columns 0-7 | 3 | one-each: none does, of 2 groups and 0"
            })
    void aSearchThatCanFindNoneIsRefused(String options, int order, String message) {
        List<String> args = new ArrayList<>(List.of("search", data, "--quiet", "--groups"));
        args.addAll(List.of(options.split(" ")));
        Command refused = Command.run(args.toArray(String[]::new));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("oinfo: some n-plet of order " + order + " must mix the groups by " + message)
                .endsWith("choose another order or another rule\n");
    }

    @Test
    void givenNpletsMustMix() throws IOException {
        String good = TestData.write(folder, "good.txt", "0,3\n1,5,7\n");
        assertThat(json("measures", "--nplets", good, "--groups", "0-2;3-5").at("/measures"))
                .hasSize(2);
        String bad = TestData.write(folder, "bad.txt", "0,3\n0,1,6\n");
        Command refused = Command.run("measures", data, "--nplets", bad, "--groups", "0-2;3-5", "--quiet");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("oinfo: n-plet 1 (from 0) must mix the groups by any: found column 0 \"a\", column 1 \"b\","
                        + " column 6 \"g\"; leave it out\n");
    }

    @Test
    void aDryRunCountsThem() {
        Command command = Command.run("scan", data, "--groups", "0-2;3-5", "--order", "3..4", "--dry-run");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out()).containsPattern("\n +3 +36 ").containsPattern("\n +4 +60 ");
    }
}
