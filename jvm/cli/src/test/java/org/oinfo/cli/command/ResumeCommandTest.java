package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.cli.Command;
import org.oinfo.cli.Main;
import org.oinfo.cli.Oinfo;
import org.oinfo.cli.ShortLived;
import org.oinfo.cli.TestData;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;

class ResumeCommandTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void aScanThatIsKilledGoesOnToTheSameBytes() throws IOException, InterruptedException {
        // C(110,5) = 122,391,522: some 28 blocks, about two seconds.
        String data = samples(110);
        String expected = result(Command.run(scan(data, "csv")).out());
        Path journal = folder.resolve("run.journal");
        Random random = new Random(3);
        for (int kill = 0; kill < 3; kill++) {
            Process process = process(folder, resumed(data, "csv", journal, 1 + kill % 2));
            while (process.isAlive() && (Files.notExists(journal) || Files.size(journal) == 0)) {
                Thread.sleep(10);
            }
            if (kill == 0) {
                Command second = Command.run(resumed(data, "csv", journal, 1));
                assertThat(second.code()).isEqualTo(process.isAlive() ? ExitCode.BAD_INPUT : second.code());
                assertThat(second.err()).contains(process.isAlive() ? " is in use by another process" : "");
            }
            process.waitFor(500 + random.nextInt(700), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        Command rest = Command.run(resumed(data, "csv", journal, 2));
        assertThat(rest.code()).isEqualTo(ExitCode.DONE);
        assertThat(result(rest.out())).isEqualTo(expected);
        assertThat(rest.err()).startsWith("oinfo: " + journal + " holds ");
        Command again = Command.run(resumed(data, "csv", journal, 1));
        assertThat(result(again.out())).isEqualTo(expected);
        assertThat(again.err()).isEqualTo("oinfo: " + journal + " holds the finished scan: nothing is scanned again\n");
    }

    @Test
    void aScanThatIsStoppedNamesTheCommandThatGoesOn() throws IOException {
        String data = samples(14);
        Interruption interruption = new Interruption();
        interruption.request();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        String[] command = resumed(data, "csv", folder.resolve("j"), 1);
        int code = Oinfo.run(
                command,
                new Streams(InputStream.nullInputStream(), out, new PrintWriter(err, true), false, interruption));
        assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err.toString())
                .isEqualTo("oinfo: stopped; this goes on from there: oinfo " + String.join(" ", command) + "\n");
        assertThat(result(Command.run(command).out()))
                .isEqualTo(result(Command.run(scan(data, "csv")).out()));
    }

    @Test
    void theResultIsThatWithoutAJournal() throws IOException {
        String data = samples(14);
        for (String format : List.of("csv", "json")) {
            Command with = Command.run(resumed(data, format, folder.resolve(format), 1));
            assertThat(with.err()).isEmpty();
            assertThat(result(with.out()))
                    .isEqualTo(result(Command.run(scan(data, format)).out()));
        }
    }

    @Test
    void aJournalOfOtherDataIsRefusedAndStays() throws IOException {
        Path journal = folder.resolve("j");
        Command.run(resumed(samples(14), "csv", journal, 1));
        byte[] before = Files.readAllBytes(journal);
        Command other = Command.run(resumed(samples(13), "csv", journal, 1));
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.out()).isEmpty();
        assertThat(other.err())
                .isEqualTo(
                        "oinfo: a journal must be of this run: " + journal
                                + " has variables: 14, this run has variables: 13; run as it was begun, or name another file\n");
        assertThat(journal).hasBinaryContent(before);
    }

    @Test
    void aDryRunIsRefused() throws IOException {
        Path journal = folder.resolve("j");
        Command refused = Command.run("scan", samples(14), "--resume", journal.toString(), "--dry-run");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .isEqualTo(
                        "oinfo: --resume is for work that is done: found --dry-run with it; leave one of the two out\n");
        assertThat(journal).doesNotExist();
    }

    @Test
    void severalDataAndAResultOverTheJournalAreRefused() throws IOException {
        String data = samples(14);
        String journal = folder.resolve("j").toString();
        assertThat(Command.run("scan", data, data, "--resume", journal).err())
                .isEqualTo(
                        "oinfo: --resume is for one data set: found several DATA; run the command once for each, with a file"
                                + " for each\n");
        Command.run("scan", data, "--resume", journal);
        assertThat(Command.run("scan", data, "--resume", journal, "--out", journal)
                        .err())
                .startsWith("oinfo: --out must not be the input");
        assertThat(Command.run("scan", data, "--resume", data).err())
                .isEqualTo("oinfo: a journal must be new or one that oinfo wrote: " + data
                        + " is another kind of file; name another\n");
    }

    private static String[] scan(String data, String format) {
        return new String[] {"scan", data, "--order", "3,5", "--format", format, "--no-screen"};
    }

    private static String[] resumed(String data, String format, Path journal, int threads) {
        List<String> command = new ArrayList<>(List.of(scan(data, format)));
        command.addAll(List.of("--resume", journal.toString(), "--threads", Integer.toString(threads)));
        return command.toArray(String[]::new);
    }

    /** The command line in a process of its own. */
    static Process process(Path folder, String... args) throws IOException {
        List<String> command =
                ShortLived.java("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    /** Without the lines or the part that say how it was made. */
    static String result(String out) {
        return out.startsWith("{") ? out.substring(out.indexOf("\"variables\" : [")) : out.replaceAll("(?m)^#.*\n", "");
    }

    private String samples(int variables) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 150; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < variables; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextGaussian() + (i % 3 == 0 ? common : 0));
            }
            text.append('\n');
        }
        return TestData.write(folder, variables + ".csv", text.toString());
    }
}
