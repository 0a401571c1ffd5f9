package org.oinfo.bench.report;

import java.util.List;

/**
 * How results came about.
 *
 * @param machine where
 * @param commit of which sources
 * @param load the load average when the run began
 * @param folder name of the results' folder
 * @param ran what really ran, as the benchmarks said
 * @param notRun what could not run here, and why
 * @param rates everything that was measured
 */
record Run(
        MachineCard machine,
        String commit,
        String load,
        String folder,
        List<String> ran,
        List<String> notRun,
        List<Rate> rates) {
    /** Forks and iterations in words. */
    String settings() {
        return String.join(
                "; ",
                rates.stream()
                        .map(Rate::settings)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }
}
