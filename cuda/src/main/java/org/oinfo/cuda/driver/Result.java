package org.oinfo.cuda.driver;

import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** The one place where result codes of the driver are looked at. */
final class Result {
    private static final int SUCCESS = 0;

    private Result() {}

    /** Throws unless the call succeeded. */
    static void check(int code, String call) {
        if (code != SUCCESS) {
            throw failure(code, call, "");
        }
    }

    /** Throws unless the call succeeded; the message says what was asked: {@code bytes=1024}. */
    static void check(int code, String call, String name, long asked) {
        if (code != SUCCESS) {
            throw failure(code, call, name + "=" + asked);
        }
    }

    /** Throws unless the call succeeded; the message says what was asked for. */
    static void check(int code, String call, String asked) {
        if (code != SUCCESS) {
            throw failure(code, call, asked);
        }
    }

    static CudaException failure(int code, String call, String asked) {
        return new CudaException(call, code, describe(code), asked);
    }

    /** {@code CUDA_ERROR_OUT_OF_MEMORY (out of memory)}; a code that the driver does not know keeps JCuda's name. */
    static String describe(int code) {
        String[] name = new String[1];
        String[] text = new String[1];
        boolean named = JCudaDriver.cuGetErrorName(code, name) == SUCCESS && name[0] != null;
        boolean told = JCudaDriver.cuGetErrorString(code, text) == SUCCESS && text[0] != null;
        return (named ? name[0] : CUresult.stringFor(code)) + (told ? " (" + text[0] + ")" : "");
    }
}
