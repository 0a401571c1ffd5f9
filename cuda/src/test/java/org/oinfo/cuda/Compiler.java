package org.oinfo.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compiles the device code for the CPU with g++; what is there already for the same sources is taken again. Most of the time goes into
 * compiling: with -O1 it takes half of what it does with -O2, and the programs run as fast.
 */
final class Compiler {
    private static final Path SOURCES = Path.of("src", "main", "cuda");
    private static final Path TESTS = Path.of("src", "test", "cuda");
    private static final Path BUILT = Path.of("target", "standin");
    private static final int MINUTES = 5;

    /** Reasons why something did not compile, so that it is tried once and not by every test. */
    private static final Map<Path, AssertionError> FAILED = new ConcurrentHashMap<>();

    private Compiler() {}

    /** Compiles one file of src/test/cuda; skips the test, with a reason, where there is no g++. */
    static Path compile(String source, String output, String... flags) {
        try {
            assumeTrue(isThere("g++"), "g++ is not installed: the device code cannot be run on the CPU");
            Path folder = BUILT.resolve(checksum(source, flags)).toAbsolutePath();
            Path result = folder.resolve(output);
            AssertionError failed = FAILED.get(result);
            if (failed != null) {
                throw new AssertionError("did not compile, see the first failure: " + source, failed);
            }
            if (!Files.exists(result)) {
                Files.createDirectories(folder);
                Path made =
                        folder.resolve(output + "." + ProcessHandle.current().pid());
                List<String> command =
                        new ArrayList<>(List.of("g++", "-std=c++17", "-O1", "-Wall", "-Wno-unknown-pragmas"));
                command.addAll(List.of(
                        "-I", SOURCES.toString(), "-I", TESTS.resolve("shim").toString()));
                command.addAll(List.of(flags));
                command.addAll(
                        List.of("-o", made.toString(), TESTS.resolve(source).toString()));
                try {
                    run(command);
                } catch (AssertionError e) {
                    FAILED.put(result, e);
                    throw e;
                }
                Files.move(made, result, StandardCopyOption.ATOMIC_MOVE);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end and returns what it printed; fails when it does. */
    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while compiling", e);
        }
        return output;
    }

    /** Whether a program is on the path. */
    static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String checksum(String source, String... flags) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((source + String.join(" ", flags)).getBytes(StandardCharsets.UTF_8));
            for (Path folder : List.of(SOURCES, TESTS)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
