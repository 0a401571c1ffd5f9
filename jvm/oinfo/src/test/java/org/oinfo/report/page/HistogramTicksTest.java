package org.oinfo.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Every axis has numbers, and those lie on it. */
class HistogramTicksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -2      | 0.5     | [-1.0,-0.1,-0.01,-0.001,0.0,0.001,0.01,0.1]
                    0.02    | 0.9     | [0.02,0.05,0.1,0.2,0.5]
                    0.61    | 0.68    | [0.62,0.64,0.66,0.68]
                    -0.0004 | 0.0003  | [-4.0E-4,-2.0E-4,0.0,2.0E-4]
                    -0.68   | -0.61   | [-0.68,-0.66,-0.64,-0.62]
                    120     | 130     | [120.0,125.0,130.0]
                    """)
    void numbersAreRoundAndSeveral(double low, double high, String ticks) {
        ArrayNode bars = new JsonMapper().createArrayNode();
        double middle = (low + high) / 2;
        bars.addObject().put("from", low).put("to", middle);
        bars.addObject().put("from", middle).put("to", high);
        assertThat(HistogramTicks.of(bars)).hasToString(ticks);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void noWidthNeedsNoNumbers(double low, double high) {
        ArrayNode bars = new JsonMapper().createArrayNode();
        bars.addObject().put("from", low).put("to", high);
        assertThat(HistogramTicks.of(bars)).isEmpty();
        assertThat(HistogramTicks.of(new JsonMapper().createArrayNode())).isEmpty();
    }
}
