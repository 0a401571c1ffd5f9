package org.oinfo.cuda;

import java.util.Optional;

/**
 * How the measures kernel of one order is launched. The header of {@code measures.cuh} states the same contract.
 *
 * @param kernel its name in the PTX
 * @param threads threads of a block
 * @param npletsPerBlock n-plets that a block scores
 * @param sharedMemory bytes of dynamic shared memory of a block
 */
record MeasuresLaunch(String kernel, int threads, int npletsPerBlock, int sharedMemory) {
    private static final int WARP = 32;
    private static final int BLOCK = 128;
    private static final int LARGEST_OF_A_THREAD = 12;
    private static final int LARGEST_OF_A_WARP = 64;
    private static final int LARGEST_OF_A_BLOCK = 128;

    /**
     * The launch of an order, or nothing where no kernel takes it.
     *
     * @param order at least 2
     * @param sharedMemory bytes that the device gives to a block at most; less of it means fewer warps
     */
    static Optional<MeasuresLaunch> of(int order, int sharedMemory) {
        if (order <= LARGEST_OF_A_THREAD) {
            return Optional.of(new MeasuresLaunch("measures_" + order, BLOCK, BLOCK, 0));
        }
        if (order > LARGEST_OF_A_BLOCK) {
            return Optional.empty();
        }
        int matrix = packedBytes(order);
        int fitting = sharedMemory / matrix;
        if (fitting == 0) {
            return Optional.empty();
        }
        if (order > LARGEST_OF_A_WARP) {
            return Optional.of(new MeasuresLaunch("measures_block", BLOCK, 1, matrix));
        }
        int warps = Math.min(fitting, BLOCK / WARP);
        return Optional.of(new MeasuresLaunch("measures_warp", warps * WARP, warps, warps * matrix));
    }

    /** Number of blocks that score this many n-plets. */
    int blocks(int count) {
        return (int) (((long) count + npletsPerBlock - 1) / npletsPerBlock);
    }

    /** A triangle with its diagonal, for the order rounded up to a multiple of four. */
    private static int packedBytes(int order) {
        int padded = (order + 3) / 4 * 4;
        return padded * (padded + 1) / 2 * Double.BYTES;
    }
}
