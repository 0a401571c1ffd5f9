/**
 * Results as text: a table for people, csv for spreadsheets and scripts, JSON for programs. Every form says how it was made.
 */
@NullMarked
package org.oinfo.report;

import org.jspecify.annotations.NullMarked;
