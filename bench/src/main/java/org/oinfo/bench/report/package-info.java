/** Makes a page and one JSON file out of JMH's raw results: machine card, ratios to peers, shares of the measured peak. */
@NullMarked
package org.oinfo.bench.report;

import org.jspecify.annotations.NullMarked;
