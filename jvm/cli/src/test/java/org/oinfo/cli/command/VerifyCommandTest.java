package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import org.oinfo.cli.TestData;
import org.oinfo.cli.process.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "full"})
    void everyFormSaysSo(String level) throws IOException {
        String data = samples();
        String[] command = {"scan", data, "--order", "3,4", "--verify", "--level", level, "--no-screen"};
        Command table = Command.run(command);
        assertThat(table.code()).as(table.err()).isEqualTo(ExitCode.DONE);
        assertThat(table.out()
                        .lines()
                        .filter(line -> line.matches(
                                "  verified: sum of determinants \\d+\\.\\d+, deviation \\S+, bound \\S+")))
                .hasSize(2);
        assertThat(Command.run(with(command, "csv")).out())
                .contains("\n# verification of order 3: verified: sum of determinants ")
                .contains("\n# verification of order 4: verified: sum of determinants ");
        JsonNode orders = new ObjectMapper()
                .readTree(Command.run(with(command, "json")).out())
                .get("orders");
        assertThat(orders.size()).isEqualTo(2);
        for (JsonNode order : orders) {
            JsonNode verification = order.get("verification");
            assertThat(verification.get("outcome").asString()).isEqualTo("verified");
            assertThat(verification.get("deviation").asDouble())
                    .isEqualTo(Math.abs(verification.get("found").asDouble()
                            - verification.get("expected").asDouble()))
                    .isLessThanOrEqualTo(verification.get("bound").asDouble());
            assertThat(verification.get("sampled").asLong()).isZero();
        }
        assertThat(Command.run(with(command, "ndjson")).out()).contains("\"verification\":{\"outcome\":\"verified\",");
    }

    @Test
    void theResultIsTheSameButForThat() throws IOException {
        String data = samples();
        String[] command = {"scan", data, "--order", "4", "--level", "full", "--format", "csv", "--no-screen"};
        String without = rows(Command.run(command).out());
        assertThat(without).doesNotContain("verif").contains("order,tc,");
        String[] more = Arrays.copyOf(command, command.length + 1);
        more[command.length] = "--verify";
        assertThat(rows(Command.run(more).out())).isEqualTo(without);
    }

    @Test
    void extremesAreSampled() throws IOException {
        Command sampled = Command.run("scan", samples(), "--level", "extremes", "--order", "5", "--verify");
        assertThat(sampled.code()).isEqualTo(ExitCode.DONE);
        assertThat(sampled.out()).contains("\n  verified (sampled: 1 of 1 blocks, redone in double): deviation ");
        assertThat(Command.run("scan", samples(), "--level", "extremes", "--order", "5")
                        .out())
                .doesNotContain("verified");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--verify --no-verify | --verify and --no-verify exclude each other: found both; leave one of them out",
                "--verify --dry-run | --verify is for a scan: found --dry-run with it; leave one of the two out",
                "--verify --estimator discrete --bins 3 | a scan is verified by the determinants of correlations of all its"
                        + " n-plets: found the estimator discrete; leave verification out",
                "--verify --estimator knn | a scan is verified by the determinants of correlations of all its n-plets: found"
                        + " the estimator knn; leave verification out",
                "--verify --groups 0-3;4-7 | a scan is verified by the determinants of correlations of all its n-plets: found"
                        + " groups; leave verification out"
            })
    void whatCannotBeVerifiedIsRefused(String options, String message) throws IOException {
        Command refused = Command.run(("scan " + samples() + " " + options).split(" "));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).isEqualTo("oinfo: " + message + "\n");
        assertThat(refused.out()).isEmpty();
    }

    /** Rounding may be as large as a block: that is a warning, and with --strict nothing is written. */
    @Test
    void whatCannotBeVerifiedIsWarnedOf() throws IOException {
        int n = 17;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                text.append(j == 0 ? "" : ",").append(i == j ? "1" : "0.9999999012345679");
            }
            text.append('\n');
        }
        String data = TestData.write(folder, "covariance.csv", text.toString());
        String[] command = {"scan", data, "--covariance", "--order", "5", "--top", "1", "--verify"};
        Command warned = Command.run(command);
        assertThat(warned.code()).as(warned.err()).isEqualTo(ExitCode.DONE);
        assertThat(warned.out()).contains("\n  cannot be verified: bound ");
        assertThat(warned.err())
                .contains("oinfo: warning: order 5 cannot be verified: bound ")
                .contains(": the data are nearly singular, and nothing was found wrong\n");
        JsonNode result =
                new ObjectMapper().readTree(Command.run(with(command, "json")).out());
        JsonNode warning = result.get("warnings").get(0);
        assertThat(warning.get("name").asString()).isEqualTo("cannot-be-verified");
        assertThat(warning.get("data").get("order").asInt()).isEqualTo(5);
        assertThat(10 * warning.get("data").get("bound").asDouble())
                .isGreaterThan(warning.get("data").get("smallest_block").asDouble());

        String[] strict = Arrays.copyOf(command, command.length + 1);
        strict[command.length] = "--strict";
        Command refused = Command.run(strict);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith(
                        "oinfo: there must be nothing to warn of with --strict: cannot-be-verified: order 5 cannot be"
                                + " verified: bound ");
        // Not to verify is no warning.
        strict[command.length - 1] = "--no-verify";
        assertThat(Command.run(strict).err()).doesNotContain("verified");
    }

    /** A journal whose sum is not that of its n-plets, though its checksums are right. */
    @Test
    void anAlteredJournalFails() throws IOException {
        String data = samples();
        Path journal = folder.resolve("j");
        String[] command = {"scan", data, "--order", "4", "--verify", "--no-screen", "--resume", journal.toString()};
        assertThat(Command.run(command).code()).isEqualTo(ExitCode.DONE);
        assertThat(Command.run(command).out()).contains("\n  verified: ");
        byte[] bytes = Files.readAllBytes(journal);
        assertThat(alter(bytes)).isPositive();
        Files.write(journal, bytes);
        Command failed = Command.run(command);
        assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("oinfo: the scan of order 4 is wrong: the determinants of all n-plets must add up to ")
                .contains("; where: ranks 0 to 494 must add up to ")
                .endsWith("; do not use its result, and run it again on another backend or machine\n");
        // Without the sums it is another scan.
        assertThat(Command.run("scan", data, "--order", "4", "--no-screen", "--resume", journal.toString())
                        .err())
                .contains("determinants: not summed");
    }

    /** Adds 2^-13 to the sum of determinants of each partial result; returns how many there were. */
    private static int alter(byte[] journal) {
        ByteBuffer in = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = "oinfopr\n".getBytes(StandardCharsets.US_ASCII);
        int found = 0;
        for (int at = 0; at + magic.length < journal.length; at++) {
            if (!Arrays.equals(journal, at, at + magic.length, magic, 0, magic.length)) {
                continue;
            }
            found++;
            int length = (int) in.getLong(at + 12);
            int body = at + 20;
            int ranges = in.getInt(body + 20);
            int landscape = body + 24 + 16 * ranges;
            // N to screen, bias, whether determinants are summed, five counts, the sum of Omega:
            // docs/partial-results.md.
            int determinants = landscape + 6 * 4 + 8 + 4 + 5 * 8 + 24;
            in.putLong(determinants + 8, in.getLong(determinants + 8) + (1L << 35));
            seal(in, at, body + length);
            // The place around it: sequence, length, content, checksum.
            seal(in, at - 16, body + length + 4);
        }
        return found;
    }

    private static void seal(ByteBuffer in, int from, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(in.slice(from, end - from));
        in.putInt(end, (int) checksum.getValue());
    }

    private static String[] with(String[] command, String format) {
        String[] more = Arrays.copyOf(command, command.length + 2);
        more[command.length] = "--format";
        more[command.length + 1] = format;
        return more;
    }

    private static String rows(String out) {
        return out.replaceAll("(?m)^#.*\n", "");
    }

    private String samples() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 150; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 12; i++) {
                text.append(i == 0 ? "" : ",").append(random.nextGaussian() + (i % 3 == 0 ? common : 0));
            }
            text.append('\n');
        }
        return TestData.write(folder, "data.csv", text.toString());
    }
}
