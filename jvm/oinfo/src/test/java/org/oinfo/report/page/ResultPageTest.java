package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

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

    /** The wide charts, as they stand in the page. */
    private static List<String> charts(String page) {
        return Pattern.compile("<svg class=\"wide\".*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> tips(String chart) {
        return Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL)
                .matcher(chart)
                .results()
                .map(tip -> tip.group(1))
                .toList();
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
        assertThat(charts(page)).hasSize(6).noneMatch(chart -> chart.contains("<b>"));
    }

    @Test
    void chartsHoldTheNumbersOfTheResult() {
        List<String> charts = charts(page(SCAN));
        assertThat(tips(charts.get(0)))
                .containsExactly(
                        "synergy-dominated: 2, 50.0 %", "balanced: 1, 25.0 %", "redundancy-dominated: 1, 25.0 %");
        // The bin that ends at infinity, the balanced and the empty one are not drawn.
        assertThat(tips(charts.get(1)))
                .containsExactly("-2 to -1: 2 n-plets, 50.00 %", "0.500000 to 1: 1 n-plets, 25.00 %");
        assertThat(charts.get(1)).contains(">−1 {hip, &lt;/script&gt;&lt;b&gt;, toe}</text>");
        assertThat(tips(charts.get(2))).containsExactly("hip, &lt;/script&gt;&lt;b&gt;, toe: -1");
        assertThat(tips(charts.get(3))).contains("hip, &lt;/script&gt;&lt;b&gt;, toe: O -1, TC 1, DTC 2");
        assertThat(tips(charts.get(4))).contains("hip and toe: in 1 of 1");
    }

    @Test
    void aRankingByAnotherMeasureIsShownUnderItsName() {
        String page = page(
                SCAN.replace("\"most_synergistic\":[", "\"most_synergistic\":null,\"rank_by\":\"tc\",\"smallest\":["));
        assertThat(page).contains("Smallest tc", ">tc, bits</text>").doesNotContain("Largest tc", "Most synergistic");
    }

    @Test
    void correlationsAreShownWhereAResultHasThem() {
        String with = SCAN.substring(0, SCAN.lastIndexOf('}'))
                + ",\"correlations\":{\"columns\":[0,2,3],\"r\":[[],[0.5],[-1,0]]}}";
        String matrix = charts(page(with)).getLast();
        assertThat(charts(page(with))).hasSize(7);
        // Both cells of a pair, of half the colour and of the whole.
        assertThat(matrix).containsPattern("<g opacity=\"0.5\"><path d=\"(M[^M\"]+){2}\" fill=\"var\\(--purple\\)\"");
        assertThat(matrix).containsPattern("<g opacity=\"1\"><path d=\"(M[^M\"]+){2}\" fill=\"var\\(--orange\\)\"");
        assertThatThrownBy(() -> page(with.replace("[0.5]", "[]")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "correlations.r[1] must hold a number for each column before: found an array of 0");
    }

    @Test
    void aPictureIsTheFirstChartOfEachSectionOnWhite() throws IOException {
        StringWriter out = new StringWriter();
        ResultPage.picture(
                ResultFile.read(new ByteArrayInputStream(SCAN.getBytes(StandardCharsets.UTF_8)), "r.json"), out);
        String svg = out.toString();
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("O-information of x.csv: 3 variables", "order 3", "share per doubling")
                .doesNotContain("var(", "total correlation");
        assertThat(tips(svg)).hasSize(3 + 2);
    }

    @Test
    void aPageAsksNoNetworkForAnything() {
        assertThat(page(SCAN)).doesNotContain("<link", "src=", "http", "@import", "sourceMappingURL", "url(");
    }

    @Test
    void listingsShowFiguresAndTheFirstRows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 550; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"nplet\":[0,1],\"p_fwer\":0.001,\"end\":\"low\"}");
        }
        String page = page("{\"schema\":\"oinfo/1\",\"run\":{\"unit\":\"nats\"},\"variables\":[],\"dropped\":[],"
                + "\"figures\":{\"surrogates\":1000,\"null_min\":[1,2]},\"significant_nplets\":[" + rows + "]}");
        assertThat(page)
                .contains("<h2>Significant n-plets</h2>", "<dt>surrogates</dt><dd>1000</dd>", ">p fwer</th>")
                .contains("The first 500 of 550 rows; the result file has them all.")
                .doesNotContain("null min");
    }

    @Test
    void namedWarningsStandBeforeThoseOfTheRunAndNoneTwice() {
        String page = page(SCAN.replace(
                "\"dropped\":[],",
                "\"dropped\":[],\"warnings\":[{\"name\":\"ties\",\"message\":\"many ties\",\"data\":{\"tied\":7}},"
                        + "{\"name\":\"few-samples\",\"message\":\"few <samples>\",\"data\":null}],"));
        assertThat(Pattern.compile("<p class=\"warning\" role=\"note\">(.*?)</p>")
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
                        "<p class=\"warning\" role=\"note\">y.csv: few &lt;samples&gt;</p>");
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
        assertThat(charts(page)).hasSize(12);
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
    void windowsOfASeriesAreDrawnSideBySide() throws IOException {
        String window = SCAN.replace("\"seed\":7,", "\"seed\":7,\"first_row\":0,\"last_row\":9,");
        String windows = "[" + window + ","
                + window.replace("\"first_row\":0,\"last_row\":9", "\"first_row\":5,\"last_row\":14") + "]";
        String page = page(windows);
        assertThat(page)
                .contains(
                        "<title>O-information of x.csv, 2 windows</title>",
                        "<h2>Windows</h2>",
                        "<h2>Rows 5 to 14</h2>");
        assertThat(tips(charts(page).getFirst()))
                .containsExactly("-1", "-1", "-0.250000", "-0.250000", "0.500000", "0.500000");
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
        // The parser repeats what it did not understand, letters that steer a terminal too.
        assertThatThrownBy(() -> page("{\"schema\": Q\u00ad\u200b}"))
                .isInstanceOf(BadInputException.class)
                .message()
                .satisfies(text -> assertThat(Excerpt.oneLine(text)).isEqualTo(text));
    }
}
