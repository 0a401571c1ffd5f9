package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.report.ReportFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of every command keeps to the published schema. */
class JsonSchemaTest {
    private static final Schema SCHEMA = schema();

    @TempDir
    static Path folder;

    private static String samples = "";

    private static Schema schema() {
        try (InputStream text = ReportFormat.class.getResourceAsStream("oinfo-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void writeData() throws IOException {
        // Column 4 is constant and 5 a multiple of 3: dropped variables and singular n-plets are in every result.
        samples = TestData.write(folder, "x.csv", TestData.samples(60));
        TestData.write(folder, "n.txt", "0,1,2\n0,3,5\n");
        TestData.write(folder, "m.txt", "0,1,2\n0,1,2,3\n");
        TestData.write(folder, "y.csv", "kind\n" + "cat\ndog\n".repeat(30));
    }

    private static String json(String command) {
        List<String> args = new ArrayList<>(List.of(command.replace("n.txt", folder + "/n.txt")
                .replace("m.txt", folder + "/m.txt")
                .replace("y.csv", folder + "/y.csv")
                .split(" ")));
        args.add(1, samples);
        args.addAll(List.of("--format", "json", "--quiet"));
        Command ran = Command.run(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --order 2..3 --level extremes --ends redundant",
                "scan --order 3 --level full --unit bits",
                "scan --columns 0-2,5 --bias-correct --level full",
                "scan --rank-by tc --ends largest",
                "scan --rank-by delta3 --top 2",
                "scan --groups 0,1;2,3",
                "scan --order 3..4 --verify",
                "scan --order 4 --level extremes --verify",
                "measures --nplets n.txt --also delta3,0.5*tc-2*dtc",
                "subsets --nplets n.txt",
                "measures --nplets n.txt",
                "scan --estimator discrete --bins 4 --bias-correct",
                "gradients --nplets n.txt --pairs",
                "local --nplets n.txt --out n.txt.npy",
                "search --starts 2 --beam 2 --paths all --bias-correct",
                "search --seeds pairs --top 2 --bias-correct",
                "search --seeds pairs --ends redundant --estimator discrete --bins 3 --unit bits",
                "search --method random --count 20",
                "search --method anneal --order 3..4 --chains 8 --bias-correct",
                "search --method anneal --order 3 --chains 8 --estimator discrete --bins 3 --unit bits",
                "search --method anneal --order 3 --chains 8 --rank-by s-3*tc",
                "search --method refine --nplets n.txt --rank-by tc",
                "dynamic --drop 4,5 --nplets m.txt",
                "search --method refine --nplets n.txt",
                "search --method refine --nplets n.txt --ends redundant --bias-correct",
                "search --estimator discrete --bins 3 --starts 2 --bias-correct",
                "null --surrogates 19 --columns 0-3",
                "null --surrogates 19 --nplets n.txt --family list --surrogate shift",
                "null --surrogates 19 --columns 0-3 --surrogate tree",
                "null --surrogates 19 --columns 0-3 --order 4 --family search",
                "bootstrap --nplets n.txt --resamples 39",
                "resample --resamples 39 --unit bits",
                "curve --sizes 20,60 --repeats 2",
                "target --target 1 --order 2 --top 2",
                "target --target y.csv --order 2..3 --unit bits",
                "target --target y.csv --order 2 --permutations 19",
                "dynamic --target 0 --order 2 --drop 5",
                "dynamic --target 0,2 --order 2 --drop 5 --method greedy --max-order 3",
            })
    void everyCommandKeepsToIt(String command) {
        String json = json(command);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        Command page = Command.runWithInput(json, "report", "-");
        assertThat(page.code()).as(page.err()).isZero();
    }

    @Test
    void aComparisonAndEachWindowKeepToIt() {
        String compared = json("compare " + samples + " --permutations 19 --columns 0-3,5 --unit bits");
        assertThat(SCHEMA.validate(compared, InputFormat.JSON)).isEmpty();
        Command page = Command.runWithInput(compared, "report", "-");
        assertThat(page.code()).as(page.err()).isZero();
        String windows = json("scan --window 20 --step 20 --rows 0..");
        JsonNode each = JsonMapper.shared().readTree(windows);
        assertThat(each.size()).isEqualTo(3);
        each.forEach(window ->
                assertThat(SCHEMA.validate(window.toString(), InputFormat.JSON)).isEmpty());
        assertThat(Command.runWithInput(windows, "report", "-").code()).isZero();
    }

    @Test
    void whatIsSimulatedKeepsToIt() {
        Command ran = Command.run("simulate", "mixed", "--out", folder + "/s.csv", "--format", "json");
        assertThat(SCHEMA.validate(ran.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotOurs() {
        String good = json("measures --nplets n.txt");
        for (String bad : List.of(
                good.replace("oinfo/1", "oinfo/2"),
                good.replace("\"nplet\" : [ 0, 1, 2 ]", "\"nplet\" : [ 0, 0, 2 ]"),
                good.replace("\"measures\"", "\"orders\""),
                good.replace("\"unit\" : \"nats\"", "\"unit\" : \"hartleys\""))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(SCHEMA.validate(bad, InputFormat.JSON)).isNotEmpty();
        }
    }
}
