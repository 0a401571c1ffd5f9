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
                        "oinfo.ptx.gz is not that of src/main/cuda: build this module where nvcc 13 is on the path, and check in what it writes")
                .hasContent(HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void shippedPtxIsForTheOldestDevicesThatCudaThirteenKnows() {
        KernelImage image = KernelImage.shipped();
        assertThat(image.driver()).isEqualTo(13000);
        assertThat(image.capability()).isEqualTo(75);
        assertThat(image.kernels()).contains("measures_2", "measures_12", "measures_warp", "measures_block");
    }

    @Test
    void aKernelComesAloneWithWhatItNeeds() {
        KernelImage image = KernelImage.of("""
                // made by nvcc
                .version 8.3
                .target sm_90
                .address_size 64
                .extern .shared .align 16 .b8 bytes[];

                .visible .entry one(
                \t.param .u64 one_param_0
                )
                {
                \t{ // inner
                \t}
                \tret;
                }
                .const .f64 two_needs = 0d3FF0000000000000;
                .visible .entry two()
                {
                \tret;

                }
                """);
        assertThat(image.driver()).isEqualTo(12000);
        assertThat(image.capability()).isEqualTo(90);
        assertThat(image.kernels()).containsExactly("one", "two");
        assertThat(text(image, "one")).isEqualTo("""
                        // made by nvcc
                        .version 8.3
                        .target sm_90
                        .address_size 64
                        .extern .shared .align 16 .b8 bytes[];

                        .const .f64 two_needs = 0d3FF0000000000000;

                        .visible .entry one(
                        \t.param .u64 one_param_0
                        )
                        {
                        \t{ // inner
                        \t}
                        \tret;
                        }
                        """);
        assertThat(text(image, "two"))
                .endsWith("\n.visible .entry two()\n{\n\tret;\n\n}\n")
                .doesNotContain("one");
        assertThatThrownBy(() -> image.kernel("three"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a kernel must be one of [one, two]: name=three");
    }

    @Test
    void everyShippedKernelIsWhole() {
        KernelImage image = KernelImage.shipped();
        for (String name : image.kernels()) {
            String text = text(image, name);
            assertThat(text.split("\\.entry ", -1)).as(name).hasSize(2);
            assertThat(text).contains("\tret;").endsWith("\n}\n");
            assertThat(text.chars().filter(c -> c == '{').count())
                    .as(name)
                    .isEqualTo(text.chars().filter(c -> c == '}').count());
        }
    }

    @Test
    void whatIsNotPtxIsRefused() {
        assertThatThrownBy(() -> KernelImage.of("no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PTX must begin with its version and target: oinfo.ptx");
    }

    private static String text(KernelImage image, String name) {
        return new String(image.kernel(name), StandardCharsets.US_ASCII);
    }
}
