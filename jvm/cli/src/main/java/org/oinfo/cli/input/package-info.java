/**
 * DATA and the options that say how it is read, estimated and run.
 *
 * <p>Read {@link org.oinfo.cli.input.InputOptions} first. May import {@code process}.
 *
 * <p>To add an option: a field with {@code @Option} in the mixin of the commands that have it; its default written once and shown
 * from there; wrong values refused before any work; what it changes named in the provenance of the output. Constants of an
 * enumeration are typed in lower case ({@link org.oinfo.cli.input.LowerCaseEnum}, registered in {@code Oinfo}). Tests assert numbers
 * that it changes, and the exact message of every refusal.
 */
@NullMarked
package org.oinfo.cli.input;

import org.jspecify.annotations.NullMarked;
