package org.oinfo.bench.soak;

import java.io.IOException;

/**
 * Work whose result depends on nothing but its name and the order in which its backend adds.
 *
 * @param name says all that its result depends on besides
 */
record Job(String name, Work work) {
    /** Does it. */
    @FunctionalInterface
    interface Work {
        /** The result, every number in full. */
        String run(String backend, int threads) throws IOException;
    }

    /** Results of one key are the same to the last bit: native and simd add in one order, scalar in another. */
    String key(String backend) {
        return name + (backend.equals("scalar") ? " on scalar" : " on lanes");
    }
}
