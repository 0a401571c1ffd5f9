package org.oinfo.cuda.driver;

import static jcuda.driver.CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
import static jcuda.driver.CUfunction_attribute.CU_FUNC_ATTRIBUTE_NUM_REGS;
import static jcuda.driver.CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES;

import jcuda.driver.CUfunction;
import jcuda.driver.JCudaDriver;

/** A kernel, ready to be launched. Thread-safe; keeps its module alive. */
public final class CudaFunction {
    private final CudaModule module;
    private final CudaContext context;
    private final CUfunction function;
    private final String name;

    CudaFunction(CudaModule module, CudaContext context, CUfunction function, String name) {
        this.module = module;
        this.context = context;
        this.function = function;
        this.name = name;
    }

    /** Its name in the PTX. */
    public String name() {
        return name;
    }

    /** The module it belongs to. */
    public CudaModule module() {
        return module;
    }

    /** Registers that a thread of it takes. */
    public int registers() {
        context.use();
        return attribute(CU_FUNC_ATTRIBUTE_NUM_REGS);
    }

    /** Lets launches ask for all the shared memory that a block may have; without it, for 48 KB. */
    void allowSharedMemory() {
        int most = context.device().sharedMemory() - attribute(CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES);
        int code = JCudaDriver.cuFuncSetAttribute(function, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, most);
        Result.check(code, "cuFuncSetAttribute", "function=" + name + ", dynamic shared memory=" + most);
    }

    /**
     * Puts a launch at the end of a stream and returns without waiting for it. The arguments are copied and may be changed at
     * once; the memory that they point to must stay until the stream has been waited for.
     *
     * @param stream of the same context
     * @param blocks number of blocks, at least 1
     * @param threads number of threads of a block
     * @param sharedMemory bytes of dynamic shared memory of a block, up to what the device has
     */
    public void launch(CudaStream stream, int blocks, int threads, int sharedMemory, KernelArguments arguments) {
        context.use();
        LaunchClock clock = LaunchClock.running();
        if (clock == null) {
            put(stream, blocks, threads, sharedMemory, arguments);
        } else {
            clock.time(context, stream, () -> put(stream, blocks, threads, sharedMemory, arguments));
        }
    }

    private void put(CudaStream stream, int blocks, int threads, int sharedMemory, KernelArguments arguments) {
        int code = JCudaDriver.cuLaunchKernel(
                function, blocks, 1, 1, threads, 1, 1, sharedMemory, stream.handle(), arguments.pointers(), null);
        if (code != 0) {
            throw Result.failure(
                    code,
                    "cuLaunchKernel",
                    "function=" + name + ", blocks=" + blocks + ", threads=" + threads + ", shared memory="
                            + sharedMemory);
        }
    }

    private int attribute(int attribute) {
        int[] value = new int[1];
        Result.check(
                JCudaDriver.cuFuncGetAttribute(value, attribute, function),
                "cuFuncGetAttribute",
                "function=" + name + ", attribute=" + attribute);
        return value[0];
    }
}
