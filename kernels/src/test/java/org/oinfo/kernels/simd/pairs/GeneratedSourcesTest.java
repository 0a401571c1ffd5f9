package org.oinfo.kernels.simd.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hot loops that are checked in are those that the generator writes, but for white space. */
class GeneratedSourcesTest {
    private static final Path FOLDER = Path.of("src/generated/java/org/oinfo/kernels/simd/pairs");

    private static final Map<String, String> SOURCES = PairLoopsGenerator.sources();

    static Stream<String> names() {
        return SOURCES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatTheGeneratorWrites(String name) throws IOException {
        assertThat(withoutSpace(Files.readString(FOLDER.resolve(name + ".java"))))
                .isEqualTo(withoutSpace(SOURCES.getOrDefault(name, "")));
    }

    @Test
    void nothingElseIsThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".java").toList());
        }
    }

    private static String withoutSpace(String source) {
        return source.replaceAll("\\s", "");
    }
}
