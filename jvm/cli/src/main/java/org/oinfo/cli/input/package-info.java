/**
 * DATA and the options that say how it is read, estimated and run.
 *
 * <p>Read {@link org.oinfo.cli.input.InputOptions} first. May import {@code typed} and
 * {@code process}.
 *
 * <p>To add an option: a field with {@code @Option} in its command, or in a mixin here where several commands have it. Its default is
 * the value of the field, taken from the settings of the library; the description shows it as <code>${DEFAULT-VALUE}</code>. Wrong
 * values are refused before any work; what changes the result is named in the provenance of the output. Constants of an enumeration
 * are typed in lower case ({@link org.oinfo.cli.typed.LowerCaseEnum}) by themselves; another type has a static {@code of(String)} and a
 * line in {@code EveryCommand}. Tests assert numbers that it changes, and the exact message of every refusal.
 */
@NullMarked
package org.oinfo.cli.input;

import org.jspecify.annotations.NullMarked;
