package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** A home of Spark, as the script lays it out, and processes that run from it. */
final class SparkHome {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path HOME = TARGET.resolve("spark-home");

    /** Copies of what is tested: whoever builds anew meanwhile does not take it away from processes that run. */
    static final Path JARS = TARGET.resolve("tested");

    /** Whatever is started has long ended then. */
    static final int SECONDS = 600;

    /** Processes of seconds take a third less so; this process has verified the same classes. */
    static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private static final String ONE_COLLECTOR = "-XX:+UseSerialGC";

    private static final String SETTINGS =
            """
            spark.ui.enabled false
            spark.executor.memory 512m
            spark.executor.heartbeatInterval 1s
            """ + "spark.executor.extraJavaOptions " + String.join(" ", SHORT_LIVED) + " " + ONE_COLLECTOR + "\n";

    private SparkHome() {}

    /** Lays it out. */
    static void layOut() throws IOException, InterruptedException {
        File log = TARGET.resolve("spark-home.log").toFile();
        Process script = new ProcessBuilder("./spark-home", HOME.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(script.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).as("%s", Files.readString(log.toPath())).isZero();
        assertThat(Files.readString(log.toPath())).endsWith(HOME + "\n");
        Files.writeString(HOME.resolve("conf/spark-defaults.conf"), SETTINGS);
        Files.createDirectories(JARS);
        for (Path jar : List.of(Path.of("../cli/target/oinfo.jar"), TARGET.resolve("oinfo-spark.jar"))) {
            Files.copy(jar, JARS.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A process of Spark, by its class. */
    static Process start(File log, List<String> words) throws IOException {
        return start(log, words, Path.of(System.getProperty("java.home")));
    }

    /** The same with another Java. */
    static Process start(File log, List<String> words, Path java) throws IOException {
        // Not by spark-class, which takes a process of Java more to know the command.
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(), "-Xmx256m", ONE_COLLECTOR, "-cp", HOME.resolve("jars") + "/*"));
        command.addAll(SHORT_LIVED);
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", java.toString());
        return builder.start();
    }

    /** Waits until a log has a text. */
    static void await(File log, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 10 * SECONDS; i++) {
            if (log.exists() && Files.readString(log.toPath()).contains(text)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(log + " has no line with: " + text);
    }
}
