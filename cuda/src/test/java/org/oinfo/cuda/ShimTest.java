package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs src/test/cuda/*_test.cpp: device code on the CPU, against the definition. To compile them takes two minutes; every build runs the same
 * code through the stand-in of the driver.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ShimTest {
    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "cuda"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("_test.cpp"))
                    .sorted()
                    .toList();
        }
    }

    /** With another seed, every order and every order of threads, and under the sanitizers: minutes. Recorded in cuda/README.md. */
    @ParameterizedTest
    @MethodSource("programs")
    @EnabledIfSystemProperty(named = "oinfo.contract", matches = "whole")
    void passesWholeAndSanitized(String program) throws IOException {
        String name = program.replace(".cpp", "");
        for (Path compiled : List.of(
                Compiler.compile(program, name),
                Compiler.compile(
                        program,
                        name + "-sanitized",
                        "-g",
                        "-fsanitize=address,undefined",
                        "-fno-sanitize-recover=all"))) {
            String output = Compiler.run(List.of(compiled.toString(), "7", "whole"));
            assertThat(output).doesNotContain("FAIL");
            System.out.println(compiled.getFileName() + ": "
                    + output.lines().reduce((first, last) -> last).orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void passes(String program) throws IOException {
        Path compiled = Compiler.compile(program, program.replace(".cpp", ""), "-DFEW_ORDERS");
        assertThat(Compiler.run(List.of(compiled.toString()))).doesNotContain("FAIL");
    }
}
