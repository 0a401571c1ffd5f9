package org.oinfo.report.page;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The place where a text stops being the JSON it should be, for messages. */
public final class JsonPlace {
    private JsonPlace() {}

    /** The place of a failure, to follow what failed; empty where it is not known. */
    public static String of(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + " (both count from 1)";
    }
}
