package org.oinfo.study.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OptionNames;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.BadInputException;
import org.oinfo.study.GridCell;
import org.oinfo.study.Study;
import org.oinfo.study.StudyFolder;
import org.oinfo.study.StudySettings;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.page.GridCsv;
import org.oinfo.study.page.GridPage;
import org.oinfo.study.page.GridText;
import org.oinfo.study.result.CellResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo study grid}: many studies, one table. */
@Command(
        name = "grid",
        description = {
            "Studies of several images, networks and ways to train them, each in a folder of its own, and one page with every"
                    + " claim in every cell and what each condition changes.",
            "A cell, and a stage of one, that is finished is not repeated: the same command goes on where it was stopped."
                    + " Cells of other commands in the same folder stay on the page.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo study grid my-grid --network 40-40,40-40-40 --conditions base,dropout-0.5,random-labels",
            "  oinfo study grid my-grid --data digits,fashion-mnist --prune yes --keep 10,20 --retrain no"
        })
final class GridCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--data",
            paramLabel = "IMAGES",
            split = ",",
            description = "fashion-mnist, digits, folders of MNIST or CIFAR-10 (default: digits)")
    private List<String> data = List.of(StudySettings.DIGITS);

    @Option(
            names = "--network",
            paramLabel = "LAYERS",
            split = ",",
            description = "shapes of networks: 200-200-200, c8-c16-64, 64-r64, vit-p4-d32-h4-b2 (default: 200-200-200)")
    private List<String> shapes = List.of("200-200-200");

    @Option(
            names = "--conditions",
            paramLabel = "NAMES",
            split = ",",
            description = "of base, dropout-P, decay-X, images-N, epochs-N, duplicates-P, random-labels"
                    + " (default: base,dropout-0.2,dropout-0.5,random-labels)")
    private List<String> conditions = List.of(GridCell.BASE, "dropout-0.2", "dropout-0.5", "random-labels");

    @Option(
            names = "--networks",
            paramLabel = "n",
            description = "in each cell, from seeds that count on (default: 10)")
    private int networks = 10;

    @Option(
            names = "--prune",
            paramLabel = "yes|no",
            description = "score neurons and test sub-networks, too (default: no)")
    private YesOrNo prune = YesOrNo.NO;

    @Mixin
    private LayersOptions layers = new LayersOptions();

    @Mixin
    private PruneOptions cuts = new PruneOptions();

    @Option(names = "--dry-run", description = "list the cells, and train nothing")
    private boolean dryRun;

    /** Cells that could not be finished, and why. */
    private final List<String> unfinished = new ArrayList<>();

    GridCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        Path path = folder.folder();
        if (path == null) {
            throw new BadInputException("a grid needs a FOLDER for its cells: found none; see oinfo study grid --help");
        }
        if (prune == YesOrNo.NO && cuts.typed()) {
            throw new BadInputException("options of sub-networks need --prune yes, or nothing is cut");
        }
        List<GridCell> cells = GridCell.all(data, shapes, conditions, networks).stream()
                .map(cell -> cell.with(settings -> settings.with(layers.applied(settings.layers()))
                        .with(cuts.applied(settings.prune(), settings.train()))))
                .toList();
        Study.Stage last = prune == YesOrNo.YES ? Study.Stage.PRUNE : Study.Stage.LAYERS;
        Map<String, ImageSets> images = new HashMap<>();
        for (GridCell cell : cells) {
            Study.check(cell.settings(), images.computeIfAbsent(cell.data(), DataSets::load), last);
        }
        if (dryRun) {
            print(out -> cells.forEach(cell -> out.println(cell.folder())));
            return ExitCode.DONE;
        }
        requireGrid(path, cells);
        return run(path, cells, images, last);
    }

    /** Refuses a folder with something else in it, so that no study or data of the user's gets mixed up with cells. */
    private static void requireGrid(Path path, List<GridCell> cells) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BadInputException("a grid must have a folder: " + path + " is a file; name another");
        }
        if (Files.exists(path.resolve("settings.json"))) {
            throw new BadInputException("a grid must have a folder of its own: " + path
                    + " is that of a study; name another, " + cells.size() + " studies will be in it");
        }
        Files.createDirectories(path);
    }

    private int run(Path path, List<GridCell> cells, Map<String, ImageSets> images, Study.Stage last)
            throws IOException {
        Progress progress = new Progress(streams, folder.quiet());
        List<CellResult> found = new ArrayList<>(earlier(path, cells));
        int planned = found.size() + cells.size();
        int number = 0;
        streams.interruption().arm();
        try {
            for (GridCell cell : cells) {
                progress.say("cell " + ++number + " of " + cells.size() + ": " + cell.folder());
                found.add(study(path, cell, images, last, progress));
                StudyFiles.write(path.resolve("grid.html"), out -> GridPage.write(found, unfinished, planned, out));
                StudyFiles.write(path.resolve("grid.csv"), out -> GridCsv.write(found, out));
            }
        } catch (CancellationException e) {
            streams.err()
                    .println("oinfo: stopped; what is finished is saved in " + path + "; this goes on from there: "
                            + typed);
            streams.err().flush();
            return ExitCode.INTERRUPTED;
        }
        print(out -> GridText.write(found, out));
        print(out ->
                out.printf("%nin %s: grid.html, grid.csv, and a folder for each cell with its study.html%n", path));
        return unfinished.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    /** A cell that cannot be finished, as when a network has too few living neurons, tells what it has; the others go on. */
    private void run(Study study, Study.Stage last, GridCell cell) throws IOException {
        try {
            study.run(last);
        } catch (BadInputException e) {
            String why = cell.folder() + " is not finished: " + e.message(OptionNames::of);
            unfinished.add(why);
            streams.err().println("oinfo: " + why);
            streams.err().flush();
        }
    }

    /** What other commands found in the same folder: it stays on the page. */
    private static List<CellResult> earlier(Path path, List<GridCell> asked) throws IOException {
        Set<String> now = asked.stream().map(GridCell::folder).collect(Collectors.toSet());
        List<CellResult> found = new ArrayList<>();
        for (GridCell cell : GridCell.in(path)) {
            if (!now.contains(cell.folder())) {
                StudyFiles.read(path.resolve(cell.folder()))
                        .map(result ->
                                new CellResult(cell.folder(), cell.data(), cell.network(), cell.condition(), result))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private CellResult study(
            Path path, GridCell cell, Map<String, ImageSets> images, Study.Stage last, Progress progress)
            throws IOException {
        Path own = path.resolve(cell.folder());
        Path usual = path.resolve(cell.base());
        boolean copies = cell.settings().train().duplicates() > 0 && Files.isDirectory(usual);
        try (StudyFolder opened = StudyFolder.open(own);
                @Nullable StudyFolder base = copies ? StudyFolder.open(usual) : null) {
            ImageSets shown = images.computeIfAbsent(cell.data(), DataSets::load);
            Study study = new Study(opened, cell.settings(), shown, folder.threads(), progress, base);
            opened.saveSettings(cell.settings());
            run(study, last, cell);
            CellResult result = new CellResult(
                    cell.folder(), cell.data(), cell.network(), cell.condition(), study.result(Version.text(), typed));
            StudyFiles.write(result.result(), own);
            return result;
        }
    }

    private interface Text {
        void write(PrintWriter out);
    }

    private void print(Text text) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        text.write(out);
        out.flush();
    }
}
