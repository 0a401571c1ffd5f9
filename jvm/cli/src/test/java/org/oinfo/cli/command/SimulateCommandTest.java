package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(String... args) {
        Command ran = Command.run(args);
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void whatIsPlantedIsFound() {
        JsonNode planted = json(
                "simulate",
                "mixed",
                "--variables",
                "9",
                "--samples",
                "2e3",
                "--strength",
                "0.6",
                "--seed",
                "7",
                "--out",
                file("x.csv"),
                "--format",
                "json");
        assertThat(planted.at("/figures/planted_groups").asInt()).isEqualTo(2);
        assertThat(planted.at("/run/seed").asInt()).isEqualTo(7);
        JsonNode scan = json("scan", file("x.csv"), "--order", "3", "--format", "json", "--quiet")
                .at("/orders/0");
        for (int i = 0; i < 2; i++) {
            JsonNode exact = planted.at("/planted/" + i);
            JsonNode found = scan.at(i == 0 ? "/most_redundant/0" : "/most_synergistic/0");
            assertThat(found.at("/nplet")).isEqualTo(exact.at("/nplet"));
            assertThat(found.at("/o").asDouble()).isCloseTo(exact.at("/o").asDouble(), within(0.05));
        }
    }

    @Test
    void textAndArrayHoldTheSameNumbers() throws IOException {
        for (String name : List.of("x.csv", "x.npy")) {
            json("simulate", "tree", "--variables", "4", "--samples", "5", "--out", file(name), "--format", "json");
        }
        List<String> lines = Files.readAllLines(folder.resolve("x.csv"));
        assertThat(lines).hasSize(6).first().isEqualTo("x0,x1,x2,x3");
        ByteBuffer values =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("x.npy"))).order(ByteOrder.LITTLE_ENDIAN);
        values.position(values.limit() - 20 * Double.BYTES);
        for (String line : lines.subList(1, 6)) {
            for (String value : line.split(",", -1)) {
                assertThat(Double.parseDouble(value)).isEqualTo(values.getDouble());
            }
        }
    }

    @Test
    void bitsAreWrittenAsBits() throws IOException {
        json("simulate", "xor", "--strength", "1", "--samples", "9", "--out", file("b.csv"), "--format", "json");
        for (String line : Files.readAllLines(folder.resolve("b.csv")).subList(1, 10)) {
            String[] bits = line.split(",", -1);
            assertThat(bits).containsOnly("0.0", "1.0");
            assertThat(line).matches("(0.0,0.0,0.0|0.0,1.0,1.0|1.0,0.0,1.0|1.0,1.0,0.0),.*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate nothing --out x.csv: must be one of independent",
                "simulate tree --out x.txt: --out must end in .csv or .npy",
                "simulate tree --order 3 --out x.csv: --order must not be given here: tree has none",
                "simulate pairs --groups 3 --out x.csv: --groups must not be given here: pairs has none",
                "simulate redundant --strength 1 --out x.csv: strength must be above 0 and below 1: found 1.0",
                "simulate redundant --order 4 --groups 4 --out x.csv: groups must be 1 to 3 here: found 4",
                "simulate tree --out x.csv --format npy: --format npy is not for what is printed",
                "simulate tree: --out FILE must be given: found none"
            })
    void refusesInOneLine(String commandAndMessage) {
        String[] parts = commandAndMessage.split(": ", 2);
        Command ran = Command.run(parts[0].replace(" x.", " " + folder + "/x.").split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(parts[1]);
        assertThat(folder).isEmptyDirectory();
    }
}
