package org.oinfo.cli.process;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Excerpt;

/**
 * Names that java cannot spell. It reads arguments and names of files in the characters of the locale, whatever it is told, and
 * puts U+FFFD for what is none of them: under LC_ALL=C for each byte of an umlaut. No such file can be opened then.
 */
public final class Spelling {
    private static final String REMEDY = " in this locale (" + System.getProperty("sun.jnu.encoding")
            + "); set LC_ALL=C.UTF-8, or start it with the launcher ./oinfo";

    private Spelling() {}

    /** The first argument that was lost on the way here, with what to do about it; null where there is none. */
    public static @Nullable String lostArgument(String[] args) {
        return foreignLocale()
                ? Arrays.stream(args)
                        .filter(Spelling::lost)
                        .findFirst()
                        .map(arg -> "every argument must be one that java can read: it cannot read all characters of "
                                + Excerpt.oneLine(arg) + REMEDY)
                        .orElse(null)
                : null;
    }

    /** What to add to a message about files, whose names are looked up from the current folder. */
    static String ofFolder() {
        return foreignLocale() && lost(System.getProperty("user.dir"))
                ? "; java cannot read the name of the current folder" + REMEDY
                : "";
    }

    /** Where the locale is UTF-8, a lost character is in the name itself. */
    private static boolean foreignLocale() {
        return !"UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    }

    private static boolean lost(String name) {
        return name.indexOf('\uFFFD') >= 0;
    }
}
