/**
 * Data as text: tables with any of the usual separators, numbers and words in their fields, lists of n-plets.
 *
 * <p>Read {@link org.oinfo.data.text.CsvFile} first. A text goes through {@link org.oinfo.data.text.TextStream} (encodings) into a
 * buffer of whole lines; {@code HeadReader} tells from the first records what the others mean, by the rules that its comment and
 * {@code docs/text.md} state; {@code RowReader} reads plain numbers where they lie ({@code DecimalBytes}) and hands any other field
 * as text to {@code RowValues}, which knows missing marks, decimal commas and words. A new rule about the first lines goes into
 * {@code HeadReader}, one about fields into {@code RowValues}; each needs a test with its warning or message to the letter.
 *
 * <p>May import {@code data}.
 */
@NullMarked
package org.oinfo.data.text;

import org.jspecify.annotations.NullMarked;
