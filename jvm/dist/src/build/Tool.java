import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Programs that the builds of this folder run, and what they do to files. */
final class Tool {
    private Tool() {}

    /** Runs a tool of the JDK and returns what it printed. */
    static String java(String name, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("the JDK must have the tool " + name))
                .run(new PrintWriter(out), new PrintWriter(err), arguments);
        if (code != 0) {
            throw new IllegalStateException(name + " must end well: it ended with " + code + "; " + out + err);
        }
        return out.toString();
    }

    /** Runs a program in a folder. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        run(folder, Map.of(), List.of(command));
    }

    /** Runs a program in a folder with further variables of the environment; what it printed is shown where it fails. */
    static void run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("the program " + command.getFirst() + " must be installed: " + e.getMessage(), e);
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " must end well: it ended with " + code + "\n" + said);
        }
    }

    static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Deletes a folder that may exist. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
