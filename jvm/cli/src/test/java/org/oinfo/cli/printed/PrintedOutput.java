package org.oinfo.cli.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.oinfo.cli.printed.Page.Block;

/**
 * Output that a page shows behind a block of commands: of the last of them, on standard error where it begins with {@code oinfo: },
 * else on standard output. A line {@code ...} stands for lines that the page leaves out.
 *
 * @param page the page
 * @param command the command
 * @param lines what is shown
 */
record PrintedOutput(String page, String command, List<String> lines) {
    private static final String LEFT_OUT = "...";
    private static final String MESSAGE = "oinfo: ";

    /** Blocks of text behind commands that begin as output does, or with what is left out. */
    static List<PrintedOutput> of(Page page) {
        List<PrintedOutput> outputs = new ArrayList<>();
        String command = "";
        for (Block block : page.blocks()) {
            String first = block.lines().getFirst();
            if (block.language().equals("sh")) {
                command = block.lines().getLast();
            } else if (!block.language().equals("text")) {
                command = "";
            } else if (!command.isEmpty()
                    && (first.startsWith("oinfo ") || first.startsWith(MESSAGE) || first.equals(LEFT_OUT))) {
                outputs.add(new PrintedOutput(page.name(), command, block.lines()));
            }
        }
        return outputs;
    }

    /** Is this what the command printed, but for versions, machines and times? */
    void requireFrom(ShellRun.Outcome outcome) {
        boolean message = lines.getFirst().startsWith(MESSAGE);
        List<String> printed = sameEverywhere((message ? outcome.err() : outcome.out()).lines());
        List<String> shown = sameEverywhere(lines.stream());
        if (!shown.contains(LEFT_OUT)) {
            assertThat(printed)
                    .as("what %s prints, as %s shows it", command, page)
                    .isEqualTo(shown);
            return;
        }
        int from = 0;
        for (List<String> piece : pieces(shown)) {
            int at = Collections.indexOfSubList(printed.subList(from, printed.size()), piece);
            assertThat(at)
                    .as("place of %s, which %s shows, in what %s prints: %s", piece, page, command, printed)
                    .isNotNegative();
            from += at + piece.size();
        }
    }

    private static List<List<String>> pieces(List<String> shown) {
        List<List<String>> pieces = new ArrayList<>();
        pieces.add(new ArrayList<>());
        for (String line : shown) {
            if (line.equals(LEFT_OUT)) {
                pieces.add(new ArrayList<>());
            } else {
                pieces.getLast().add(line);
            }
        }
        return pieces;
    }

    private static List<String> sameEverywhere(Stream<String> lines) {
        return lines.filter(line -> !line.contains(", seconds: "))
                .map(line -> line.replaceFirst("^oinfo [^\\s:]+: ", "oinfo VERSION: "))
                .toList();
    }
}
