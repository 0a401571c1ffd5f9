package org.oinfo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oinfo.data.Variables;

/** The bytes of every form of a listing. */
class ListingTest {
    private static final Variables NAMED =
            new Variables(3, List.of("hip", "knee", "toe"), new int[] {0, 1, 2}, new int[0]);

    private static Listing listing(Unit unit) {
        Provenance run = new Provenance()
                .put("version", "1.2.3")
                .put("input", "x.csv")
                .put("samples", 50)
                .put("variables", 3)
                .put("estimator", "gaussian")
                .put("bias_corrected", false)
                .put("device", "scalar")
                .put("threads", 1)
                .put("seconds", 0.25);
        return new Listing(run, NAMED, unit, "tests")
                .figure("seed", Quantity.COUNT, 7L)
                .figure("null_min", Quantity.INFORMATION, new double[] {Math.log(2), Double.NaN})
                .figure("hypothesis", Quantity.TEXT, "independence")
                .column("nplet", Quantity.NPLET)
                .column("o", Quantity.INFORMATION)
                .column("p", Quantity.NUMBER)
                .column("b", Quantity.COUNT)
                .column("end", Quantity.TEXT)
                .row(new int[] {0, 2}, -Math.log(2), 0.5, 1234, "low")
                .row(new int[] {1}, Double.NaN, null, 2L, "high");
    }

    private static String text(ReportFormat format, Unit unit) throws IOException {
        StringWriter out = new StringWriter();
        format.write(listing(unit), out);
        return out.toString();
    }

    @Test
    void tableIsAligned() throws IOException {
        assertThat(text(ReportFormat.TABLE, Unit.BITS)).isEqualTo("""
                oinfo 1.2.3: x.csv
                variables: 3, samples: 50, plain Gaussian, no bias correction
                scalar, threads: 1, seconds: 0.25; values in bits

                  seed        7
                  hypothesis  independence

                  nplet           o         p      b  end
                  0;2  hip, toe  -1  0.500000  1,234  low
                  1  knee         -         -      2  high
                """);
    }

    @Test
    void csvKeepsEveryDigitAndNames() throws IOException {
        assertThat(text(ReportFormat.CSV, Unit.NATS)).endsWith("""
                # seed: 7
                # null_min: 0.6931471805599453;
                # hypothesis: independence
                nplet,o,p,b,end,names
                0;2,-0.6931471805599453,0.5,1234,low,hip;toe
                1,,,2,high,knee
                """);
    }

    @Test
    void jsonHasNullsForWhatIsNotThere() throws IOException {
        assertThat(text(ReportFormat.JSON, Unit.BITS).replaceAll("\\s", ""))
                .endsWith(
                        "\"dropped\":[],\"figures\":{\"seed\":7,\"null_min\":[1.0,null],\"hypothesis\":\"independence\"},"
                                + "\"tests\":[{\"nplet\":[0,2],\"o\":-1.0,\"p\":0.5,\"b\":1234,\"end\":\"low\"},"
                                + "{\"nplet\":[1],\"o\":null,\"p\":null,\"b\":2,\"end\":\"high\"}]}");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> listing(Unit.NATS).row(1))
                .hasMessage("a row must have a value for each column: 1 for 5");
    }
}
