package org.oinfo.kernels.simd.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hot loops that are checked in are those that the generators write, but for white space. */
class GeneratedSourcesTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8})
    void loopsInDoublePrecision(int order) throws IOException {
        check(PairStationaryGenerator.name(order), PairStationaryGenerator.source(order));
        check(PairStationaryGenerator.productsName(order), PairStationaryGenerator.productsSource(order));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8})
    void loopsInSinglePrecision(int order) throws IOException {
        check(PairScreenGenerator.name(order), PairScreenGenerator.source(order));
    }

    private static void check(String name, String written) throws IOException {
        Path file = Path.of("src/generated/java/org/oinfo/kernels/simd/pairs", name + ".java");
        assertThat(withoutSpace(Files.readString(file))).as(name).isEqualTo(withoutSpace(written));
    }

    private static String withoutSpace(String source) {
        return source.replaceAll("\\s", "");
    }
}
