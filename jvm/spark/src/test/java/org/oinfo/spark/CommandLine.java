package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command line in a process of its own, from the jars, with what it wrote. */
final class CommandLine {
    private final Process process;
    private final Path err;

    private CommandLine(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Starts a command; its messages go to a file. */
    static CommandLine start(Path err, List<String> words, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Doinfo.spark.jar=" + SparkHome.JARS.resolve("oinfo-spark.jar"),
                "-jar",
                SparkHome.JARS.resolve("oinfo.jar").toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SPARK_HOME", SparkHome.HOME.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SUBMIT_OPTS", String.join(" ", SparkHome.SHORT_LIVED));
        return new CommandLine(builder.start(), err);
    }

    /** Waits until it has said something, or has ended. */
    void awaitErr(String text) throws IOException, InterruptedException {
        while (runs() && !err().contains(text)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    /** The process of Spark's driver that the command started. */
    ProcessHandle driver() {
        return process.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("org.apache.spark.deploy.SparkSubmit"))
                .findFirst()
                .orElseThrow();
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Its exit code, when it has ended. */
    int code() throws IOException, InterruptedException {
        assertThat(process.waitFor(SparkHome.SECONDS, TimeUnit.SECONDS))
                .as("it ends; it has said: %s", err())
                .isTrue();
        return process.exitValue();
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** A result without what says how it was made. */
    static String result(Path file) throws IOException {
        String text = Files.readString(file);
        if (text.startsWith("{\"")) {
            // Lines of JSON: the first and the last.
            return text.lines().filter(line -> !line.contains("\"run\":")).collect(Collectors.joining("\n"));
        }
        if (text.startsWith("{")) {
            ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(text);
            assertThat(json.remove("run")).isNotNull();
            return json.toPrettyString();
        }
        return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }
}
