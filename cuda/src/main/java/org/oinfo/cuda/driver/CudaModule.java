package org.oinfo.cuda.driver;

import java.util.Arrays;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;

/** Kernels compiled for one device. Thread-safe. */
public final class CudaModule extends Handle {
    private final CudaContext context;
    private final CUmodule module;

    private CudaModule(CudaContext context, CUmodule module) {
        super(context.holding(() -> Result.check(JCudaDriver.cuModuleUnload(module), "cuModuleUnload")));
        this.context = context;
        this.module = module;
    }

    static CudaModule load(CudaContext context, byte[] ptx) {
        context.use();
        CUmodule module = new CUmodule();
        // The driver reads text up to a NUL.
        byte[] text = Arrays.copyOf(ptx, ptx.length + 1);
        Result.check(JCudaDriver.cuModuleLoadData(module, text), "cuModuleLoadData", "bytes", ptx.length);
        return new CudaModule(context, module);
    }

    /**
     * A kernel of this module.
     *
     * @throws CudaException there is none of that name
     */
    public CudaFunction function(String name) {
        context.use();
        CUfunction function = new CUfunction();
        Result.check(JCudaDriver.cuModuleGetFunction(function, module, name), "cuModuleGetFunction", "name=" + name);
        CudaFunction made = new CudaFunction(this, context, function, name);
        made.allowSharedMemory();
        return made;
    }
}
