/**
 * Data in: samples and matrices from files, standard input and Java arrays, checked before any work.
 *
 * <p>Read {@link org.oinfo.data.Samples} first: a source of samples says how many columns the original data has and what they
 * are called, and {@link org.oinfo.data.Variables} which of them take part. Messages spell a column as {@link
 * org.oinfo.data.Variables#described(int)} does.
 *
 * <p>To add a format:
 *
 * <ol>
 *   <li>A package {@code org.oinfo.data.FORMAT}. One that holds arrays lists and reads them as an {@code ArrayFile} of
 *       {@code data.array}, which does the rest. A table returns {@link org.oinfo.data.Samples}: it asks the {@link
 *       org.oinfo.data.ColumnChoice} for the columns once their names and number are known, checks with {@link
 *       org.oinfo.data.LeastData} and {@link org.oinfo.data.ColumnSelection#checked(int[], org.oinfo.data.Samples)}, and leaves
 *       to {@link org.oinfo.data.options.MissingPolicy} what becomes of a value that is not finite.
 *   <li>A line in {@code data.files.BinaryFormat} that knows it by its first bytes, and one in docs/formats.md.
 *   <li>Tests of values that a foreign writer wrote ({@code formats/make.py}), of every message to the letter, and of damaged files
 *       ({@code SoundFiles}).
 * </ol>
 *
 * <p>To add a message: {@link org.oinfo.data.BadInputException} takes one line of what must hold, what was found, where, and
 * what to do. Where that names a setting, it is one of {@link org.oinfo.data.Setting}, which Java and the command line write
 * their own way.
 *
 * <p>Imports nothing of the library; each format has a room of its own.
 */
@NullMarked
package org.oinfo.data;

import org.jspecify.annotations.NullMarked;
