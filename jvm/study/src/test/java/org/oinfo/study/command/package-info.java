@NullMarked
package org.oinfo.study.command;

import org.jspecify.annotations.NullMarked;
