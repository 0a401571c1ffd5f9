package org.oinfo.cuda;

import static org.oinfo.kernels.MeasuresKernel.VALUES;

import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.KernelArguments;

/**
 * One batch of n-plets under way, in a stream of its own: indices to the device, kernel, results back.
 *
 * <pre>  reserve, start, finish, reserve, start, finish, ...</pre>
 */
final class MeasuresBatch implements AutoCloseable {
    /** Positions among the arguments (r, n, n-plets, count, order, out). */
    private static final int NPLETS = 2;

    private static final int COUNT = 3;
    private static final int ORDER = 4;
    private static final int OUT = 5;

    private final DeviceKernels kernels;
    private final CudaStream stream;
    private final KernelArguments arguments;
    /** Indices [count*order]. */
    private final StagedMemory indices;
    /** Results [count*4], nats. */
    private final StagedMemory results;
    /** The n-plets of the caller that are under way; none when count is 0. */
    private int first;

    private int count;

    MeasuresBatch(DeviceKernels kernels, DeviceMemory matrix, int variables) {
        this.kernels = kernels;
        this.stream = kernels.context().stream();
        this.indices = new StagedMemory(kernels.context());
        this.results = new StagedMemory(kernels.context());
        this.arguments = new KernelArguments()
                .add(matrix)
                .add(variables)
                .add(0L)
                .add(0)
                .add(0)
                .add(0L);
    }

    /**
     * Makes room for a batch.
     *
     * @throws org.oinfo.cuda.driver.CudaException among others when memory has run out; smaller batches may still fit
     */
    void reserve(int size, int order) {
        indices.reserve(size * order * Integer.BYTES);
        results.reserve(size * VALUES * Double.BYTES);
    }

    /** Sends n-plets [from, from+size) of the caller's on their way; there must be room for them. */
    void start(MeasuresLaunch launch, int[] nplets, int from, int size, int order) {
        indices.ints().put(0, nplets, from * order, size * order);
        arguments.set(NPLETS, indices.device());
        arguments.set(COUNT, size);
        arguments.set(ORDER, order);
        arguments.set(OUT, results.device());
        first = from;
        count = size;
        indices.send(stream, (long) size * order * Integer.BYTES);
        kernels.function(launch.kernel())
                .launch(stream, launch.blocks(size), launch.threads(), launch.sharedMemory(), arguments);
        results.fetch(stream, (long) size * VALUES * Double.BYTES);
    }

    /** Waits for the batch under way, if there is one, and writes its results to where they belong. */
    void finish(double[] out) {
        if (count > 0) {
            stream.await();
            results.doubles().get(0, out, first * VALUES, count * VALUES);
            count = 0;
        }
    }

    /** Waits for the batch under way, if there is one, and forgets it: for when another has failed. */
    void abandon() {
        if (count > 0) {
            count = 0;
            stream.await();
        }
    }

    /** Gives its memory and its stream back; nothing may be under way. */
    @Override
    public void close() {
        indices.close();
        results.close();
        stream.close();
    }
}
