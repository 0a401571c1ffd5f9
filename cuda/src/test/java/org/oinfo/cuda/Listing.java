package org.oinfo.cuda;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;

/** The backends that a process of its own finds: a process looks for a driver once, so each test of the looking needs a new one. */
final class Listing {
    /**
     * How such a process ended.
     *
     * @param exit its exit status
     * @param out lines of standard output: providers, best first, and the one that auto opens
     * @param err lines of standard error, less the one about the vector module
     */
    record Ended(int exit, List<String> out, List<String> err) {}

    private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";

    private Listing() {}

    /** Prints what {@link Ended} describes. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (BackendProvider provider : Backends.installed()) {
            List<String> reasons = provider.unavailable();
            out.println(provider.name() + ": "
                    + (reasons.isEmpty() ? provider.open().description() : String.join(" | ", reasons)));
        }
        out.println("auto: " + Backends.open(Backends.AUTO).name());
    }

    /** Runs {@link #main} with a file as the driver's library. */
    static Ended with(Path driver, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Doinfo.cuda.driver=" + driver);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Listing.class.getName()));
        File errors = File.createTempFile("listing", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
            builder.environment().keySet().removeIf(name -> name.startsWith("CUDA_") || name.startsWith("JDK_JAVA_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the process hangs");
            }
            List<String> err = Files.readAllLines(errors.toPath()).stream()
                    .filter(line -> !line.equals(INCUBATOR))
                    .toList();
            return new Ended(process.exitValue(), out.lines().toList(), err);
        } finally {
            errors.delete();
        }
    }
}
