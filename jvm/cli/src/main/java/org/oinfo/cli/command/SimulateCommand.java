package org.oinfo.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.FormatOptions;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputForm;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.ReportFormat;
import org.oinfo.simulate.PlantedGroup;
import org.oinfo.simulate.Simulation;
import org.oinfo.simulate.SimulationSettings;
import org.oinfo.simulate.Structure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code oinfo simulate}: data whose measures are known. */
@Command(
        name = "simulate",
        description = {
            "Writes samples of a system whose measures are known, to try things out and to check what is found in them; prints the"
                    + " groups (n-plets) that depend on each other, with their exact measures. The same command writes the same file.",
            ""
        },
        footer = {
            "",
            "STRUCTURE is one of",
            "  independent   nothing depends on anything",
            "  pairs         independent pairs with correlation strength: Omega of every group is 0",
            "  redundant     groups of k with one hidden cause, any two with correlation strength",
            "  synergistic   groups of k, the last the sum of the others, which explain the share strength of it",
            "  mixed         redundant and synergistic groups in turn",
            "  causes        all columns in blocks with one hidden cause each, any two with correlation strength",
            "  tree          each column depends on a random earlier one with correlation strength: no synergy",
            "  chain         each column depends on the one before it: no synergy",
            "  xor           bits in groups of k, the last the parity of the others, right with probability",
            "                (1 + strength) / 2",
            "Columns that no group takes are independent of all others. All but bits are Gaussian.",
            "",
            "Examples:",
            "  oinfo simulate synergistic --variables 12 --samples 500 --out planted.csv",
            "  oinfo scan planted.csv --order 3",
            "  oinfo simulate chain --strength 0.7 --out chain.npy --format json"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int USUAL_ORDER = 3;

    private final Streams streams;
    private final String typed;

    @Parameters(paramLabel = "STRUCTURE", description = "what depends on what, see below")
    private Structure structure = Structure.INDEPENDENT;

    @Option(names = "--variables", paramLabel = "N", description = "number of columns (default: ${DEFAULT-VALUE})")
    private int variables = 12;

    @Option(names = "--samples", paramLabel = "T", description = "number of rows (default: ${DEFAULT-VALUE})")
    private int samples = 1000;

    @Option(names = "--order", paramLabel = "k", description = "columns of a group (default: " + USUAL_ORDER + ")")
    private @Nullable Integer order;

    @Option(names = "--groups", paramLabel = "n", description = "number of groups (default: 1; mixed and causes: 2)")
    private @Nullable Integer groups;

    @Option(
            names = "--strength",
            paramLabel = "0..1",
            description = "how strong the dependence is (default: ${DEFAULT-VALUE})")
    private double strength = 0.5;

    @Option(names = "--seed", paramLabel = "n", description = "seed of the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "write the samples to FILE.csv or FILE.npy, which appears only when it is complete")
    private String out = "";

    @Mixin
    private FormatOptions output = new FormatOptions();

    /** A command that was typed so. */
    public SimulateCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        SimulationSettings settings = settings();
        ReportFormat form = form();
        Simulation simulation = new Simulation(settings);
        boolean array = array();
        try (OutputFile report = output.open(List.of(), streams)) {
            if (array) {
                writeArray(simulation);
            } else {
                writeText(simulation);
            }
            Listing planted = planted(simulation.groups(), begun);
            report.write(writer -> form.write(planted, writer));
        }
        return ExitCode.DONE;
    }

    private SimulationSettings settings() {
        refuseUnless(structure.ordered(), "--order", order);
        refuseUnless(structure.usualGroups() > 0, "--groups", groups);
        return new SimulationSettings(
                structure,
                variables,
                samples,
                order == null ? USUAL_ORDER : order,
                groups == null ? structure.usualGroups() : groups,
                strength,
                seed);
    }

    private void refuseUnless(boolean takes, String option, @Nullable Object value) {
        if (value != null && !takes) {
            throw new BadInputException(
                    option + " must not be given here: " + LowerCaseEnum.text(structure) + " has none; leave it out");
        }
    }

    private ReportFormat form() {
        ReportFormat form = output.format().text();
        if (form == null) {
            throw new BadInputException("--format " + LowerCaseEnum.text(OutputForm.NPY)
                    + " is not for what is printed: name the file of the samples --out FILE.npy");
        }
        return form;
    }

    private boolean array() {
        String name = out.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".npy") && !name.endsWith(".csv")) {
            throw new BadInputException("--out must end in .csv or .npy: found " + out + "; add one of them");
        }
        return name.endsWith(".npy");
    }

    private void writeArray(Simulation simulation) throws IOException {
        Path target = OutputFile.target(out, List.of());
        try (NpyWriter file = NpyWriter.open(target, samples, variables)) {
            simulation.run(row -> file.write(row, row.length));
            file.commit();
        }
    }

    private void writeText(Simulation simulation) throws IOException {
        try (OutputFile file = OutputFile.open(out, List.of(), streams.out())) {
            file.write(writer -> {
                StringBuilder line = new StringBuilder();
                for (int v = 0; v < variables; v++) {
                    line.append(v == 0 ? "" : ",").append(name(v));
                }
                writer.append(line).append('\n');
                simulation.run(row -> {
                    line.setLength(0);
                    for (int v = 0; v < row.length; v++) {
                        line.append(v == 0 ? "" : ",").append(row[v]);
                    }
                    writer.append(line).append('\n');
                });
            });
        }
    }

    private static String name(int variable) {
        return "x" + variable;
    }

    private Listing planted(List<PlantedGroup> planted, long begun) {
        List<String> names =
                IntStream.range(0, variables).mapToObj(SimulateCommand::name).toList();
        int[] all = IntStream.range(0, variables).toArray();
        Listing listing = new Listing(
                        provenance(begun), new Variables(variables, names, all, new int[0]), output.unit(), "planted")
                .column("kind", Quantity.TEXT)
                .column("order", Quantity.COUNT)
                .measures()
                .column("nplet", Quantity.NPLET)
                .figure("file", Quantity.TEXT, out)
                .figure("samples", Quantity.COUNT, samples)
                .figure("planted_groups", Quantity.COUNT, planted.size());
        for (PlantedGroup one : planted) {
            listing.row(
                    LowerCaseEnum.text(one.kind()),
                    one.nplet().length,
                    one.tc(),
                    one.dtc(),
                    one.o(),
                    one.s(),
                    one.nplet());
        }
        return listing;
    }

    private Provenance provenance(long begun) {
        return new Provenance()
                .put("version", Version.text())
                .put("command", typed)
                .put("computed", structure.description())
                .put("input", "simulated")
                .put("samples", samples)
                .put("variables", variables)
                .put("structure", LowerCaseEnum.text(structure))
                .put("strength", strength)
                .put("seed", seed)
                .put("unit", LowerCaseEnum.text(output.unit()))
                .put("device", "plain Java")
                .put("threads", 1)
                .put("seconds", Seconds.since(begun));
    }
}
