package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results with bytes or values changed at random: each is a page with all that it holds, or one line that says why not. */
class DamagedResultTest {
    private static final int MUTANTS = 600;
    private static final Pattern TABLE_ROW = Pattern.compile("<tr><td");
    private static final JsonMapper MAPPER = new JsonMapper();

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = DamagedResultTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan.json",
                "ranked.json",
                "measures.json",
                "null.json",
                "gradients.json",
                "steps.json",
                "curve.json",
                "intervals.json",
                "sampling.json",
                "local.json"
            })
    void isAPageOrALine(String name) throws IOException {
        byte[] good = bytes(name);
        assertThat(holdsAll(good)).isTrue();
        long seed = name.hashCode();
        Damage damage = new Damage(new Random(seed));
        int pages = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bad = i % 2 == 0 ? damage.ofText(good) : damage.ofValues(good);
            try {
                pages += holdsAll(bad) ? 1 : 0;
            } catch (BadInputException e) {
                assertThat(e.getMessage())
                        .contains("r.json")
                        .doesNotContain("\n")
                        .hasSizeLessThan(500);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", mutant " + i + ": " + new String(bad, StandardCharsets.UTF_8), e);
            }
        }
        // Names, numbers and texts may change; what is refused without need would be seen here.
        assertThat(pages).as("pages of %d mutants", MUTANTS).isBetween(MUTANTS / 10, MUTANTS * 9 / 10);
    }

    /** The page has a paragraph for each order and a line of a table for each n-plet or row. */
    private static boolean holdsAll(byte[] json) {
        JsonNode result = ResultFile.read(new ByteArrayInputStream(json), "r.json");
        StringWriter out = new StringWriter();
        ResultPage.write(result, out);
        String text = out.toString().substring(0, out.getBuffer().indexOf("<script>"));
        assertThat(text.contains("NaN") || text.contains("Infinity")).isFalse();
        JsonNode parsed = MAPPER.readTree(json);
        int rows = 0;
        for (JsonNode order : parsed.path("orders")) {
            assertThat(text.contains("<p>Order " + order.path("order").asInt() + ": "))
                    .isTrue();
            for (String ranking : List.of("most_synergistic", "most_redundant", "smallest", "largest")) {
                rows += order.path(ranking).size();
            }
        }
        if (!parsed.has("orders")) {
            for (String field : parsed.propertyNames()) {
                boolean shown = parsed.path(field).isArray()
                        && !List.of("variables", "dropped", "warnings").contains(field);
                rows += shown ? parsed.path(field).size() : 0;
            }
            assertThat(rows + parsed.path("figures").size()).isPositive();
        }
        assertThat(TABLE_ROW.matcher(text).results().count()).isEqualTo(rows);
        return true;
    }
}
