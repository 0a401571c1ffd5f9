/**
 * Work over threads whose results do not depend on their number, and the monitor that watches it.
 *
 * <p>Read {@link org.oinfo.parallel.Workers} first: the one pool. Its threads take numbered tasks in ascending order and write
 * to places of their own; {@link org.oinfo.parallel.OrderedFold} folds what they found strictly in the order of the numbers.
 *
 * <ul>
 *   <li>To stop: a {@link org.oinfo.parallel.Watch} counts what is done for the caller's
 *       {@link org.oinfo.parallel.Monitor} and knows whether to go on. Workers ask it between slices of some milliseconds. Once
 *       the monitor has said no, or the calling thread was interrupted, nothing new is begun; what is finished is folded and
 *       returned, and the flag of the interruption stays. Where a part is worth nothing (an estimate),
 *       {@link java.util.concurrent.CancellationException} is thrown instead.
 *   <li>To fail: what a task threw first reaches the caller as it is; the others stop soon.
 *   <li>To end: what a thread opened for its work and handed to its {@link org.oinfo.parallel.WorkerResources}, kernels above all,
 *       is closed in all three cases, by that thread.
 *   <li>To count: one run of many is watched through {@link org.oinfo.parallel.Watch#part}.
 * </ul>
 *
 * <p>Imports nothing of the library.
 */
@NullMarked
package org.oinfo.parallel;

import org.jspecify.annotations.NullMarked;
