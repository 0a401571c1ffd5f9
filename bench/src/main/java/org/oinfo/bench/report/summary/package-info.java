/** Makes {@code docs/performance.md} of the newest records in {@code bench/results}: read {@code PerformancePage} first. */
@NullMarked
package org.oinfo.bench.report.summary;

import org.jspecify.annotations.NullMarked;
