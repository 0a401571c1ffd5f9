/**
 * The dues of a process to its user: streams, files that are whole or absent, progress, interruption, exit codes.
 *
 * <p>Read {@link org.oinfo.cli.process.Failures} first. Imports nothing of the command line.
 */
@NullMarked
package org.oinfo.cli.process;

import org.jspecify.annotations.NullMarked;
