package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that times whole processes. */
class ColdTest {
    @TempDir
    Path folder;

    private String out = "";

    @BeforeEach
    void pythonIsHere() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no /usr/bin/python3");
    }

    private int cold(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "cold"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void everyCommandRunsOnceUncountedAndThenAsOftenAsAsked() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        Path json = folder.resolve("cold.json");
        int code =
                cold("--runs", "3", "--json", json.toString(), "counted=bash -c 'sleep 0.05; echo x >>" + runs + "'");
        assertThat(code).as(out).isZero();
        String text = Files.readString(json);
        int repeated = number(text, "repeated");
        assertThat(runs).content().hasLineCount(1 + 3 + repeated);
        assertThat(number(text, "runs")).isEqualTo(3);
        assertThat(out).contains("wall s", "counted").hasLineCount(2);
    }

    private static int number(String json, String name) {
        return Integer.parseInt(json.replaceAll("(?s).*\"" + name + "\": (\\d+).*", "$1"));
    }

    @Test
    void aCommandThatFailsEndsItWithItsMessage() throws IOException, InterruptedException {
        assertThat(cold("wrong=bash -c 'echo no >&2; exit 2'")).isEqualTo(1);
        assertThat(out)
                .isEqualTo("bench/cold: every command must end with exit code 0: bash -c 'echo no >&2; exit 2' ended"
                        + " with 2: no\n");
    }

    @Test
    void theOthersGoOnWhereOneFails() throws IOException, InterruptedException {
        Path json = folder.resolve("cold.json");
        assertThat(cold("--runs", "2", "--json", json.toString(), "wrong=false", "right=true"))
                .isEqualTo(1);
        assertThat(out).contains("right").endsWith("false ended with 1: \n");
        assertThat(json).content().contains("\"name\": \"right\"", "\"failed\": \"bench/cold: every command");
    }

    @Test
    void aCommandWithoutANameIsRefused() throws IOException, InterruptedException {
        assertThat(cold("true")).isEqualTo(2);
        assertThat(out).endsWith("error: each command must be NAME=COMMAND: true\n");
    }
}
