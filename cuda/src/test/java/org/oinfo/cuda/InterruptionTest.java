package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.cuda.driver.CudaModule;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.KernelArguments;

/** A process ends when it is told to, although a kernel is in flight that never returns. */
class InterruptionTest {
    /** Waits for a kernel that never ends. */
    public static void main(String[] args) {
        try (CudaContext context = CudaContext.open(CudaDriver.devices().getFirst());
                CudaModule module = context.load(
                        ".version 9.0\n.visible .entry standin_forever(".getBytes(StandardCharsets.US_ASCII));
                CudaStream stream = context.stream()) {
            module.function("standin_forever").launch(stream, 1, 1, 0, new KernelArguments());
            System.out.println("launched");
            stream.await();
        }
    }

    @Test
    void aKernelInFlightHoldsNothingUp() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Doinfo.cuda.driver=" + StandIn.build(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptionTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("launched");
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            // 128 + SIGTERM: the JVM ended by itself, shutdown hooks and all.
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
