/**
 * The command {@code search} and its methods.
 *
 * <p>Read {@link org.oinfo.cli.search.SearchCommand} first. May import {@code analysis}, {@code input} and {@code process}.
 */
@NullMarked
package org.oinfo.cli.search;

import org.jspecify.annotations.NullMarked;
