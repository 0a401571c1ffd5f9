package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many branches of each package that reads were taken, from JaCoCo's table of classes. */
final class Branches {
    /** What reads; by packages, and where a package does more, by classes. */
    private static final List<String> READERS = List.of(
            "org.oinfo.data.npy",
            "org.oinfo.data.npz",
            "org.oinfo.data.text",
            "org.oinfo.data.safetensors",
            "org.oinfo.data.matlab",
            "org.oinfo.data.hdf5",
            "org.oinfo.data.parquet",
            "org.oinfo.data.arrow",
            "org.oinfo.data.table",
            "org.oinfo.data.raw",
            "org.oinfo.data.array",
            "org.oinfo.data.files",
            "org.oinfo.study.images.Idx",
            "org.oinfo.study.capture.OnnxFile",
            "org.oinfo.study.capture.OnnxGraph",
            "org.oinfo.report.page.Result",
            "org.oinfo.report.page.Field",
            "org.oinfo.report.page.OrderFields",
            "org.oinfo.report.page.JsonPlace",
            "org.oinfo.scan.journal",
            "org.oinfo.journal",
            "org.oinfo.cli.worker",
            "org.oinfo.cli.mcp",
            "org.oinfo.cli.input",
            "org.oinfo.cli.process");

    /** Below it, classes with branches that were not taken are named. */
    private static final double ENOUGH = 0.9;

    private Branches() {}

    private record Taken(long missed, long covered) {
        Taken with(Taken other) {
            return new Taken(missed + other.missed, covered + other.covered);
        }

        double share() {
            return missed + covered == 0 ? 1 : covered / (double) (missed + covered);
        }
    }

    /** Prints a line for each reader: branches taken of all, and the classes with most that were not. */
    static void print(Path csv) throws IOException {
        Map<String, Taken> readers = new TreeMap<>();
        Map<String, List<String>> lacking = new TreeMap<>();
        for (String line : Files.readAllLines(csv)) {
            // GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,...
            List<String> fields = List.of(line.split(",", -1));
            String name = fields.get(1) + "." + fields.get(2);
            READERS.stream().filter(name::startsWith).findFirst().ifPresent(reader -> {
                Taken taken = new Taken(Long.parseLong(fields.get(5)), Long.parseLong(fields.get(6)));
                readers.merge(reader, taken, Taken::with);
                if (taken.share() < ENOUGH) {
                    lacking.computeIfAbsent(reader, key -> new ArrayList<>())
                            .add(fields.get(2) + " " + taken.covered() + "/" + (taken.missed() + taken.covered()));
                }
            });
        }
        readers.forEach((reader, taken) -> System.out.printf(
                "%-36s %5d of %5d branches, %5.1f %%  %s%n",
                reader,
                taken.covered(),
                taken.missed() + taken.covered(),
                100 * taken.share(),
                String.join(", ", lacking.getOrDefault(reader, List.of()))));
    }
}
