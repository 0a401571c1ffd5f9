package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PeerInputsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        PeerInputs.main(new String[] {folder.toString()});
    }

    @Test
    void answersBelongToTheNplets() throws IOException {
        ByteBuffer nplets = read("nplets-100-5.i32");
        ByteBuffer measures = read("measures-100-5.f64");
        int[] nplet = new int[5];

        assertThat(nplets.capacity()).isEqualTo(4096 * 5 * 4);
        assertThat(measures.capacity()).isEqualTo(4096 * 4 * 8);
        nplets.position(4095 * 5 * 4);
        nplets.asIntBuffer().get(nplet);
        double[] expected = Definition.measures(Inputs.correlations(100), nplet);
        for (int v = 0; v < 4; v++) {
            assertThat(measures.getDouble((4095 * 4 + v) * 8)).isCloseTo(expected[v], within(1e-12));
        }
    }

    @Test
    void matricesAreWhole() throws IOException {
        assertThat(read("r-200.f64").getDouble((7 * 200 + 3) * 8))
                .isEqualTo(Inputs.correlations(200).get(7, 3));
    }

    @Test
    void scansAreInTheMiddle() throws IOException {
        JsonNode scan = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("scans.json")))
                .get(1);

        assertThat(scan.path("size").asString()).isEqualTo("4:200");
        assertThat(scan.path("from").asLong()).isEqualTo(64_684_950 / 2);
        assertThat(scan.path("redundant").asLong() + scan.path("synergistic").asLong())
                .isEqualTo(scan.path("to").asLong() - scan.path("from").asLong());
        assertThat(scan.path("lowest").asDouble()).isNegative();
    }

    private static ByteBuffer read(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
