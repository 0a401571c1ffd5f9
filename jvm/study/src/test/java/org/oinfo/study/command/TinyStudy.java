package org.oinfo.study.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.oinfo.cli.Command;
import org.oinfo.study.page.StudyJson;
import org.oinfo.study.result.StudyResult;

/** Studies of seconds: two small networks of the digits. */
final class TinyStudy {
    private static final List<String> SETTINGS = List.of(
            "--data",
            "digits",
            "--networks",
            "2",
            "--epochs",
            "3",
            "--order",
            "3",
            "--control-order",
            "3",
            "--subsets",
            "5",
            "--spectra",
            "2",
            "--trees",
            "0",
            "--triplets",
            "5",
            "--extremes",
            "20",
            "--ablation-images",
            "100",
            "--keep",
            "3",
            "--random",
            "3",
            "--tune-epochs",
            "1");

    private TinyStudy() {}

    /** A whole study of networks of this shape. */
    static Command of(Path folder, String network, String... more) {
        List<String> args = new ArrayList<>(List.of("study", folder.toString()));
        args.addAll(SETTINGS);
        args.addAll(List.of("--network", network));
        args.addAll(List.of(more));
        return Command.run(args.toArray(String[]::new));
    }

    static StudyResult read(Path folder) throws IOException {
        Path file = folder.resolve("study.json");
        return StudyJson.read(Files.newBufferedReader(file), file.toString());
    }

    static Command trained(Path folder, String epochs, String... more) {
        List<String> args = new ArrayList<>(List.of("study", "train", folder.toString(), "--data", "digits"));
        args.addAll(List.of("--networks", "1", "--epochs", epochs));
        args.addAll(List.of(more));
        if (!args.contains("--network")) {
            args.addAll(List.of("--network", "8"));
        }
        return Command.run(args.toArray(String[]::new));
    }

    static void refused(String start, String... args) {
        Command typed = Command.run(args);
        assertThat(typed.code()).as(typed.err()).isEqualTo(2);
        assertThat(typed.err()).startsWith("oinfo: " + start).hasLineCount(1);
        assertThat(Objects.requireNonNull(typed.out())).isEmpty();
    }
}
