package org.oinfo.cli.printed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Markdown page.
 *
 * @param name its path in the repository
 * @param blocks its fenced blocks
 * @param spans code within its lines
 */
record Page(String name, List<Block> blocks, List<String> spans) {
    private static final String FENCE = "```";
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

    /**
     * A fenced block.
     *
     * @param language what stands behind the fence
     */
    record Block(String language, List<String> lines) {}

    static Page read(Path repository, Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean fenced = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(FENCE)) {
                fenced = !fenced;
                if (fenced) {
                    blocks.add(new Block(line.substring(FENCE.length()), new ArrayList<>()));
                }
            } else if (fenced) {
                blocks.getLast().lines().add(line);
            } else {
                text.append(line).append(' ');
            }
        }
        SPAN.matcher(text).results().map((MatchResult span) -> span.group(1)).forEach(spans::add);
        return new Page(repository.relativize(file).toString(), blocks, spans);
    }
}
