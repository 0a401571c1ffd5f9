package org.oinfo.cli.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.printed.Page.Block;
import org.oinfo.cli.printed.ShellRun.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command that is printed runs as it is printed, in a folder that holds the example data: blocks marked {@code sh} and code
 * within the lines of the pages, and the examples of {@code --help}. A block marked {@code console} is not run, and is listed
 * here with the reason.
 */
class PrintedCommandsTest {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String DIGITS = "jvm/cli/src/main/resources/org/oinfo/cli/digits";
    private static final int MINUTES = 5;
    private static final int MOST_CONSOLE = 13;

    /** Page and first line of each block that is not run, and why. */
    private static final Map<String, String> CONSOLE = Map.ofEntries(
            Map.entry("README.md: mvn verify", "the build that this test is a part of"),
            Map.entry("docs/install.md: mvn -Pdist", "builds what is installed, and installs it"),
            Map.entry("README.md: ./oinfo study --quick", "trains networks, for a minute and more"),
            Map.entry("docs/study.md: ./oinfo study --quick", "trains networks, for a minute and more"),
            Map.entry("docs/study.md: ./oinfo study train", "needs PyTorch, and a network that is trained already"),
            Map.entry("docs/study.md: ./oinfo study capture", "needs a model of the reader's"),
            Map.entry("docs/study.md: ./oinfo study cut", "needs a network that is trained already"),
            Map.entry("docs/study/fashion.md: apt-get install", "twenty minutes, and a data set that does not ship"),
            Map.entry("docs/pictures/README.md: for i", "needs Python, and writes a picture of the repository"),
            Map.entry(DIGITS + "/README.md: python3 train.py", "needs numpy and a data set that does not ship"),
            Map.entry("README.md: export SPARK_HOME", "needs Apache Spark, which this build has later"),
            Map.entry(
                    "docs/cluster.md: export SPARK_HOME",
                    "starts processes that stay; a test of jvm/spark does the same"),
            Map.entry("docs/cluster.md: $SPARK_HOME/bin", "needs a cluster"));

    /** Only the study has commands that are printed within a line and take minutes. */
    private static final Pattern STUDY = Pattern.compile("(\\./)?oinfo study .*");

    private static final Pattern COMMAND = Pattern.compile("(\\./)?oinfo [a-z-].*");

    /** A word in capitals stands for something of the reader's: the form of a command, not one to type. */
    private static final Pattern FORM = Pattern.compile(".*(?<![-\\w.])[A-Z]{2,}\\b.*");

    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void everyPrintedCommandRuns() throws IOException, InterruptedException {
        copy("examples");
        copy(DIGITS);
        List<Page> pages = pages();
        List<String> lines = new ArrayList<>();
        for (Page page : pages) {
            page.blocks().stream()
                    .filter(block -> block.language().equals("sh"))
                    .forEach(block -> lines.addAll(block.lines()));
            page.spans().stream().filter(PrintedCommandsTest::isTyped).forEach(lines::add);
        }
        int onPages = lines.size();
        lines.addAll(helpExamples());
        List<Outcome> outcomes = run(lines);
        assertThat(outcomes).hasSize(lines.size());
        for (Outcome outcome : outcomes) {
            System.out.printf("%6.2f s  %s%n", outcome.seconds(), outcome.line());
            assertThat(outcome.code())
                    .as("exit code of %s: %s", outcome.line(), outcome.err())
                    .isZero();
        }
        // Extraction itself is under test: an empty list would pass.
        assertThat(onPages).isGreaterThanOrEqualTo(15);
        assertThat(lines.size() - onPages).isGreaterThanOrEqualTo(45);
        requirePrintedOutputs(pages, outcomes);
    }

    /** What pages show of the output of a command is what it printed. */
    private static void requirePrintedOutputs(List<Page> pages, List<Outcome> outcomes) {
        List<PrintedOutput> shown =
                pages.stream().flatMap(page -> PrintedOutput.of(page).stream()).toList();
        for (PrintedOutput output : shown) {
            output.requireFrom(outcomes.stream()
                    .filter(one -> one.line().equals(output.command()))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(shown).as("outputs that pages show").isNotEmpty();
    }

    @Test
    void blocksThatAreNotRunAreFewAndListed() throws IOException {
        Set<String> listed = new TreeSet<>(CONSOLE.keySet());
        for (Page page : pages()) {
            for (Block block : page.blocks()) {
                String first = page.name() + ": " + block.lines().getFirst();
                assertThat(block.language())
                        .as("language of the block of %s", first)
                        .isNotEmpty();
                if (block.language().equals("console")) {
                    assertThat(CONSOLE.keySet()).as("blocks that are not run").anyMatch(first::startsWith);
                    listed.removeIf(first::startsWith);
                } else if (!block.language().equals("sh")) {
                    assertThat(block.lines())
                            .as("commands in a block of %s", first)
                            .noneMatch(line -> line.startsWith("./oinfo ") || line.startsWith("mvn "));
                }
            }
        }
        assertThat(listed).as("blocks that are no longer printed").isEmpty();
        assertThat(CONSOLE).hasSizeLessThanOrEqualTo(MOST_CONSOLE);
    }

    @Test
    void theExamplesAreDerivedFromTheDigits() {
        assertThat(REPOSITORY.resolve("examples/activations.npy"))
                .hasSameBinaryContentAs(REPOSITORY.resolve(DIGITS).resolve("layer2.npy"));
        assertThat(REPOSITORY.resolve("examples/labels.npy"))
                .hasSameBinaryContentAs(REPOSITORY.resolve(DIGITS).resolve("labels.npy"));
    }

    private static boolean isTyped(String span) {
        return COMMAND.matcher(span).matches()
                && span.split(" ", -1).length > 2
                && !FORM.matcher(span).matches()
                && !STUDY.matcher(span).matches();
    }

    /** The pages that tell a user what to do; records of decisions and measurements tell what was done. */
    private static List<Page> pages() throws IOException {
        List<Path> files = new ArrayList<>(Stream.of("README.md", "examples/README.md", DIGITS + "/README.md")
                .map(REPOSITORY::resolve)
                .toList());
        try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(REPOSITORY.resolve("docs/adr")))
                    .sorted()
                    .forEach(files::add);
        }
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(Page.read(REPOSITORY, file));
        }
        return pages;
    }

    /** Lines of help that begin with a command; what it does stands behind two blanks or more. */
    private static List<String> helpExamples() {
        String top = Command.run("--help").out();
        List<String> names = top.substring(top.indexOf("Commands:"), top.indexOf("Start here:"))
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .filter(name -> !name.equals("study"))
                .toList();
        List<String> lines = new ArrayList<>(examples(top));
        names.forEach(name -> lines.addAll(examples(Command.run(name, "--help").out())));
        return lines;
    }

    private static List<String> examples(String help) {
        return help.lines()
                .filter(line -> line.matches("  (oinfo|printf) .*"))
                .map(line -> line.strip().split(" {2,}", 2)[0])
                .toList();
    }

    private void copy(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(REPOSITORY.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private List<Outcome> run(List<String> lines) throws IOException, InterruptedException {
        Path list = Files.write(folder.resolve("commands"), lines);
        Path result = folder.resolve("outcomes");
        File messages = folder.resolve("messages").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        ShellRun.class.getName(),
                        list.toString(),
                        result.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(messages)
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended within %d minutes", MINUTES).isTrue();
        assertThat(process.exitValue())
                .as("%s", Files.readString(messages.toPath()))
                .isZero();
        return List.of(JsonMapper.shared().readValue(result.toFile(), Outcome[].class));
    }

    /** The class path of this process, for one that runs in another folder. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
