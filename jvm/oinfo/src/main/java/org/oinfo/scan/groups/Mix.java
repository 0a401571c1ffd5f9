package org.oinfo.scan.groups;

import java.util.Locale;

/** How an n-plet must mix groups of variables; variables in no group may be in any. */
public enum Mix {
    /** Members of two groups at least. */
    ANY,
    /** A member of every group at least. */
    ALL,
    /** Of each group one member at most. */
    ONE_EACH;

    /** Its name in options and results: {@code any}, {@code all}, {@code one-each}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
