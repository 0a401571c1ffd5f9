package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;

class NpyShapeTest {
    @TempDir
    Path folder;

    private Path file(long... shape) throws IOException {
        Path path = folder.resolve("x.npy");
        int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        try (NpyWriter writer = NpyWriter.open(path, NpyWriter.Type.F4, shape)) {
            writer.write(new float[count], count);
            writer.commit();
        }
        return path;
    }

    @Test
    void rowsAndColumnsAreToldForAnyNumberOfThem() throws IOException {
        assertThat(NpyShape.of(file(5, 3))).isEqualTo(new NpyShape(5, 3));
        assertThat(NpyShape.of(file(1, 1))).isEqualTo(new NpyShape(1, 1));
    }

    @Test
    void anotherNumberOfAxesIsRefused() throws IOException {
        Path path = file(2, 3, 4);
        assertThatThrownBy(() -> NpyShape.of(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the array must have 2 dimensions, samples by variables: " + path
                        + " has 3, shape (2, 3, 4); reshape it");
    }

    @Test
    void aFileThatIsCutShortIsRefused() throws IOException {
        Path path = file(5, 3);
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 180));
        assertThatThrownBy(() -> NpyShape.of(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("an .npy file must be as long as its header says: " + path
                        + " of shape (5, 3) and type f4 should have 188 bytes, found 180; the file is cut short or"
                        + " damaged, copy or save it again");
    }
}
