package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The device code that is checked in is that of the sources beside it. */
class KernelImageTest {
    @Test
    void ptxIsThatOfTheSources() throws IOException, NoSuchAlgorithmException {
        TreeMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src", "main", "cuda"))) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".cu") || name.endsWith(".cuh")) {
                    sources.put(name, Files.readString(file).replace("\r\n", "\n"));
                }
            }
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        sources.forEach((name, text) -> digest.update((name + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        assertThat(Path.of("src", "main", "resources", "org", "oinfo", "cuda", "oinfo.ptx.sha256"))
                .as(
                        "oinfo.ptx is not that of src/main/cuda: build this module where nvcc 13 is on the path, and check in what it writes")
                .hasContent(HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void shippedPtxIsForTheOldestDevicesThatCudaThirteenKnows() {
        KernelImage image = KernelImage.shipped().orElseThrow();
        assertThat(image.driver()).isEqualTo(13000);
        assertThat(image.capability()).isEqualTo(75);
        assertThat(new String(image.ptx(), StandardCharsets.US_ASCII)).contains(".visible .entry measures_12(");
    }

    @Test
    void whatIsNotPtxIsRefused() {
        assertThatThrownBy(() -> KernelImage.of("no".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PTX must begin with its version and target: oinfo.ptx");
    }
}
