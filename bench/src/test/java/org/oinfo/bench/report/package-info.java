/** Tests of the page made from JMH's results. */
@NullMarked
package org.oinfo.bench.report;

import org.jspecify.annotations.NullMarked;
