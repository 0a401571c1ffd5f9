package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernels in C do to the process that calls them. */
class NativeProcessTest {
    private static final String ENABLE = "--enable-native-access=ALL-UNNAMED";
    private static final Pattern REACHING = Pattern.compile("\"ParallelGC\\w+\".* Reaching safepoint: +(\\d+) ns");

    @BeforeEach
    void needsTheLibrary() {
        Here.needsLibrary();
    }

    @Disabled("what NativeBackend leaves to simd needs the module still")
    @ParameterizedTest
    @ValueSource(strings = {"pairs", "sweep", "full", "measures", "lattice"})
    void theVectorModuleIsNotNeeded(String operation) throws IOException, InterruptedException {
        Program.Ended ended =
                Program.run(Program.java(List.of(ENABLE, "-Xlog:class+load"), NativeWork.class, operation));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).last().isEqualTo("native");
        assertThat(ended.out())
                .noneMatch(line -> line.contains("jdk.incubator.vector"))
                .noneMatch(line -> line.contains(" org.oinfo.kernels.simd."));
    }

    /**
     * A thread in C is waited for by nobody. A call that held collections up would do so for milliseconds each time: half of them
     * say so, whatever else the machine does.
     */
    @Test
    void aScanHoldsNoCollectionUp() throws IOException, InterruptedException {
        List<String> options = List.of(
                "--add-modules=jdk.incubator.vector", ENABLE, "-XX:+UseParallelGC", "-Xmx256m", "-Xlog:safepoint");
        Program.Ended ended = Program.run(Program.java(options, NativeWork.class, "collections"));
        assertThat(ended.err()).isEmpty();
        List<Long> waits = REACHING.matcher(String.join("\n", ended.out()))
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .sorted()
                .toList();
        assertThat(waits).hasSizeGreaterThanOrEqualTo(30);
        assertThat(waits.get(waits.size() / 2)).as("nanoseconds").isLessThan(2_000_000);
    }
}
