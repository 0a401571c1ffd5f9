package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;

class GridCommandTest {
    private static final List<String> TINY = List.of(
            "--order",
            "3",
            "--control-order",
            "3",
            "--subsets",
            "3",
            "--spectra",
            "2",
            "--trees",
            "0",
            "--triplets",
            "3");

    @TempDir
    private Path parent;

    private Command grid(String folder, String... more) {
        return cells("epochs-1,epochs-2", folder, more);
    }

    private Command cells(String conditions, String folder, String... more) {
        return cells("6-6", 2, conditions, folder, more);
    }

    private Command cells(String shapes, int networks, String conditions, String folder, String... more) {
        List<String> args = new ArrayList<>(
                List.of("study", "grid", parent.resolve(folder).toString(), "--conditions", conditions));
        args.addAll(List.of("--network", shapes, "--networks", Integer.toString(networks)));
        args.addAll(TINY);
        args.addAll(List.of(more));
        return Command.run(args.toArray(String[]::new));
    }

    @Test
    void everyCellIsAStudyAndNoneIsDoneTwice() throws IOException {
        Command first = grid("g");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("digits 6-6 epochs-1: accuracy ", "digits 6-6 epochs-2: accuracy ", "in ");
        Path trained = parent.resolve("g/digits_6-6_epochs-2/network-2/trained.npz");
        FileTime then = Files.getLastModifiedTime(trained);
        assertThat(parent.resolve("g/digits_6-6_epochs-1/study.html")).isRegularFile();
        assertThat(Files.readString(parent.resolve("g/grid.html"))).contains("2 of 2 cells are finished.");
        Command again = grid("g");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.getLastModifiedTime(trained)).isEqualTo(then);
        byte[] result = Files.readAllBytes(parent.resolve("g/digits_6-6_epochs-1/study.json"));
        Command other = cells("epochs-3", "g");
        assertThat(other.out()).contains("digits 6-6 epochs-1: ", "digits 6-6 epochs-2: ", "digits 6-6 epochs-3: ");
        assertThat(Files.readString(parent.resolve("g/grid.html"))).contains("3 of 3 cells are finished.");
        assertThat(parent.resolve("g/digits_6-6_epochs-1/study.json")).hasBinaryContent(result);
        assertThat(Files.getLastModifiedTime(trained)).isEqualTo(then);
    }

    @Test
    void aCellThatCannotBeFinishedIsToldAndTheOthersGoOn() throws IOException {
        Command grid = cells("images-1,epochs-1", "u");
        assertThat(grid.code()).as(grid.err()).isEqualTo(2);
        assertThat(grid.err())
                .contains("oinfo: digits_6-6_images-1 is not finished: at least 3 samples (rows) are needed: ");
        assertThat(grid.out()).contains("digits 6-6 epochs-1: accuracy ");
        assertThat(Files.readString(parent.resolve("u/grid.html")))
                .contains("1 of 2 cells are finished.", "digits_6-6_images-1 is not finished: ");
    }

    /** Copies stand in the inner layers alone. */
    @Test
    void blocksAreCellsToo() throws IOException {
        Command grid = cells("8-r8,vit-p4-d6-h2-b1-m8", 1, "base,duplicates-0.5", "b");
        assertThat(grid.code()).as(grid.err()).isZero();
        assertThat(grid.out())
                .contains("digits 8-r8 base: accuracy ", "digits vit-p4-d6-h2-b1-m8 duplicates-0.5: accuracy ");
        assertThat(Files.readString(parent.resolve("b/grid.html"))).contains("4 of 4 cells are finished.");
        assertThat(Files.readString(parent.resolve("b/digits_8-r8_duplicates-0.5/network-1/copied.json")))
                .contains("\"layer2\"")
                .doesNotContain("\"layer1\"", "\"layer3\"");
        refused(
                cells("8-r9", 1, "base", "c"),
                "a residual block must be as wide as the layer that it adds to: found r9 behind 8 in \"8-r9\"; write for"
                        + " example c8-r8-64 or 64-r64");
    }

    @Test
    void aDryRunListsTheCells() {
        Command dry = grid("d", "--dry-run");
        assertThat(dry.out()).isEqualTo("digits_6-6_epochs-1\ndigits_6-6_epochs-2\n");
        assertThat(parent.resolve("d")).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsTrained() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        Path study = Files.createDirectory(parent.resolve("study"));
        Files.createFile(study.resolve("settings.json"));
        refused(grid("file"), "a grid must have a folder: " + file + " is a file; name another");
        refused(
                grid("study"),
                "a grid must have a folder of its own: " + study
                        + " is that of a study; name another, 2 studies will be in it");
        refused(grid("x", "--keep", "5"), "options of sub-networks need --prune yes, or nothing is cut");
        refused(grid("x", "--data", "digits,nowhere"), "images must be digits, fashion-mnist or a folder");
        refused(
                Command.run("study", "grid"),
                "a grid needs a FOLDER for its cells: found none; see oinfo study grid --help");
        assertThat(parent.resolve("x")).doesNotExist();
    }

    private static void refused(Command command, String message) {
        assertThat(command.code()).as(command.err()).isEqualTo(2);
        assertThat(command.err()).startsWith("oinfo: " + message).hasLineCount(1);
    }
}
