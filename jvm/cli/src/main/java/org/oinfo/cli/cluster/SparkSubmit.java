package org.oinfo.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.UnavailableException;

/** Starts the command line once more, by the spark-submit of SPARK_HOME. */
final class SparkSubmit {
    /** Where the launcher of a checkout has the jar; else it is beside that of the command line. */
    private static final String JAR_PROPERTY = "oinfo.spark.jar";

    private static final String GET_IT =
            "set SPARK_HOME to an installation of Apache Spark 4, or to what jvm/spark/spark-home of the sources lays out";
    private static final String CORE = "spark-core_2.13-4.";
    private static final int POLL_MILLIS = 100;

    private final Path home;
    private final Path jar;
    private final Path sparkJar;
    private final Streams streams;

    private SparkSubmit(Path home, Path jar, Path sparkJar, Streams streams) {
        this.home = home;
        this.jar = jar;
        this.sparkJar = sparkJar;
        this.streams = streams;
    }

    /**
     * What SPARK_HOME holds.
     *
     * @param home its value; null where it is not set
     * @throws UnavailableException there is no Spark that fits, or no jar of ours for it
     */
    static SparkSubmit found(@Nullable String home, Streams streams) {
        Path sparkJar = Optional.ofNullable(System.getProperty(JAR_PROPERTY))
                .map(Path::of)
                .orElse(ours().resolveSibling("oinfo-spark.jar"));
        return found(home, sparkJar, streams);
    }

    /** The same with a jar for Spark at some place. */
    static SparkSubmit found(@Nullable String home, Path sparkJar, Streams streams) {
        if (home == null || home.isBlank()) {
            throw new UnavailableException("--master needs Apache Spark: SPARK_HOME is not set; " + GET_IT);
        }
        Path folder = Path.of(home);
        if (!Files.isExecutable(folder.resolve("bin/spark-submit"))) {
            throw new UnavailableException(
                    "--master needs Apache Spark: SPARK_HOME has no bin/spark-submit, " + home + "; " + GET_IT);
        }
        if (core(folder).filter(name -> name.startsWith(CORE)).isEmpty()) {
            throw new UnavailableException("--master needs Apache Spark 4 with Scala 2.13: found "
                    + core(folder).orElse("no spark-core") + " in " + home + "/jars; " + GET_IT);
        }
        if (!Files.isRegularFile(sparkJar)) {
            throw new UnavailableException(
                    "--master needs oinfo-spark.jar beside oinfo.jar: found none at " + sparkJar
                            + "; start ./oinfo of the sources, which builds it, or copy jvm/spark/target/oinfo-spark.jar there");
        }
        return new SparkSubmit(folder, ours(), sparkJar, streams);
    }

    /** The name of Spark's own jar. */
    private static Optional<String> core(Path home) {
        try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
            return jars.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith("spark-core_"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path ours() {
        try {
            return Path.of(SparkSubmit.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the command there; a signal that comes here goes on to it. */
    int run(String master, List<String> words) {
        streams.interruption().arm();
        try {
            Process process = builder(master, words).start();
            Thread errors = new Thread(new ErrorLines(process.getErrorStream(), streams.err()), "oinfo-spark-errors");
            errors.start();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (streams.interruption().requested()) {
                    // Not the process itself: that would close what it still writes.
                    process.toHandle().destroy();
                }
            }
            errors.join();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("spark-submit cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private ProcessBuilder builder(String master, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/spark-submit").toString(),
                "--master",
                master,
                "--class",
                "org.oinfo.spark.SparkMain",
                "--jars",
                jar.toString(),
                "--driver-java-options",
                String.join(" ", options()),
                sparkJar.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SPARK_HOME", home.toString());
        String java = wholeJava();
        if (java != null) {
            builder.environment().put("JAVA_HOME", java);
        }
        return builder;
    }

    private List<String> options() {
        // The parallel collector: as the launcher starts java.
        List<String> options = new ArrayList<>(List.of("-XX:+UseParallelGC"));
        if (streams.terminal()) {
            options.add("-Doinfo.stderr.terminal=true");
        }
        if (!Files.exists(home.resolve("conf/log4j2.properties"))) {
            // What matters is told by the scan, in one line each.
            options.add("-Dlog4j2.configurationFile=jar:" + sparkJar.toUri() + "!/oinfo-log4j2.properties");
        }
        String bits = System.getProperty("oinfo.vector.bits");
        if (bits != null) {
            options.add("-Doinfo.vector.bits=" + bits);
        }
        return options;
    }

    /** The Java of this process, which is new enough, where Spark finds all modules in it; null in an image without them. */
    private static @Nullable String wholeJava() {
        return ModuleLayer.boot().findModule("java.security.jgss").isPresent()
                        && ModuleLayer.boot().findModule("jdk.unsupported").isPresent()
                ? System.getProperty("java.home")
                : null;
    }
}
