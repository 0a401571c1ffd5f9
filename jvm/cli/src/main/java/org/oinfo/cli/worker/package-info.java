/**
 * The resident engine: calls come and answers go as lines of JSON-RPC 2.0 over standard input and output. The page docs/worker.md says
 * what they are.
 *
 * <p>Read {@link org.oinfo.cli.worker.Session} first. Knows no command: it is given their table, so that there is no second list of
 * options. May import {@code process}.
 */
@NullMarked
package org.oinfo.cli.worker;

import org.jspecify.annotations.NullMarked;
