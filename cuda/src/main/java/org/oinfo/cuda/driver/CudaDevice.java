package org.oinfo.cuda.driver;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_MODE;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_SINGLE_TO_DOUBLE_PRECISION_PERF_RATIO;

import java.nio.charset.StandardCharsets;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * A device, as the driver describes it.
 *
 * @param ordinal its number among those that this process may see
 * @param name as its maker calls it
 * @param memory bytes
 * @param multiprocessors number of them
 * @param major compute capability
 * @param minor compute capability
 * @param sharedMemory bytes that a block may be given when a kernel asks for more than the usual 48 KB
 * @param singleToDouble how many times faster it is in single precision: 2 on data centre devices, 32 or 64 on others
 * @param prohibited whether its administrator lets no process compute on it
 */
public record CudaDevice(
        int ordinal,
        String name,
        long memory,
        int multiprocessors,
        int major,
        int minor,
        int sharedMemory,
        int singleToDouble,
        boolean prohibited) {
    /** {@code CU_COMPUTEMODE_PROHIBITED}. */
    private static final int PROHIBITED = 2;

    /** {@code NVIDIA H200 (140 GiB)}. */
    @Override
    public String toString() {
        return name + " (" + gibibytes() + " GiB)";
    }

    /** Its memory in GiB, rounded. */
    public long gibibytes() {
        return Math.round(memory / 0x1p30);
    }

    /** Compute capability as ten times major plus minor: 75, 90. */
    public int capability() {
        return 10 * major + minor;
    }

    static CudaDevice read(int ordinal) {
        CUdevice device = handle(ordinal);
        byte[] name = new byte[256];
        Result.check(JCudaDriver.cuDeviceGetName(name, name.length, device), "cuDeviceGetName", "device", ordinal);
        long[] memory = new long[1];
        Result.check(JCudaDriver.cuDeviceTotalMem(memory, device), "cuDeviceTotalMem", "device", ordinal);
        return new CudaDevice(
                ordinal,
                text(name),
                memory[0],
                attribute(device, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
                attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR),
                attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR),
                attribute(device, CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN),
                attribute(device, CU_DEVICE_ATTRIBUTE_SINGLE_TO_DOUBLE_PRECISION_PERF_RATIO),
                attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_MODE) == PROHIBITED);
    }

    static CUdevice handle(int ordinal) {
        CUdevice device = new CUdevice();
        Result.check(JCudaDriver.cuDeviceGet(device, ordinal), "cuDeviceGet", "device", ordinal);
        return device;
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        Result.check(
                JCudaDriver.cuDeviceGetAttribute(value, attribute, device),
                "cuDeviceGetAttribute",
                "attribute",
                attribute);
        return value[0];
    }

    private static String text(byte[] terminated) {
        int length = 0;
        while (length < terminated.length && terminated[length] != 0) {
            length++;
        }
        return new String(terminated, 0, length, StandardCharsets.UTF_8).strip();
    }
}
