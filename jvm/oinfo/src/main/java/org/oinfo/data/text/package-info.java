/**
 * Data as text: .csv and its kin, numbers and words in its fields, lists of n-plets.
 *
 * <p>Read {@link org.oinfo.data.text.CsvFile} first. May import {@code data}.
 */
@NullMarked
package org.oinfo.data.text;

import org.jspecify.annotations.NullMarked;
