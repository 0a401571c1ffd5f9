package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.study.result.StudyResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of the page, as text. A page is long: it is never part of an assertion's message. */
class StudyPageTest {
    private static String page(StudyResult result) {
        StringWriter out = new StringWriter();
        StudyPage.write(result, out);
        return out.toString();
    }

    private static JsonNode charts(String page) {
        Matcher island = Pattern.compile("id=\"charts\">(.*?)</script>").matcher(page);
        assertThat(island.find()).isTrue();
        return new JsonMapper().readTree(island.group(1));
    }

    /** The page without the scripts that draw it. */
    private static String text(String page) {
        return page.substring(0, page.indexOf("<script>"));
    }

    private static List<String> headings(String page) {
        return Pattern.compile("<h2>(.*?)</h2>")
                .matcher(text(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static JsonNode rows(JsonNode chart) {
        return chart.path("datasets").path("rows");
    }

    @Test
    void aWholeStudyHasItsPartsInOrder() {
        String page = page(InventedStudy.whole());
        assertThat(headings(page))
                .containsExactly(
                        "To take home: which neurons to keep",
                        "At a glance",
                        "Claims and what became of them",
                        "Training",
                        "Omega from layer to layer",
                        "What decides: dimensions, trees, the class",
                        "Controls, ties and activations",
                        "Distributions, neurons and groups",
                        "Groups against single neurons",
                        "Sub-networks",
                        "How it was made");
        Matcher row = Pattern.compile(
                        "<summary>The first layer is dominated by redundancy</summary><ul>.*?</ul></details>"
                                + "</td><td><span class=\"word held\">held</span></td><td class=\"figure\">(.*?)</td>",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).isTrue();
        assertThat(row.group(1)).matches("Omega/S 0\\.\\d+ \\[0\\.\\d+, 0\\.\\d+], layer1, order \\d");
        assertThat(page.indexOf("id=\"chart1\""))
                .as("the figure of layers")
                .isLessThan(page.indexOf("<table class=\"findings\">"));
        assertThat(page.contains("<dt>network</dt><dd>784-200-200-200-10</dd>")).isTrue();
        assertThat(page.contains("<dt>orders</dt><dd>3, 4, 5</dd>")).isTrue();
        assertThat(text(page).matches("(?s).*(NaN|>null<|Infinity).*")).isFalse();
    }

    /** A choice that a scale does not name is drawn with no mark at all. */
    @ParameterizedTest
    @CsvSource({"10, choice", "11, choice", "13, against"})
    void everyChoiceHasAMarkOfItsOwn(int number, String field) {
        JsonNode chart = charts(page(InventedStudy.whole())).get(number);
        Set<String> shown = new TreeSet<>();
        rows(chart).forEach(row -> shown.add(row.path(field).asString("")));
        shown.remove("");
        assertThat(shown).hasSizeGreaterThan(5);
        for (JsonNode scale : chart.path("spec").findValues("scale")) {
            if (scale.has("range")) {
                List<String> domain = new ArrayList<>();
                scale.path("domain").forEach(name -> domain.add(name.asString()));
                assertThat(domain)
                        .containsAll(shown)
                        .doesNotHaveDuplicates()
                        .hasSize(scale.path("range").size());
            }
        }
    }

    @Test
    void chartsHoldTheNumbersOfTheStudy() {
        JsonNode charts = charts(page(InventedStudy.whole()));
        assertThat(charts).hasSize(14);
        assertThat(rows(charts.get(0))).as("networks x epochs").hasSize(5 * 20);
        assertThat(rows(charts.get(2)))
                .as("layers x orders x values, and the extremes of matrices at orders 3 and 4")
                .hasSize(4 * 3 * 3 + 4 * 2 * 2);
        assertThat(rows(charts.get(3)))
                .as("layers x orders x groups, and hidden layers x sizes beyond 5 x groups")
                .hasSize(4 * 3 * 3 + 3 * 3 * 3);
        assertThat(rows(charts.get(4)))
                .as("layers x orders 3 and 4 x conditions")
                .hasSize(4 * 2 * 4);
        JsonNode first = rows(charts.get(4)).get(0);
        assertThat(first.path("o").asDouble()).isBetween(0.0110, 0.0130);
        assertThat(first.path("low").asDouble()).isLessThan(first.path("o").asDouble());
        assertThat(rows(charts.get(8))).as("neurons x layers, less a dead one").hasSize(3 * 200 - 1);
        assertThat(rows(charts.get(10)))
                .as("treatments x sizes x (6 choices of groups, random, the band, the whole network)")
                .hasSize(4 * 4 * 9);
        assertThat(rows(charts.get(11)))
                .as("treatments x sizes x (6 single scores, random, the band, the whole network)")
                .hasSize(4 * 4 * 9);
        assertThat(charts.get(10).at("/spec/spec/encoding/x/axis/values").toString())
                .isEqualTo("[5,10,20,50]");
        assertThat(rows(charts.get(13))).as("treatments x sizes x others").hasSize(4 * 4 * 6);
    }

    @Test
    void oneNetworkIsEnough() {
        String page = page(InventedStudy.of(1));
        assertThat(text(page).contains("NaN")).isFalse();
        assertThat(charts(page)).hasSize(14);
    }

    @Test
    void aStudyOfCapturedActivationsHasLandscapesOnly() {
        String page = page(InventedStudy.captured());
        assertThat(headings(page))
                .containsExactly(
                        "At a glance",
                        "Claims and what became of them",
                        "Omega from layer to layer",
                        "What decides: dimensions, trees, the class",
                        "Distributions, neurons and groups",
                        "How it was made");
        assertThat(page.contains("</script><b>"))
                .as("names cannot become markup")
                .isFalse();
        assertThat(page.contains("/dead/Relu")).as("a dead layer is named").isTrue();
        assertThat(charts(page)).hasSize(4);
    }

    @Test
    void partsOfAStageMayBeMissing() {
        String page = page(InventedStudy.partly());
        assertThat(headings(page))
                .containsExactly(
                        "At a glance",
                        "Claims and what became of them",
                        "Groups against single neurons",
                        "Sub-networks",
                        "How it was made");
        assertThat(text(page).contains("NaN")).isFalse();
        assertThat(text(page)
                        .contains("Synergistic sub-networks do better than redundant ones of the same size (ablated,"))
                .isTrue();
        assertThat(text(page).contains("Ablated, synergistic less redundant, points of accuracy: best order: "))
                .isTrue();
        assertThat(text(page).contains("<dt>prune: tune epochs</dt><dd>0</dd>")).isTrue();
        JsonNode charts = charts(page);
        assertThat(charts)
                .as("information, accuracies of groups and of single scores, complements, differences")
                .hasSize(5);
        assertThat(charts.get(1).at("/spec/spec/encoding/x/axis/values").toString())
                .as("the best order is no size")
                .isEqualTo("[10,20,50]");
        assertThat(rows(charts.get(4)).findValuesAsString("size")).contains("best order", "10");
    }

    @Test
    void nothingDoneIsAPageToo() {
        String page = page(InventedStudy.nothing());
        assertThat(headings(page)).containsExactly("How it was made");
        assertThat(charts(page)).isEmpty();
    }

    @Test
    void aPageAsksNoNetworkForAnything() {
        String page = page(InventedStudy.whole());
        for (String address : List.of("<link", "src=\"http", "@import", "sourceMappingURL")) {
            assertThat(page.contains(address)).as(address).isFalse();
        }
    }
}
