package org.oinfo.cli.target;

/** How n-plets of sources are looked for. */
public enum DynamicMethod {
    /** All of them. */
    EXHAUSTIVE,
    /** The best of a small order, then source by source. */
    GREEDY
}
