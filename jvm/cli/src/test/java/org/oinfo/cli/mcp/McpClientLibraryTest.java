package org.oinfo.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.ShortLived;

/** The client library of the protocol, for JavaScript, talks to the server in a process of its own. */
@Tag("long")
class McpClientLibraryTest {
    private static final Path EXAMPLES =
            Path.of("..", "..", "examples").toAbsolutePath().normalize();
    /** Where npm puts it; kept from run to run. */
    private static final Path MODULES = Path.of("target", "mcp-client").toAbsolutePath();

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "client.mjs");
    private static final int SECONDS = 120;

    @TempDir
    static Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        for (String program : List.of("node", "npm")) {
            Assumptions.assumeTrue(found(program), "not run: there is no " + program + " here");
        }
        Files.createDirectories(MODULES);
        boolean installed = Files.isDirectory(MODULES.resolve("node_modules")) && same("package-lock.json");
        for (String file : FILES) {
            try (InputStream text = McpClientLibraryTest.class.getResourceAsStream(file)) {
                Files.copy(text, MODULES.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            Process npm = start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            boolean ended = npm.waitFor(SECONDS, TimeUnit.SECONDS);
            npm.destroyForcibly();
            Assumptions.assumeTrue(
                    ended && npm.exitValue() == 0, "not run: npm could not install what package-lock.json names");
        }
    }

    private static boolean found(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static boolean same(String file) throws IOException {
        try (InputStream text = McpClientLibraryTest.class.getResourceAsStream(file)) {
            Path there = MODULES.resolve(file);
            return Files.exists(there)
                    && Files.readString(there).equals(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Process start(String... words) throws IOException {
        return new ProcessBuilder(words)
                .directory(MODULES.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Starts the client, which starts the classes under test as its server. */
    private static Process client(String how) throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path arguments = Files.writeString(folder.resolve("arguments"), "-cp \"" + classes + "\"\n");
        List<String> words = new ArrayList<>(List.of("node", "client.mjs", EXAMPLES.toString(), how));
        words.addAll(
                ShortLived.java("--enable-native-access=ALL-UNNAMED", "-Doinfo.vectors=on-demand", "@" + arguments));
        words.addAll(List.of("org.oinfo.cli.Main", "mcp"));
        return start(words.toArray(String[]::new));
    }

    @Test
    void itFindsToolsAndResultsAndCancels() throws IOException, InterruptedException {
        Process client = client("stay");
        try (BufferedReader out = client.inputReader()) {
            List<String> said = out.lines().toList();
            assertThat(client.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).as(String.join("\n", said)).isZero();
            assertThat(said.getLast()).isEqualTo("done");
        }
    }

    @Test
    void theServerEndsWhenItsClientIsKilled()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Process client = client("leave");
        try (BufferedReader out = client.inputReader()) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(out.readLine()).isEqualTo("running");
            client.destroyForcibly();
            server.onExit().get(SECONDS, TimeUnit.SECONDS);
            assertThat(server.isAlive()).isFalse();
        }
    }
}
