package org.oinfo.study.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Isolated;

/** A model of others is run where there is no network, and its libraries do not look for one. */
class NoNetworkTest {
    private static final Path MODEL = Path.of("src/test/resources/org/oinfo/study/capture/onnx/convolution.onnx")
            .toAbsolutePath();

    private static final int IMAGES = 4;

    @TempDir
    private Path folder;

    @Test
    void aModelIsCapturedWithoutOne() throws IOException, InterruptedException {
        Isolated.assumePossible();
        Path images = Files.createDirectory(folder.resolve("images"));
        // 6 x 5 pixels, as the model takes them.
        int[] header = {IdxBytes.IMAGES, IMAGES, 6, 5};
        int[] pixels = new int[IMAGES * 30];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 37 % 256;
        }
        for (String name : new String[] {"train", "t10k"}) {
            Files.write(images.resolve(name + "-images-idx3-ubyte"), IdxBytes.of(header, pixels));
            Files.write(images.resolve(name + "-labels-idx1-ubyte"), IdxBytes.labels(0, 1, 0, 1));
        }
        Path captured = folder.resolve("captured");
        Isolated.out(
                folder,
                "",
                "study",
                "capture",
                captured.toString(),
                "--onnx",
                MODEL.toString(),
                "--data",
                images.toString());
        assertThat(captured.resolve("index.csv")).isRegularFile();
    }
}
