package org.oinfo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of every form, for five variables of which the last is a copy of the first. */
class ReportTest {
    private static final double[] R = {
        1, .8, .3, .1, 1, .8, 1, .2, .05, .8, .3, .2, 1, .6, .3, .1, .05, .6, 1, .1, 1, .8, .3, .1, 1
    };
    private static final SquareMatrix NAMED =
            new SquareMatrix(5, R, List.of("hip", "knee", "left, arm", "a;b", "copy"), "array");
    private static final SquareMatrix UNNAMED = new SquareMatrix(5, R, List.of(), "array");

    private static OInformation info(SquareMatrix matrix, Level level) {
        return info(matrix, level, Ends.BOTH);
    }

    private static OInformation info(SquareMatrix matrix, Level level, Ends ends) {
        OInformationOptions options = OInformationOptions.defaults()
                .withBackend("scalar")
                .withThreads(1)
                .withLevel(level)
                .withTop(3)
                .withEnds(ends);
        return OInformation.ofCovariance(matrix, 0, options);
    }

    private static Provenance provenance() {
        return new Provenance()
                .put("version", "1.2.3")
                .put("command", "oinfo scan r.csv")
                .put("input", "r.csv")
                .put("covariance", true)
                .put("samples", null)
                .put("variables", 5)
                .put("estimator", null)
                .put("bias_corrected", false)
                .put("device", "scalar")
                .put("threads", 1)
                .put("seconds", 0.25)
                .put("warnings", List.of("first", "second"));
    }

    private static String scan(ReportFormat format, SquareMatrix matrix, Level level, Unit unit) throws IOException {
        return scan(format, info(matrix, level), provenance(), unit);
    }

    private static String scan(ReportFormat format, OInformation info, Provenance run, Unit unit) throws IOException {
        ScanReport report =
                new ScanReport(run, info.variables(), info.collinear(), List.of(info.scan(3), info.scan(4)), unit, 1);
        StringWriter out = new StringWriter();
        format.write(report, out);
        return out.toString();
    }

