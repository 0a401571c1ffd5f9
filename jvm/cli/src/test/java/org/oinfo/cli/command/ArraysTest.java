package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long arrays of a result in files beside the JSON. */
class ArraysTest {
    private static final String SCAN = "scan ../../examples/activations.npy --format json --top all --order ";

    @TempDir
    Path folder;

    private static JsonNode run(String command) {
        Command ran = Command.run(command.split(" "));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void anArrayOfMoreThanTenThousandRowsIsAFileOfRecords() throws IOException {
        JsonNode rows = run(SCAN + 4).at("/orders/0/most_redundant");
        JsonNode there = run(SCAN + 4 + " --arrays " + folder).at("/orders/0/most_redundant");
        assertThat(rows.size()).isGreaterThan(10_000);
        ByteBuffer file = ByteBuffer.wrap(
                        Files.readAllBytes(Path.of(there.path("npy").asString())))
                .order(ByteOrder.LITTLE_ENDIAN);
        int header = 10 + file.getShort(8);
        assertThat(new String(file.array(), 10, header - 10, StandardCharsets.US_ASCII))
                .startsWith(
                        "{'descr': [('nplet', '<i4', (4,)), ('tc', '<f8'), ('dtc', '<f8'), ('o', '<f8'), ('s', '<f8'),"
                                + " ('sign_matches_end', '|b1')], 'fortran_order': False, 'shape': (" + rows.size()
                                + ",), }");
        file.position(header);
        for (JsonNode row : rows) {
            for (int i = 0; i < 4; i++) {
                assertThat(file.getInt()).isEqualTo(row.path("nplet").path(i).asInt());
            }
            for (String measure : new String[] {"tc", "dtc", "o", "s"}) {
                assertThat(file.getDouble()).isEqualTo(row.path(measure).asDouble());
            }
            assertThat(file.get() == 1).isEqualTo(row.path("sign_matches_end").asBoolean());
        }
        assertThat(file.hasRemaining()).isFalse();
    }

    @Test
    void shortArraysStayWhereTheyAre() throws IOException {
        assertThat(run(SCAN + 3 + " --arrays " + folder)
                        .at("/orders/0/most_redundant")
                        .isArray())
                .isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theFolderMustBeThere() {
        for (String options : new String[] {"--format json --arrays nope", "--format csv --arrays " + folder}) {
            Command ran = Command.run(("scan ../../examples/series.csv " + options).split(" "));
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .startsWith("oinfo: --arrays must be a folder that can be written to, with --format json: found ");
        }
    }
}
