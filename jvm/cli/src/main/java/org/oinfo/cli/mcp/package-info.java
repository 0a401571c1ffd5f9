/**
 * The engine as a server of the Model Context Protocol, so that assistants can call it: every command is a tool. The page docs/mcp.md
 * says what a client may rely on.
 *
 * <p>Read {@link org.oinfo.cli.mcp.McpSession} first. Knows no command and has no list of options: tools are made from the commands' own
 * table. May import {@code worker}, whose lines carry the messages, {@code input} for the words of constants, and {@code process}.
 */
@NullMarked
package org.oinfo.cli.mcp;

import org.jspecify.annotations.NullMarked;
