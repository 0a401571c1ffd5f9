package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.cuda.driver.CudaException;
import org.oinfo.cuda.driver.CudaFunction;
import org.oinfo.cuda.driver.CudaModule;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.HostMemory;
import org.oinfo.cuda.driver.KernelArguments;

/** The handles over the driver: arguments, order of streams, closing, and what a failure says. */
class HandlesTest {
    private static final byte[] PTX =
            ".version 9.0\n.target sm_75\n.visible .entry standin_echo(\n.visible .entry unknown("
                    .getBytes(StandardCharsets.US_ASCII);

    private final CudaContext context = open();

    private static CudaContext open() {
        assertThat(StandIn.backend().name()).isEqualTo("cuda");
        return CudaContext.open(CudaDriver.devices().getFirst());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void argumentsArriveAndAreCopiedAtTheLaunch() {
        try (CudaModule module = context.load(PTX);
                CudaStream stream = context.stream();
                DeviceMemory to = context.allocate(64 * Double.BYTES)) {
            CudaFunction echo = module.function("standin_echo");
            ByteBuffer pair = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
            pair.putLong(0, to.address()).putLong(8, 5);
            KernelArguments arguments =
                    new KernelArguments().add(pair).add(3).add(0.25).add(1L << 40);
            echo.launch(stream, 2, 32, 0, arguments);
            arguments.set(1, 1000);
            double[] out = new double[64];
            to.read(out);
            // The stand-in has not run it yet: a result read too early is poison.
            assertThat(out).doesNotContain((5 + 0x1p40) * 3 + 0.25);
            stream.await();
            to.read(out);
            assertThat(out).containsOnly((5 + 0x1p40) * 3 + 0.25);
        }
    }

    @Test
    void everyShippedKernelIsFound() {
        KernelImage image = KernelImage.shipped();
        for (String name : image.kernels()) {
            try (CudaModule module = context.load(image.kernel(name))) {
                assertThat(module.function(name).registers()).isPositive();
            }
        }
    }

    @Test
    void copiesKeepTheirOrder() {
        try (CudaStream stream = context.stream();
                HostMemory host = context.allocateHost(80);
                DeviceMemory device = context.allocate(80)) {
            device.write(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
            host.buffer().putDouble(0, -1).putDouble(8, -2);
            stream.copy(host, device, 16);
            stream.copy(device, host, 80);
            stream.await();
            double[] out = new double[10];
            host.buffer().asDoubleBuffer().get(out);
            assertThat(out).containsExactly(-1, -2, 3, 4, 5, 6, 7, 8, 9, 10);
            stream.zero(device);
            stream.await();
            long[] words = {1, 1};
            device.read(words);
            assertThat(words).containsOnly(0);
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws Throwable {
        long before = StandIn.allocations();
        DeviceMemory memory = context.allocate(1);
        assertThat(StandIn.allocations()).isEqualTo(before + 1);
        memory.close();
        memory.close();
        assertThat(StandIn.allocations()).isEqualTo(before);
    }

    @Test
    void whatOutlivesItsContextIsStillGivenBack() throws Throwable {
        long before = StandIn.allocations();
        CudaContext own = open();
        DeviceMemory memory = own.allocate(8);
        own.close();
        own.close();
        assertThat(StandIn.allocations()).isEqualTo(before + 1);
        memory.close();
        assertThat(StandIn.allocations()).isEqualTo(before);
        assertThatThrownBy(() -> own.allocate(8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the CUDA context has been closed: CPU stand-in 0 (8 GiB)");
    }

    @Test
    void failuresSayWhatWasAsked() {
        assertFails(
                () -> context.load("nothing".getBytes(StandardCharsets.US_ASCII)),
                "cuModuleLoadData failed: 218 CUDA_ERROR_INVALID_PTX (a PTX JIT compilation failed): bytes=7");
        assertFails(
                () -> context.load(".version 10.0".getBytes(StandardCharsets.US_ASCII)),
                "cuModuleLoadData failed: 222 CUDA_ERROR_UNSUPPORTED_PTX_VERSION (the provided PTX was compiled with an"
                        + " unsupported toolchain.): bytes=13");
        try (CudaModule module = context.load(PTX)) {
            assertFails(
                    () -> module.function("measures_2"),
                    "cuModuleGetFunction failed: 500 CUDA_ERROR_NOT_FOUND (named symbol not found): name=measures_2");
            try (CudaStream stream = context.stream()) {
                assertFails(
                        () -> module.function("standin_echo").launch(stream, 1, 2048, 64, new KernelArguments()),
                        "cuLaunchKernel failed: 1 CUDA_ERROR_INVALID_VALUE (invalid argument): function=standin_echo,"
                                + " blocks=1, threads=2048, shared memory=64");
            }
        }
    }

    @Test
    void aCopyOverTheEndIsRefused() {
        assertThatThrownBy(() -> context.allocate(8).write(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a copy must fit into the device memory: bytes=16, device memory=8");
    }

    @Test
    void argumentsBeyondWhatAKernelTakesAreRefused() {
        KernelArguments arguments = new KernelArguments().add(ByteBuffer.allocate(4096));
        assertThatThrownBy(() -> arguments.add(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the arguments of a kernel must fit into 4096 bytes: bytes=4112");
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(CudaException.class).hasMessage(message);
    }
}
