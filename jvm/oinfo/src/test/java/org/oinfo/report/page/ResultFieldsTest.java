package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;

/** Damage to a result is named by its field. */
class ResultFieldsTest {
    private static final String SCAN = """
            {"schema":"oinfo/1","run":{"unit":"nats","samples":50,"variables":3,"warnings":[]},
             "variables":[{"index":0,"name":null},{"index":2,"name":"b"}],"dropped":[],
             "orders":[{"order":3,"total":4,"redundant":1,"synergistic":2,"balanced":1,"singular":0,"partial":false,"fraction":1.0,
               "o":{"mean":-0.25,"variance":0.5,"min":-1.0,"max":0.5},
               "histogram":{"edges":[null,-2,0.5],"counts":[1,2]},
               "per_variable":[{"index":0,"count":4,"mean_o":-0.25}],
               "most_synergistic":[{"nplet":[0,2],"tc":1.0,"dtc":2.0,"o":-1.0,"s":3.0}],"most_redundant":null}]}
            """;

    private static final String LISTING = """
            {"schema":"oinfo/1","run":{"unit":"nats"},"variables":[],"dropped":[],
             "figures":{"surrogates":99},"nplets":[{"end":"synergy","nplet":[0,1]},{"end":"redundancy","nplet":[0,2]}]}
            """;

    private static void read(String json) {
        ResultFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "r.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "run":{"unit":"nats", | "run":{             | run.unit must be one of nats, bits: found nothing
                    "nats"                | "hartleys"          | run.unit must be one of nats, bits: found "hartleys"
                    "samples":50          | "samples":0.5       | run.samples must be a whole number of 1 or more, or null: found 0.5
                    "warnings":[]         | "warnings":[7]      | run.warnings[0] must be a text: found 7
                    "run":{               | "x":{},"run":[],"y":{ | run must be an object: found an array of 0
                    {"index":2            | {"index":-1         | variables[1].index must be a whole number of 0 or more: found -1
                    {"index":2            | {"index":0          | variables[1].index must differ from those before it: found 0
                    "name":"b"            | "name":{}           | variables[1].name must be a text or null: found an object of 0
                    "orders"              | "rows"              | figures must be an object: found nothing
                    "dropped"             | "dropped2"          | a result must hold one array of what was computed (orders, measures, or the rows of a command), not dropped2, orders: found an object of 5
                    "order":3             | "order":3e9         | orders[0].order must be a whole number of 0 or more: found 3.0E9
                    "total":4             | "total":5           | orders[0].total must be the sum of redundant, synergistic, balanced, singular: found 5
                    "redundant":1         | "redundant":null    | orders[0].redundant must be a whole number of 0 or more: found null
                    "partial":false       | "partial":"no"      | orders[0].partial must be true or false: found "no"
                    "fraction":1.0        | "fraction":2        | orders[0].fraction must be a number from 0 to 1: found 2
                    "mean":-0.25          | "mean":1e999        | orders[0].o.mean must be a number or null: found "Infinity"
                    "counts":[1,2]        | "counts":[1]        | orders[0].histogram.edges must be one more than counts: found an array of 3
                    null,-2,0.5           | null,-2,-3          | orders[0].histogram.edges[2] must be above the edge before it: found -3
                    null,-2,0.5           | 0,null,0.5          | orders[0].histogram.edges[1] must be a number: found null
                    "mean_o":-0.25        | "mean":-0.25        | orders[0].per_variable[0].mean_o must be a number or null: found nothing
                    "tc":1.0              | "tc":"a\\u001b[31m" | orders[0].most_synergistic[0].tc must be a number or null: found "a\\u001B[31m"
                    "nplet":[0,2]         | "nplet":[]          | orders[0].most_synergistic[0].nplet must hold something to show: found an array of 0
                    "nplet":[0,2]         | "nplet":[0,"2"]     | orders[0].most_synergistic[0].nplet[1] must be a whole number of 0 or more: found "2"
                    """)
    void aScanIsRefusedByTheNameOfItsField(String text, String damage, String message) {
        refused(SCAN, text, damage, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "figures"               | "facts"                | figures must be an object: found nothing
                    {"surrogates":99}       | {"surrogates":{}}      | figures.surrogates must be a number, a text, true, false or null: found an object of 0
                    "nplets"                | ""                     | a result must have a name of small letters: found an array of 2
                    {"end":"redundancy",    | {                      | nplets[1] must have fields, those of the first row: found an object of 1
                    "nplet":[0,2]           | "nplet":[0,2.5]        | nplets[1].nplet[1] must be a whole number of 0 or more: found 2.5
                    "nplet":[0,2]           | "nplet":7              | nplets[1].nplet must be an array: found 7
                    "end":"synergy"         | "end":["synergy"]      | nplets[0].end[0] must be a number or null: found "synergy"
                    """)
    void aListingIsRefusedByTheNameOfItsField(String text, String damage, String message) {
        refused(LISTING, text, damage, message);
    }

    private static void refused(String good, String text, String damage, String message) {
        read(good);
        String bad = good.replace(text, damage);
        assertThat(bad).isNotEqualTo(good);
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message + " in r.json; give the file as oinfo wrote it with JsonReport");
    }
}
