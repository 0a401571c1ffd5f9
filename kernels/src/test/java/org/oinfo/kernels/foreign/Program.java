package org.oinfo.kernels.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs in processes of their own. */
final class Program {
    private static final int MINUTES = 5;

    /**
     * How a program ended.
     *
     * @param exit its exit status
     * @param out lines of standard output
     * @param err lines of standard error, less the one about the vector module
     */
    record Ended(int exit, List<String> out, List<String> err) {}

    private Program() {}

    /** Java with options, then a class of the tests and its arguments. */
    static List<String> java(List<String> options, Class<?> main, String... arguments) {
        return java(System.getProperty("java.class.path"), options, main, arguments);
    }

    static List<String> java(String classPath, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Ended run(List<String> command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command));
    }

    static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().keySet().removeIf(name -> name.startsWith("JDK_JAVA_"));
        File errors = File.createTempFile("program", ".txt");
        try {
            Process process = builder.redirectError(errors).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", builder.command()));
            }
            List<String> err = Files.readAllLines(errors.toPath()).stream()
                    .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                    .toList();
            return new Ended(process.exitValue(), out.lines().toList(), err);
        } finally {
            errors.delete();
        }
    }

    /** Skips the test, with a reason, where a program is not on the path. */
    static void needs(String program) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(there, program + " is not installed");
    }
}
