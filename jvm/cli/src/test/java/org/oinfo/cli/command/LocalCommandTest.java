package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalCommandTest {
    private static final int SAMPLES = 60;

    @TempDir
    Path folder;

    private String samples = "";
    private String nplets = "";

    @BeforeEach
    void data() throws IOException {
        samples = TestData.write(folder, "x.csv", TestData.samples(SAMPLES));
        nplets = TestData.write(folder, "n.txt", "0,1,2\n3,1\n0,3,5\n");
    }

    private Path out() {
        return folder.resolve("local.npy");
    }

    /** The values behind the header, which must say that there are 60 x 3 x 4. */
    private double[] values() throws IOException {
        byte[] bytes = Files.readAllBytes(out());
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertThat(header).startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (60, 3, 4), }");
        double[] values = new double[SAMPLES * 12];
        ByteBuffer.wrap(bytes, 128, bytes.length - 128)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        assertThat(bytes).hasSize(128 + 8 * values.length);
        return values;
    }

    private static double mean(double[] values, int nplet, int measure) {
        double sum = 0;
        for (int t = 0; t < SAMPLES; t++) {
            sum += values[t * 12 + nplet * 4 + measure];
        }
        return sum / SAMPLES;
    }

    @Test
    void theMeansOfTheFileAreTheMeasures() throws IOException {
        Command command = Command.run(
                "local", samples, "--nplets", nplets, "--out", out().toString(), "--format", "json", "--quiet");
        assertThat(command.code()).as(command.err()).isZero();
        double[] values = values();
        JsonNode measures = JsonMapper.shared()
                .readTree(Command.run("measures", samples, "--nplets", nplets, "--format", "json", "--quiet")
                        .out())
                .at("/measures");
        JsonNode listing = JsonMapper.shared().readTree(command.out());
        String[] names = {"tc", "dtc", "o", "s"};
        for (int n = 0; n < 2; n++) {
            for (int m = 0; m < 4; m++) {
                double expected = measures.at("/" + n + "/" + names[m]).asDouble();
                JsonNode row = listing.at("/local/" + (4 * n + m));
                assertThat(mean(values, n, m)).isCloseTo(expected, within(1e-12 * 5));
                assertThat(row.at("/mean").asDouble()).isCloseTo(expected, within(1e-12 * 5));
                assertThat(row.at("/measure").asString()).isEqualTo(names[m]);
                assertThat(row.at("/index").asInt()).isEqualTo(n);
                assertThat(row.at("/min").asDouble())
                        .isLessThanOrEqualTo(row.at("/max").asDouble());
            }
        }
        assertThat(listing.at("/local/4/nplet").toString()).isEqualTo("[1,3]");
        assertThat(values[2 * 4]).isNaN();
        assertThat(listing.at("/local/8/mean").isNull()).isTrue();
        assertThat(listing.at("/figures/singular_nplets").asInt()).isEqualTo(1);
        assertThat(listing.at("/figures/shape").asString()).isEqualTo("60 x 3 x 4");
    }

    @Test
    void bitsAreBitsInFileAndListing() throws IOException {
        Command.run("local", samples, "--nplets", nplets, "--out", out().toString(), "--quiet");
        double[] nats = values();
        Command command = Command.run(
                "local",
                samples,
                "--nplets",
                nplets,
                "--out",
                out().toString(),
                "--unit",
                "bits",
                "--format",
                "csv",
                "--quiet");
        double[] bits = values();
        assertThat(bits[5]).isEqualTo(nats[5] / Math.log(2), within(1e-14));
        assertThat(command.out()).contains("# unit: bits\n").contains("index,measure,mean,sd,min,max,nplet\n0,tc,");
        String first = command.out()
                .lines()
                .filter(line -> line.startsWith("0,tc,"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(first.split(",", -1)[2])).isCloseTo(mean(bits, 0, 0), within(1e-12));
    }

    @Test
    void aWrongListLeavesAnOldFileAsItIs() throws IOException {
        Files.writeString(out(), "old");
        String wrong = TestData.write(folder, "wrong.txt", "0,1\n0,9\n");
        Command command = Command.run("local", samples, "--nplets", wrong, "--out", out().toString(), "--quiet");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo("oinfo: " + wrong + " line 2 (from 1): an n-plet must hold columns 0 to 5: found 9\n");
        assertThat(out()).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void theListMayComeFromStandardInput() {
        Command command =
                Command.runWithInput("0,1\n", "local", samples, "--nplets", "-", "--out", out().toString(), "--quiet");
        assertThat(command.code()).as(command.err()).isZero();
        assertThat(command.out()).contains("shape            60 x 1 x 4\n");
    }
}
