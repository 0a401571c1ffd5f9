package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of a page, as text; that a browser shows it is tested with the command line. */
class ResultPageTest {
    private static final String SCAN = """
            {"schema":"oinfo/1","run":{"version":"1","input":"/data/x.csv","samples":50,"variables":3,"unit":"bits","seed":7,
              "warnings":["few <samples>"]},
             "variables":[{"index":0,"name":"hip"},{"index":2,"name":"</script><b>"},{"index":3,"name":"toe"}],"dropped":[],
             "orders":[{"order":3,"total":4,"redundant":1,"synergistic":2,"balanced":1,"singular":0,"partial":false,"fraction":1.0,
               "o":{"mean":-0.25,"variance":0.5,"min":-1.0,"max":0.5},
               "histogram":{"edges":[null,-2,-1,0.5,1],"counts":[1,2,0,1]},
               "per_variable":[{"index":0,"count":4,"mean_o":-0.25},{"index":2,"count":0,"mean_o":null}],
               "most_synergistic":[{"nplet":[0,2,3],"tc":1.0,"dtc":2.0,"o":-1.0,"s":3.0}],"most_redundant":null}]}
            """;

    private static String page(String json) {
        StringWriter out = new StringWriter();
        ResultPage.write(
                ResultFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "r.json"), out);
        return out.toString();
    }

    /** The charts' data as the page's script reads it. */
    private static JsonNode charts(String page) {
        Matcher island = Pattern.compile("id=\"charts\">(.*?)</script>").matcher(page);
        assertThat(island.find()).isTrue();
        return new JsonMapper().readTree(island.group(1));
    }

    @Test
    void saysInWordsWhatDominates() {
        assertThat(page(SCAN))
                .contains("<title>O-information of x.csv</title>")
                .contains("<p>Order 3: 4 n-plets; redundancy dominates 25.0 %, synergy 50.0 %; O-information from -1 to"
                        + " 0.500000, mean -0.250000.</p>")
                .contains("few &lt;samples&gt;")
                .contains("<dt>seed</dt><dd>7</dd>");
    }

    @Test
    void namesCannotBecomeMarkup() {
        String page = page(SCAN);
        assertThat(page).doesNotContain("</script><b>").contains("hip, &lt;/script&gt;&lt;b&gt;, toe");
        assertThat(charts(page).findValuesAsString("nplet")).contains("hip, </script><b>, toe");
    }

    @Test
    void chartsHoldTheNumbersOfTheResult() {
        JsonNode charts = charts(page(SCAN));
        assertThat(charts).hasSize(4);
        JsonNode histogram = charts.get(1).path("datasets").path("rows");
        // The bin that ends at infinity, the balanced and the empty one are not drawn.
        assertThat(histogram).hasSize(2);
        assertThat(histogram.get(0).path("from").asDouble()).isEqualTo(-2);
        assertThat(histogram.get(0).path("kind").asString()).isEqualTo("synergy-dominated");
        assertThat(histogram.get(0).path("share").asDouble()).isEqualTo(0.5);
        assertThat(histogram.get(1).path("kind").asString()).isEqualTo("redundancy-dominated");
        assertThat(histogram.get(1).path("count").asInt()).isEqualTo(1);
        assertThat(charts.get(2).path("datasets").path("rows")).hasSize(1);
    }

    @Test
    void aRankingByAnotherMeasureIsShownUnderItsName() {
        String page = page(
                SCAN.replace("\"most_synergistic\":[", "\"most_synergistic\":null,\"rank_by\":\"tc\",\"smallest\":["));
        assertThat(page).contains("Smallest tc").doesNotContain("Largest tc", "Most synergistic");
        assertThat(charts(page).get(3)).isEqualTo(charts(page(SCAN)).get(3));
    }

    @Test
    void aPageAsksNoNetworkForAnything() {
        // Of what Vega mentions only the names of XML dialects are addresses, and nobody opens those.
        assertThat(page(SCAN)).doesNotContain("<link", "src=\"http", "@import", "sourceMappingURL");
    }

    @Test
    void listingsShowFiguresAndTheFirstRows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"nplet\":[0,1],\"p_fwer\":0.001,\"end\":\"low\"}");
        }
        String page = page("{\"schema\":\"oinfo/1\",\"run\":{\"unit\":\"nats\"},\"variables\":[],\"dropped\":[],"
                + "\"figures\":{\"surrogates\":1000,\"null_min\":[1,2]},\"significant_nplets\":[" + rows + "]}");
        assertThat(page)
                .contains("<h2>Significant n-plets</h2>", "<dt>surrogates</dt><dd>1000</dd>", ">p fwer</th>")
                .contains("The first 100 of 150 rows; the result file has them all.")
                .doesNotContain("null min");
    }

    @Test
    void namedWarningsStandBeforeThoseOfTheRunAndNoneTwice() {
        String page = page(SCAN.replace(
                "\"dropped\":[],",
                "\"dropped\":[],\"warnings\":[{\"name\":\"ties\",\"message\":\"many ties\",\"data\":{\"tied\":7}},"
                        + "{\"name\":\"few-samples\",\"message\":\"few <samples>\",\"data\":null}],"));
        assertThat(Pattern.compile("<p class=\"warning\">(.*?)</p>")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly("many ties", "few &lt;samples&gt;");
    }

    @Test
    void severalResultsStandBelowEachOther() {
        String page = page(
                "[" + SCAN + "," + SCAN.replace("/data/x.csv", "y.csv").replace("\"order\":3", "\"order\":4") + "]");
        assertThat(page)
                .contains(
                        "<title>O-information of 2 data sets</title>",
                        "<p class=\"warning\">y.csv: few &lt;samples&gt;</p>");
        assertThat(Pattern.compile("<h2>(.*?)</h2>")
                        .matcher(page.substring(0, page.indexOf("<script")))
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly(
                        "/data/x.csv",
                        "Redundancy and synergy",
                        "Order 3",
                        "How it was made",
                        "y.csv",
                        "Redundancy and synergy",
                        "Order 4",
                        "How it was made");
        assertThat(charts(page)).hasSize(8);
        assertThat(charts(page).findValuesAsString("id")).doesNotHaveDuplicates();
    }

    @Test
    void numbersThatAreNoColumnsAreShownAsNumbers() {
        assertThat(
                        page(
                                "{\"schema\":\"oinfo/1\",\"run\":{\"unit\":\"nats\"},\"variables\":[{\"index\":1,\"name\":\"b\"}],"
                                        + "\"dropped\":[],\"figures\":{},\"rows\":[{\"pair\":[0,1],\"null_max\":[0.25,null,1.0]}]}"))
                .contains("<td class=\"text\">0, b</td>", "<td class=\"text\">0.250000, -, 1</td>");
    }

    @Test
    void thePageOfAResultHasTheSameBytesEveryTime() {
        // Charts of two datasets, whose order in a map of this process is chance.
        assertThat(charts(page(SCAN)).get(3).path("datasets").propertyNames()).containsExactly("diagonal", "rows");
    }

    @Test
    void refusesWhatOinfoDidNotWrite() {
        assertThatThrownBy(() -> page("{\"schema\":\"other/3\"}"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a result must be JSON of schema oinfo/1: found schema \"other/3\" in r.json; give a file that"
                                + " oinfo made with JsonReport");
        assertThatThrownBy(() -> page("{\"schema\":\"oinfo-study/1\"}"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a result must be JSON of schema oinfo/1: r.json is a study; make its page with oinfo study"
                        + " report");
        assertThatThrownBy(() -> page("[]"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a result must be JSON that oinfo wrote: r.json is an array of nothing; give a file made with"
                                + " JsonReport");
        assertThatThrownBy(() -> page("[" + SCAN + "," + SCAN.replace("\"total\":4", "\"total\":5") + "]"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("orders[0].total must be the sum of redundant, synergistic, balanced, singular:"
                        + " found 5 in result 2 of r.json;");
        assertThatThrownBy(() -> page("{\"schema\":\n oops}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a result must be JSON that oinfo wrote: r.json is not JSON at line 2, column ")
                .hasMessageContaining(" (both count from 1) (")
                .hasMessageEndingWith("; give a file made with JsonReport");
    }
}
