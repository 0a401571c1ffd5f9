package org.oinfo.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.oinfo.cli.Oinfo;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes what describes the command line, from the model that {@code --help} is printed from: manual pages in AsciiDoc, completion for bash. */
final class Manual {
    private Manual() {}

    /** Writes into the folder that is given: {@code man/*.adoc} and {@code completion/oinfo}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CommandLine oinfo = Oinfo.described();
        CommandSpec[] commands = Stream.concat(Stream.of(oinfo), oinfo.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .toArray(CommandSpec[]::new);
        File pages = Files.createDirectories(folder.resolve("man")).toFile();
        int code = ManPageGenerator.generateManPage(pages, null, new boolean[0], false, commands);
        if (code != 0) {
            throw new IOException("manual pages must be written: the generator ended with " + code);
        }
        Path completion = Files.createDirectories(folder.resolve("completion")).resolve("oinfo");
        Files.writeString(completion, AutoComplete.bash("oinfo", oinfo));
    }
}
