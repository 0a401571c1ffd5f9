/** The command line: options in, reports out, no arithmetic. */
@NullMarked
package org.oinfo.cli;

import org.jspecify.annotations.NullMarked;
