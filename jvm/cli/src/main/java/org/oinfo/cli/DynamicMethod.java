package org.oinfo.cli;

/** How n-plets of sources are looked for. */
enum DynamicMethod {
    /** All of them. */
    EXHAUSTIVE,
    /** The best of a small order, then source by source. */
    GREEDY
}
