/**
 * Files from which long work goes on where another process was stopped.
 *
 * <p>Read {@link org.oinfo.journal.WorkJournal} first: pieces by number, appended. What all journals share is {@link
 * org.oinfo.journal.JournalHead}, the words that say what the file is of, and {@link org.oinfo.journal.OpenJournal}, a file of one process at
 * a time. docs/partial-results.md has every byte. May import {@code parallel} and {@code data}.
 */
@NullMarked
package org.oinfo.journal;

import org.jspecify.annotations.NullMarked;
