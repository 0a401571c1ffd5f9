package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The machine code that nvcc makes of the hot kernels for compute capability 9.0: registers, spills, and the arithmetic of the hot loop, which
 * must be that of the formulas (docs/adr/0013) times the pairs of a thread. Skipped where there is no nvcc.
 */
class MachineCodeTest {
    /** Some of the kernels: all of them take most of a minute. */
    private static final String SOURCE = """
            #include "scan_pairs.cuh"
            #define GATE(ORDER, NAME, LEVEL, TYPE)                                                            \\
                extern "C" __global__ void __launch_bounds__(oinfo::THREADS, 2) gate_##ORDER##_##NAME(         \\
                        oinfo::ScanParams p) {                                                                \\
                    oinfo::scanPairs<ORDER - 3, oinfo::LEVEL, TYPE>(p, oinfo::dynamicSharedBytes());          \\
                }
            GATE(3, both, BOTH, double)
            GATE(4, high, HIGH, double)
            GATE(4, both, BOTH, double)
            GATE(4, plain, PLAIN, double)
            GATE(4, plain_summed, PLAIN | oinfo::SUMMED, double)
            GATE(4, single, BOTH, float)
            GATE(5, both, BOTH, double)
            GATE(5, plain, PLAIN, double)
            GATE(6, both, BOTH, double)
            GATE(8, both, BOTH, double)
            """;

    @TempDir
    static Path folder;

    private static String report = "";
    private static byte[] cubin = {};

    @BeforeAll
    static void compile() throws IOException {
        assumeTrue(Compiler.isThere("nvcc"), "nvcc is not installed: no machine code to look at");
        Path source = Files.writeString(folder.resolve("gate.cu"), SOURCE);
        Path output = folder.resolve("gate.cubin");
        report = Compiler.run(List.of(
                "nvcc",
                "-std=c++17",
                "-arch=sm_90",
                "-cubin",
                "-Xptxas",
                "-v",
                "-I",
                "src/main/cuda",
                "-o",
                output.toString(),
                source.toString()));
        cubin = Files.readAllBytes(output);
    }

    @ParameterizedTest
    @CsvSource({
        // kernel, pairs of a thread, instructions an n-plet, others of a step, bytes spilled, of those in the hot loop
        "gate_3_both, 16, 5, 0, 0, 0",
        "gate_4_high, 16, 9, 0, 0, 0",
        "gate_4_both, 16, 10, 0, 0, 0",
        "gate_4_plain, 16, 15, 0, 16, 0",
        // Determinants: one more, then rows, then q.
        "gate_4_plain_summed, 16, 16, 5, 56, 2",
        "gate_4_single, 16, 10, 0, 0, 0",
        "gate_5_both, 16, 16, 0, 128, 10",
        "gate_5_plain, 16, 21, 0, 32, 2",
        "gate_6_both, 8, 20, 0, 0, 0",
        "gate_8_both, 8, 29, 0, 0, 0",
    })
    void arithmeticRegistersAndSpills(
            String kernel, int pairs, int instructions, int others, int spilled, int spillsInLoop) {
        Matcher found = Pattern.compile("Function properties for " + kernel
                        + "\\s+\\d+ bytes stack frame, (\\d+) bytes spill stores.*\\s+.*Used (\\d+) registers")
                .matcher(report);
        assertThat(found.find()).as(report).isTrue();
        assertThat(Integer.parseInt(found.group(1))).as("bytes spilled").isLessThanOrEqualTo(spilled);
        assertThat(Integer.parseInt(found.group(2))).as("registers").isLessThanOrEqualTo(255);
        MachineCode.Loop loop = MachineCode.of(cubin, kernel).orElseThrow().hottest();
        assertThat(loop.doubles() + loop.singles()).as("%s", loop).isEqualTo(pairs * instructions + others);
        assertThat(loop.doubles() == 0 || loop.singles() == 0)
                .as("one precision: %s", loop)
                .isTrue();
        assertThat(loop.local()).as("%s", loop).isLessThanOrEqualTo(spillsInLoop);
    }
}
