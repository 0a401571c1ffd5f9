package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs run in a folder, with an environment of their own and nothing else in it. */
record Shell(Path folder, Map<String, String> environment) {
    private static final int MINUTES = 5;

    /** What a program left. */
    record Run(int code, String out, String err) {}

    Run run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        Process process = builder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        Run run = new Run(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
        assertThat(ended).as("%s ends: %s", List.of(command), run).isTrue();
        return run;
    }

    /** What a program prints that ends well. */
    String out(String... command) throws IOException, InterruptedException {
        Run run = run(command);
        assertThat(run.code())
                .as("exit code of %s: %s%s", List.of(command), run.out(), run.err())
                .isZero();
        return run.out();
    }

    ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
