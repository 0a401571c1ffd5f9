/**
 * Everything that reads what others wrote, fed with bytes: {@link org.oinfo.fuzz.Targets} lists what is read, {@link org.oinfo.fuzz.KeptInputsTest}
 * reads in every build what was kept, and {@link org.oinfo.fuzz.FuzzEntry} is called by a fuzzer that looks at coverage (fuzz/run).
 */
@NullMarked
package org.oinfo.fuzz;

import org.jspecify.annotations.NullMarked;
