package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cuda.driver.CudaException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Systems;

/** Measures where memory is short, batches are many, or nobody closes anything. */
class CudaMeasuresLimitsTest {
    private static final int N = 30;
    private static final long EVERYTHING = Long.MAX_VALUE;

    private final CorrelationMatrix r = Systems.samples(N, 90, 7);

    @AfterEach
    void memoryIsPlentyAgain() throws Throwable {
        StandIn.backend();
        StandIn.largestAllocation(EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 14, 1 << 15, 1 << 16})
    void batchesAreHalvedUntilTheyFit(long largest) throws Throwable {
        Backend backend = StandIn.backend();
        int count = 6000;
        int order = 5;
        int[] nplets = nplets(count, order);
        double[] expected = new double[count * 4];
        backend.measures(r).measures(nplets, count, order, expected);

        MeasuresKernel kernel = backend.measures(r);
        StandIn.largestAllocation(largest);
        double[] out = new double[count * 4];
        kernel.measures(nplets, count, order, out);
        assertThat(out).containsExactly(expected);

        // Having met the limit once, it keeps below.
        Arrays.fill(out, 42);
        kernel.measures(nplets, count, order, out);
        assertThat(out).containsExactly(expected);
    }

    @Test
    void withRoomForNothingTheDriversReasonIsGiven() throws Throwable {
        MeasuresKernel kernel = StandIn.backend().measures(r);
        StandIn.largestAllocation(1024);
        assertThatThrownBy(() -> kernel.measures(nplets(10, 3), 10, 3, new double[40]))
                .isInstanceOf(CudaException.class)
                .hasMessage("cuMemAlloc failed: 2 CUDA_ERROR_OUT_OF_MEMORY (out of memory): bytes=4096");
        StandIn.largestAllocation(EVERYTHING);
        double[] out = new double[40];
        kernel.measures(nplets(10, 3), 10, 3, out);
        assertThat(out).doesNotContain(Double.NaN);
    }

    @Test
    void whatIsClosedIsGivenBackAtOnce() throws Throwable {
        Backend backend = StandIn.backend();
        // The matrix stays on the device for as long as somebody holds it.
        backend.measures(r).close();
        settle();
        long before = StandIn.allocations();
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(nplets(5, 3), 5, 3, new double[20]);
            assertThat(StandIn.allocations()).isGreaterThan(before);
        }
        assertThat(StandIn.allocations()).isLessThanOrEqualTo(before);
    }

    @Test
    void whatNobodyHoldsIsGivenBack() throws Throwable {
        Backend backend = StandIn.backend();
        settle();
        long before = StandIn.allocations();
        for (int i = 0; i < 20; i++) {
            CorrelationMatrix own = Systems.samples(N, 90, i);
            backend.measures(own).measures(nplets(5, 3), 5, 3, new double[20]);
        }
        assertThat(StandIn.allocations()).isGreaterThan(before);
        for (int i = 0; i < 100 && StandIn.allocations() > before + 1; i++) {
            settle();
            // Touches the table of matrices, which drops the copies of those that are gone.
            backend.measures(r);
        }
        assertThat(StandIn.allocations()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void severalThreadsEachWithAKernelOfTheirOwn() throws InterruptedException {
        Backend backend = StandIn.backend();
        int count = 700;
        int[] nplets = nplets(count, 6);
        double[] expected = new double[count * 4];
        backend.measures(r).measures(nplets, count, 6, expected);
        double[][] out = new double[4][count * 4];
        Thread[] threads = new Thread[out.length];
        for (int t = 0; t < threads.length; t++) {
            double[] own = out[t];
            threads[t] = Thread.ofPlatform().start(() -> backend.measures(r).measures(nplets, count, 6, own));
        }
        for (int t = 0; t < threads.length; t++) {
            threads[t].join();
            assertThat(out[t]).containsExactly(expected);
        }
    }

    private static void settle() throws InterruptedException {
        System.gc();
        Thread.sleep(20);
    }

    private static int[] nplets(int count, int order) {
        SplittableRandom random = new SplittableRandom(11);
        int[] nplets = new int[count * order];
        for (int i = 0; i < count; i++) {
            int[] one = random.ints(0, N).distinct().limit(order).sorted().toArray();
            System.arraycopy(one, 0, nplets, i * order, order);
        }
        return nplets;
    }
}
