package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Combinations of TC and DTC, in every form of output. */
class RankByCommandTest {
    /** TC, DTC of the quadruplet of {@link TestData#MATRIX}, known from the definition. */
    private static final double TC = .7891513418;

    private static final double DTC = .7665280874;

    @TempDir
    Path folder;

    private String matrix = "";
    private String nplets = "";

    @BeforeEach
    void write() throws IOException {
        matrix = TestData.write(folder, "r.csv", TestData.MATRIX);
        nplets = TestData.write(folder, "n.txt", "0,1,2,3\na;b\n");
    }

    private static List<String> rows(Command command) {
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aScanHasItsMeasureAsAColumnOfItsName() {
        Command command = Command.run(
                "scan", matrix, "--covariance", "--order", "4", "--rank-by", "delta3", "--format", "csv", "--quiet");
        List<String> rows = rows(command);
        assertThat(command.out()).contains("# rank_by: delta3\n");
        assertThat(rows.getFirst()).isEqualTo("order,tc,dtc,o,s,delta3,nplet,names");
        assertThat(Double.parseDouble(rows.get(1).split(",", -1)[5])).isCloseTo(DTC - 2 * TC, within(1e-9));
        JsonNode json = JsonMapper.shared()
                .readTree(Command.run(
                                "scan",
                                matrix,
                                "--covariance",
                                "--rank-by",
                                "0.5*tc - 2*dtc",
                                "--ends",
                                "smallest",
                                "--format",
                                "json",
                                "--quiet")
                        .out());
        assertThat(json.at("/orders/0/rank_by").asString()).isEqualTo("0.5*tc-2*dtc");
        assertThat(json.at("/orders/0/largest").isNull()).isTrue();
        JsonNode smallest = json.at("/orders/0/smallest");
        assertThat(smallest.size()).isEqualTo(4);
        for (JsonNode nplet : smallest) {
            assertThat(nplet.get("0.5*tc-2*dtc").asDouble())
                    .isCloseTo(
                            .5 * nplet.get("tc").asDouble()
                                    - 2 * nplet.get("dtc").asDouble(),
                            within(1e-15));
        }
        assertThat(smallest.at("/0/0.5*tc-2*dtc").asDouble())
                .isLessThanOrEqualTo(smallest.at("/3/0.5*tc-2*dtc").asDouble());
    }

    @Test
    void theTableHasItToo() {
        Command command = Command.run("scan", matrix, "--covariance", "--rank-by", "s-3*tc", "--top", "2", "--quiet");
        assertThat(command.code()).isZero();
        assertThat(command.out())
                .contains("ranked by: s-3*tc\n", "\n  smallest s-3*tc\n", "\n  largest s-3*tc\n")
                .containsPattern("  o +tc +dtc +s +s-3\\*tc  n-plet\n");
    }

    @Test
    void givenNpletsHaveAsManyColumnsAsAreAskedFor() {
        Command command = Command.run(
                "measures",
                matrix,
                "--covariance",
                "--nplets",
                nplets,
                "--also",
                "delta3,0.5*tc-2*dtc",
                "--unit",
                "bits",
                "--format",
                "csv",
                "--quiet");
        List<String> rows = rows(command);
        assertThat(command.out()).contains("# also: delta3,0.5*tc-2*dtc\n");
        assertThat(rows.getFirst()).isEqualTo("order,tc,dtc,o,s,delta3,0.5*tc-2*dtc,nplet,names");
        String[] first = rows.get(1).split(",", -1);
        assertThat(Double.parseDouble(first[5])).isCloseTo((DTC - 2 * TC) / Math.log(2), within(1e-9));
        assertThat(Double.parseDouble(first[6])).isCloseTo((.5 * TC - 2 * DTC) / Math.log(2), within(1e-9));
        assertThat(first[7]).isEqualTo("0;1;2;3");
        // Of a pair TC = DTC = -ln(1 - .64) / 2.
        assertThat(Double.parseDouble(rows.get(2).split(",", -1)[5]))
                .isCloseTo(Math.log(.36) / Math.log(4), within(1e-9));
    }

    @Test
    void anArrayHasThemBehindTheFour() throws IOException {
        Path out = folder.resolve("v.npy");
        Command command = Command.run(
                "measures",
                matrix,
                "--covariance",
                "--nplets",
                nplets,
                "--also",
                "delta3",
                "--format",
                "npy",
                "--out",
                out.toString(),
                "--quiet");
        assertThat(command.code()).as(command.err()).isZero();
        byte[] bytes = Files.readAllBytes(out);
        int header = 10 + (bytes[8] & 0xff) + 256 * (bytes[9] & 0xff);
        assertThat(new String(bytes, 10, header - 10, StandardCharsets.US_ASCII))
                .contains("(2, 5)");
        ByteBuffer values =
                ByteBuffer.wrap(bytes, header, bytes.length - header).order(ByteOrder.LITTLE_ENDIAN);
        double[] row = new double[5];
        values.asDoubleBuffer().get(row);
        assertThat(row[0]).isCloseTo(TC, within(1e-9));
        assertThat(row[4]).isCloseTo(DTC - 2 * TC, within(1e-9));
        assertThat(values.remaining()).isEqualTo(80);
    }
}
