package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs src/test/cuda/*_test.cpp: device code on the CPU, against the definition. */
class ShimTest {
    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "cuda"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("_test.cpp"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void passes(String program) throws IOException {
        Path compiled = Compiler.compile(program, program.replace(".cpp", ""));
        assertThat(Compiler.run(List.of(compiled.toString()))).doesNotContain("FAIL");
    }
}
