package org.oinfo.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoakTest {
    private static final long SEED = 20265;

    @Test
    void jobsOfTheLibraryHaveResultsThatThreadsDoNotChange() throws IOException {
        List<Job> jobs = new LibraryJobs(SEED).all();
        Set<String> results = new HashSet<>();
        for (Job job : jobs) {
            String one = job.work().run("scalar", 1);
            assertThat(one).as(job.name()).hasSizeGreaterThan(20);
            assertThat(job.work().run("scalar", 3)).as(job.name()).isEqualTo(one);
            results.add(one);
        }
        assertThat(results).as("results of different jobs").hasSameSizeAs(jobs);
    }

    @Test
    void otherDataHasOtherResults() throws IOException {
        String one = new LibraryJobs(SEED).all().getFirst().work().run("scalar", 1);
        assertThat(new LibraryJobs(SEED + 1).all().getFirst().work().run("scalar", 1))
                .isNotEqualTo(one);
    }

    @Test
    void nativeAndSimdAreComparedWithEachOtherAndScalarWithItself() {
        Job job = new Job("x", (backend, threads) -> "");
        assertThat(job.key("native")).isEqualTo(job.key("simd")).isNotEqualTo(job.key("scalar"));
    }

    @Test
    void codeIsKnownOfAProcessThatTracksItsMemory() {
        long here = ProcessHandle.current().pid();
        assertThatThrownBy(() -> Memory.code(here))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the memory of process " + here + " must be tracked: ");
    }

    @Test
    void theSlopeIsOfTheLineThroughTheLatePoints() {
        Memory memory = new Memory();
        memory.add(0, 900);
        memory.add(5, 100);
        memory.add(6, 103);
        assertThat(memory.slope(5)).as("two points").isNaN();
        memory.add(7, 102);
        // Least squares through (5, 100), (6, 103), (7, 102).
        assertThat(memory.slope(5)).isCloseTo(1, within(1e-12));
    }
}
