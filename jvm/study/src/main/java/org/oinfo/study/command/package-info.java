/** The commands of {@code oinfo study}. */
@NullMarked
package org.oinfo.study.command;

import org.jspecify.annotations.NullMarked;
