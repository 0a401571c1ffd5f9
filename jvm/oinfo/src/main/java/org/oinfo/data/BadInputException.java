package org.oinfo.data;

import java.util.function.Function;

/**
 * Input that cannot be used. The message is one line that says what must hold, what was found, where, and what to do; where
 * that is to change a {@link Setting}, the caller may write it in the words of its own users.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Stands in a remedy for how its setting is written. */
    private static final String PLACE = "{}";

    private final String problem;
    private final String remedy;
    private final Setting[] settings;

    /** A message that names no setting; it is shown to the user as it stands. */
    public BadInputException(String message) {
        super(message);
        this.problem = message;
        this.remedy = "";
        this.settings = new Setting[0];
    }

    /**
     * A message whose remedy names a setting, as a Java program writes it.
     *
     * @param problem what must hold, what was found, and where
     * @param remedy what to do; each {@code {}} in it stands for the next of the settings, and those that are left for the last
     * @param settings the settings, at least one
     */
    public BadInputException(String problem, String remedy, Setting... settings) {
        super(problem + filled(remedy, settings, Setting::java));
        this.problem = problem;
        this.remedy = remedy;
        this.settings = settings.clone();
    }

    /**
     * The message in the words of another caller, such as a command line, whose users set options.
     *
     * @param spelling how that caller writes a setting
     */
    public String message(Function<Setting, String> spelling) {
        return settings.length == 0 ? problem : problem + filled(remedy, settings, spelling);
    }

    private static String filled(String remedy, Setting[] settings, Function<Setting, String> spelling) {
        StringBuilder text = new StringBuilder("; ");
        int from = 0;
        int next = 0;
        for (int at = remedy.indexOf(PLACE); at >= 0; at = remedy.indexOf(PLACE, from)) {
            Setting setting = settings[Math.min(next++, settings.length - 1)];
            text.append(remedy, from, at).append(spelling.apply(setting));
            from = at + PLACE.length();
        }
        return text.append(remedy, from, remedy.length()).toString();
    }
}
