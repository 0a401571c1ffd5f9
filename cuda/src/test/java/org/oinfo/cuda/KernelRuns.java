package org.oinfo.cuda;

import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.KernelArguments;
import org.oinfo.cuda.driver.LaunchClock;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/** Kernels run alone, their input on the device already: what the check of a device times. */
public final class KernelRuns {
    private final DeviceKernels kernels;

    private KernelRuns(DeviceKernels kernels) {
        this.kernels = kernels;
    }

    /** Kernels on the first device of this process; there must be one. */
    public static KernelRuns onFirstDevice() {
        CudaDevice first = CudaDriver.devices().getFirst();
        return new KernelRuns(new DeviceKernels(KernelImage.shipped(), first));
    }

    /**
     * Seconds of the device for each of some launches of a measures kernel, all over the same n-plets.
     *
     * @param nplets indices [count*order], n-plet-major
     * @param runs number of launches
     */
    public double[] measures(CorrelationMatrix r, int[] nplets, int count, int order, int runs) {
        MeasuresLaunch launch = MeasuresLaunch.of(order, kernels.device().sharedMemory())
                .orElseThrow(() -> new IllegalArgumentException("no kernel takes this order: order=" + order));
        CudaContext context = kernels.context();
        double[] seconds = new double[runs];
        try (CudaStream stream = context.stream();
                DeviceMemory indices = context.allocate((long) nplets.length * Integer.BYTES);
                DeviceMemory out = context.allocate((long) count * MeasuresKernel.VALUES * Double.BYTES)) {
            indices.write(nplets);
            KernelArguments arguments = new KernelArguments()
                    .add(kernels.matrix(r))
                    .add(r.variables())
                    .add(indices)
                    .add(count)
                    .add(order)
                    .add(out);
            for (int run = 0; run < runs; run++) {
                try (LaunchClock clock = LaunchClock.start()) {
                    kernels.function(launch.kernel())
                            .launch(stream, launch.blocks(count), launch.threads(), launch.sharedMemory(), arguments);
                    stream.await();
                    seconds[run] = clock.seconds();
                }
            }
        }
        return seconds;
    }
}
