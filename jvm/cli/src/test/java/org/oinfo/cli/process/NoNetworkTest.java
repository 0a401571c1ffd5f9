package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Isolated;

/** Nothing leaves the machine: commands run where there is no network, and do not look for one. */
@Tag("long")
class NoNetworkTest {
    private static final String DATA =
            Path.of("..", "..", "examples", "activations.npy").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void needed() throws IOException, InterruptedException {
        Isolated.assumePossible();
    }

    @Test
    void aScanWithAPageRunsWithoutOne() throws IOException, InterruptedException {
        String page = folder.resolve("r.html").toString();
        assertThat(Isolated.out(folder, "", "scan", DATA, "--order", "3", "--format", "csv", "--report", page))
                .contains("10;22;31");
        assertThat(Path.of(page)).isRegularFile();
    }

    @Test
    void theDemoRunsWithoutOne() throws IOException, InterruptedException {
        assertThat(Isolated.out(folder, "", "demo")).contains("layer 3", "most synergistic");
    }

    @Test
    void theWorkerRunsWithoutOne() throws IOException, InterruptedException {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"info\",\"params\":{}}\n";
        assertThat(Isolated.out(folder, call, "worker")).contains("\"id\":1");
        assertThat(Isolated.out(folder, call.replace("info", "ping"), "mcp")).contains("\"id\":1");
    }
}
