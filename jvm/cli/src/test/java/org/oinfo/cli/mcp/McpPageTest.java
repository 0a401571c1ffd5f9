package org.oinfo.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The session that docs/mcp.md shows is what happens. */
class McpPageTest {
    @Test
    void theSessionOnThePageIsReplayed() throws IOException {
        JsonNode answer = null;
        int compared = 0;
        try (McpClient client = new McpClient("mcp")) {
            for (String line : Files.readAllLines(Path.of("..", "..", "docs", "mcp.md"))) {
                if (line.startsWith("> ")) {
                    client.send(line.substring(2));
                    answer = client.answer();
                } else if (line.startsWith("< ")) {
                    assertThat(answer).isEqualTo(JsonMapper.shared().readTree(line.substring(2)));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(2);
    }
}
