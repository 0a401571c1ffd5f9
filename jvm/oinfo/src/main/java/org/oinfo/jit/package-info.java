/**
 * Backends whose loops the JVM compiles while they run: seen to be compiled well, loaded anew where they are not.
 *
 * <p>Read {@link org.oinfo.jit.CompiledBackend} first. May import {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.jit;

import org.jspecify.annotations.NullMarked;
