/**
 * Values of options as they are typed: numbers, orders, names, lists of n-plets; a wrong one is refused in one line. Imports
 * nothing else of the command line.
 */
@NullMarked
package org.oinfo.cli.typed;

import org.jspecify.annotations.NullMarked;
