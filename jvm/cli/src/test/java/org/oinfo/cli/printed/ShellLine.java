package org.oinfo.cli.printed;

import java.util.ArrayList;
import java.util.List;

/** The little of a shell that printed commands use: words, quotes, comments, {@code ;} and {@code |}; all else is refused. */
final class ShellLine {
    private final List<List<List<String>>> pipelines = new ArrayList<>();
    private List<List<String>> pipeline = new ArrayList<>();
    private List<String> words = new ArrayList<>();

    private StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellLine() {}

    /**
     * Takes a line apart.
     *
     * @return pipelines that run one after the other, each of commands that read from the one before, each of words
     */
    static List<List<List<String>>> parse(String line) {
        ShellLine parsed = new ShellLine();
        parsed.read(line);
        parsed.endPipeline();
        return parsed.pipelines;
    }

    private void read(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case ' ' -> endWord();
                case ';' -> endPipeline();
                case '|' -> endCommand();
                case '#' -> {
                    if (!inWord) {
                        return;
                    }
                    word.append(c);
                }
                case '\'', '"' -> {
                    int end = line.indexOf(c, i + 1);
                    if (end < 0 || (c == '"' && line.substring(i, end).matches(".*[$`\\\\].*"))) {
                        throw refuse(line, c);
                    }
                    inWord = true;
                    word.append(line, i + 1, end);
                    i = end;
                }
                case '&', '<', '>', '$', '`', '(', ')', '*', '?', '\\', '~', '{', '}' -> throw refuse(line, c);
                default -> {
                    inWord = true;
                    word.append(c);
                }
            }
        }
    }

    private static IllegalArgumentException refuse(String line, char c) {
        return new IllegalArgumentException(
                "a printed command must do without " + c + ", or be a console block: " + line);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word = new StringBuilder();
            inWord = false;
        }
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            pipeline.add(words);
            words = new ArrayList<>();
        }
    }

    private void endPipeline() {
        endCommand();
        if (!pipeline.isEmpty()) {
            pipelines.add(pipeline);
            pipeline = new ArrayList<>();
        }
    }
}
