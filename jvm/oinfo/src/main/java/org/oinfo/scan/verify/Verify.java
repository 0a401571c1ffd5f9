package org.oinfo.scan.verify;

/** Whether a scan proves itself complete. */
public enum Verify {
    /** Where it costs next to nothing, see {@link Verifier#byDefault}. */
    BY_DEFAULT,
    /** Always; what cannot be verified is refused. */
    ALWAYS,
    /** Never. */
    NEVER
}
