/**
 * Thin handles over the CUDA driver API as JCuda binds it: device, context, module, function, memory, stream.
 *
 * <p>Every handle is closed once, however often {@code close} is called, and a handle that nobody closed is freed when it is
 * collected, so that kernels without a {@code close} of their own leak nothing. Every result code passes {@code
 * Result.check}, which turns a failure into a {@link org.oinfo.cuda.driver.CudaException}. A method makes its context current
 * on the calling thread by itself.
 *
 * <p>Nothing in here fails to load on a machine without a driver: {@link org.oinfo.cuda.driver.CudaDriver#unavailable} says
 * what is missing, and no class of JCuda is touched before it has found nothing.
 *
 * <p>A process that ends, by Ctrl-C or any other way, takes its contexts along: the driver stops the kernels in flight and
 * frees their memory. No thread of Java waits for them: one that is inside the driver does not hold the exit up.
 */
@NullMarked
package org.oinfo.cuda.driver;

import org.jspecify.annotations.NullMarked;