    private static String measures(ReportFormat format, SquareMatrix matrix) throws IOException {
        OInformation info = info(matrix, Level.PLAIN);
        var scored = info.measures(new int[] {0, 1, 2, 3}, new int[] {0, 4}, new int[] {2, 3});
        StringWriter out = new StringWriter();
        format.write(new MeasuresReport(provenance(), info.variables(), scored, List.of(), Unit.NATS, 1), out);
        return out.toString();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"TABLE,table", "CSV,csv", "JSON,json"})
    void scansHaveExactlyTheseBytes(ReportFormat format, String suffix) throws IOException {
        assertThat(scan(format, NAMED, Level.FULL, Unit.NATS)).isEqualTo(golden("scan-named-full." + suffix));
        assertThat(scan(format, UNNAMED, Level.PLAIN, Unit.BITS)).isEqualTo(golden("scan-plain-bits." + suffix));
    }

    @ParameterizedTest
    @CsvSource({"TABLE,table", "CSV,csv", "JSON,json"})
    void oneEndAtLevelExtremesHasExactlyTheseBytes(ReportFormat format, String suffix) throws IOException {
        OInformation info = info(NAMED, Level.EXTREMES, Ends.SYNERGISTIC);
        Provenance run =
                provenance().put("level", "extremes").put("ends", "synergistic").put("screen", "auto");
        assertThat(scan(format, info, run, Unit.NATS)).isEqualTo(golden("scan-extremes-synergistic." + suffix));
    }

    @Test
    void eachLevelFillsWhatItComputesAndTheRestIsNull() throws IOException {
        for (Level level : Level.values()) {
            JsonNode order = JsonMapper.shared()
                    .readTree(scan(ReportFormat.JSON, NAMED, level, Unit.NATS))
                    .at("/orders/0");
            assertThat(order.at("/total").asLong()).isEqualTo(10);
            assertThat(order.at("/o/min").isNumber()).isTrue();
            assertThat(order.at("/o/max").isNumber()).isTrue();
            for (String path : List.of("/redundant", "/synergistic", "/balanced", "/singular", "/o/mean")) {
                assertThat(order.at(path).isNumber()).as("%s %s", level, path).isEqualTo(level.counts());
                assertThat(order.at(path).isNull()).as("%s %s", level, path).isEqualTo(!level.counts());
            }
            for (String path : List.of("/per_variable", "/histogram", "/o/variance")) {
                assertThat(order.at(path).isNull()).as("%s %s", level, path).isEqualTo(level != Level.FULL);
            }
        }
    }

    @Test
    void theEndThatIsNotAskedForIsNullAndInNoTable() throws IOException {
        OInformation info = info(UNNAMED, Level.PLAIN, Ends.REDUNDANT);
        JsonNode order = JsonMapper.shared()
                .readTree(scan(ReportFormat.JSON, info, provenance(), Unit.NATS))
                .at("/orders/0");
        assertThat(order.at("/most_synergistic").isNull()).isTrue();
        assertThat(order.at("/most_redundant").size()).isEqualTo(3);
        assertThat(order.at("/o/min").isNull()).isTrue();
        assertThat(order.at("/o/max").asDouble()).isCloseTo(.0179630120, within(1e-10));
        assertThat(scan(ReportFormat.TABLE, info, provenance(), Unit.NATS))
                .contains("  O-information: mean 0.004593, max 0.017963\n")
                .contains("most redundant")
                .doesNotContain("most synergistic");
        assertThat(scan(ReportFormat.CSV, info, provenance(), Unit.NATS)
                        .lines()
                        .filter(line -> line.startsWith("3,"))
                        .map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("0;1;2", "1;2;4", "0;1;3");
    }

    @ParameterizedTest
    @CsvSource({"TABLE,table", "CSV,csv", "JSON,json"})
    void measuresHaveExactlyTheseBytes(ReportFormat format, String suffix) throws IOException {
        assertThat(measures(format, NAMED)).isEqualTo(golden("measures." + suffix));
    }

    @Test
    void jsonHoldsWhatTheDefinitionGives() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(scan(ReportFormat.JSON, NAMED, Level.FULL, Unit.NATS));
        assertThat(json.at("/schema").asString()).isEqualTo("oinfo/1");
        JsonNode triplets = json.at("/orders/0");
        assertThat(triplets.at("/total").asLong()).isEqualTo(10);
        // Three other variables complete the pair {0, 4}.
        assertThat(triplets.at("/singular").asLong()).isEqualTo(3);
        JsonNode quadruplet = json.at("/orders/1/most_redundant/0");
        assertThat(quadruplet.at("/tc").asDouble()).isCloseTo(.7891513418, within(1e-10));
        assertThat(quadruplet.at("/dtc").asDouble()).isCloseTo(.7665280874, within(1e-10));
        assertThat(quadruplet.at("/o").asDouble()).isCloseTo(.0226232543, within(1e-10));
        assertThat(quadruplet.at("/s").asDouble()).isCloseTo(1.5556794292, within(1e-10));
        JsonNode histogram = triplets.at("/histogram");
        assertThat(histogram.at("/edges").size())
                .isEqualTo(histogram.at("/counts").size() + 1);
        long counted = 0;
        for (JsonNode count : histogram.at("/counts")) {
            counted += count.asLong();
        }
        assertThat(counted).isEqualTo(7);
    }

    @Test
    void bitsAreNatsOverLn2() throws IOException {
        JsonNode nats = JsonMapper.shared().readTree(scan(ReportFormat.JSON, NAMED, Level.FULL, Unit.NATS));
        JsonNode bits = JsonMapper.shared().readTree(scan(ReportFormat.JSON, NAMED, Level.FULL, Unit.BITS));
        for (String path :
                List.of("/orders/0/o/mean", "/orders/0/histogram/edges/0", "/orders/0/per_variable/1/mean_o")) {
            assertThat(bits.at(path).asDouble() * Math.log(2))
                    .as(path)
                    .isCloseTo(nats.at(path).asDouble(), within(1e-15));
        }
        assertThat(bits.at("/orders/0/o/variance").asDouble() * Math.log(2) * Math.log(2))
                .isCloseTo(nats.at("/orders/0/o/variance").asDouble(), within(1e-15));
    }

    @Test
    void csvPrintsEveryNpletOnce() throws IOException {
        OInformation info = OInformation.ofCovariance(UNNAMED, 0, OInformationOptions.defaults());
        StringWriter out = new StringWriter();
        ReportFormat.CSV.write(
                new ScanReport(provenance(), info.variables(), List.of(), List.of(info.scan(3)), Unit.NATS, 1), out);
        assertThat(out.toString().lines().filter(line -> line.startsWith("3,")))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    private static String notBegun(ReportFormat format, OInformation info) throws IOException {
        ScanResult nothing = info.scan(3, progress -> false);
        StringWriter out = new StringWriter();
        Variables variables = info.variables();
        format.write(new ScanReport(provenance(), variables, List.of(), List.of(nothing), Unit.NATS, 1), out);
        return out.toString();
    }

    @Test
    void anOrderThatWasNotBegunIsPartialAtLevelExtremesToo() throws IOException {
        OInformation info = info(UNNAMED, Level.EXTREMES);
        JsonNode order =
                JsonMapper.shared().readTree(notBegun(ReportFormat.JSON, info)).at("/orders/0");
        assertThat(order.at("/partial").asBoolean()).isTrue();
        assertThat(order.at("/total").asLong()).isZero();
        assertThat(order.at("/most_synergistic").isArray()).isTrue();
        assertThat(notBegun(ReportFormat.TABLE, info))
                .contains("order 3: 0 n-plets of 10: PARTIAL, 0.0 % done\n\n  most synergistic");
        assertThat(notBegun(ReportFormat.CSV, info)).contains("# order 3: total=0 partial=true fraction=0.0\n");
    }

    @Test
    void anOrderThatWasNotBegunHasNullsAndIsPartial() throws IOException {
        OInformation info = info(UNNAMED, Level.FULL);
        JsonNode order =
                JsonMapper.shared().readTree(notBegun(ReportFormat.JSON, info)).at("/orders/0");
        assertThat(order.at("/partial").asBoolean()).isTrue();
        assertThat(order.at("/fraction").asDouble()).isZero();
        assertThat(order.at("/o/mean").isNull()).isTrue();
        assertThat(order.at("/o/min").isNull()).isTrue();
        assertThat(order.at("/histogram/counts").size()).isZero();
        assertThat(order.at("/per_variable/0/mean_o").isNull()).isTrue();
    }
}
