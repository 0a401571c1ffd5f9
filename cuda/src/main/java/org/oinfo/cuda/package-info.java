/**
 * The kernels on CUDA devices: the same interfaces as {@link org.oinfo.kernels}, found at run time by their provider.
 *
 * <p>The device code is in {@code src/main/cuda}; {@link org.oinfo.cuda.KernelImage} holds what nvcc made of it. Here are the
 * host's halves: {@code CudaMeasures} for a batch of given n-plets. What runs on a device are the bulk operations; whatever a
 * device flags as near-singular is scored by {@link org.oinfo.kernels.Canonical} on the host, as on every backend.
 */
@NullMarked
package org.oinfo.cuda;

import org.jspecify.annotations.NullMarked;
