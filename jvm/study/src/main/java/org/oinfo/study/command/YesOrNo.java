package org.oinfo.study.command;

/** A decision as people write it. */
enum YesOrNo {
    YES,
    NO
}
