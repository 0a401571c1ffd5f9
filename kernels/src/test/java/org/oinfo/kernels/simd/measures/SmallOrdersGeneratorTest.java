package org.oinfo.kernels.simd.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The generated files are what the generator writes, but for formatting. */
class SmallOrdersGeneratorTest {
    @Test
    void packIsGenerated() throws IOException {
        assertThat(checkedIn("SmallPack")).isEqualTo(withoutSpace(SmallOrdersGenerator.pack()));
    }

    @Test
    void rowsAreGenerated() throws IOException {
        assertThat(checkedIn("SmallFactors")).isEqualTo(withoutSpace(SmallOrdersGenerator.rows()));
    }

    private static String checkedIn(String name) throws IOException {
        return withoutSpace(
                Files.readString(Path.of("src/generated/java/org/oinfo/kernels/simd/measures", name + ".java")));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
