package org.oinfo.cli.typed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a class of options: what they are about, which help prints above them. A command's own options need none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OptionGroup {
    /** Options about the data. */
    String DATA = "The data, and how they are read:";

    /** Options about the estimate. */
    String ESTIMATE = "How dependence is estimated:";

    /** Options about machines, time and stops. */
    String RUN = "How it runs:";

    /** Options about the result. */
    String RESULT = "What comes out:";

    /** The line above them. */
    String value();
}
