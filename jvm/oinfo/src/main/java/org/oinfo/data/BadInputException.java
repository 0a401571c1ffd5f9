package org.oinfo.data;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Setting setting;

    /** A message that names no setting; it is shown to the user as it stands. */
    public BadInputException(String message) {
        super(message);
        this.problem = message;
        this.remedy = "";
        this.setting = null;
    }

    /**
     * A message whose remedy names a setting, as a Java program writes it.
     *
     * @param problem what must hold, what was found, and where
     * @param remedy what to do; {@code {}} in it stands for the setting
     * @param setting the setting
     */
    public BadInputException(String problem, String remedy, Setting setting) {
        super(problem + filled(remedy, setting.java()));
        this.problem = problem;
        this.remedy = remedy;
        this.setting = setting;
    }

    /**
     * The message in the words of another caller, such as a command line, whose users set options.
     *
     * @param spelling how that caller writes a setting
     */
    public String message(Function<Setting, String> spelling) {
        return setting == null ? problem : problem + filled(remedy, spelling.apply(setting));
    }

    private static String filled(String remedy, String spelt) {
        return "; " + remedy.replace(PLACE, spelt);
    }
}
