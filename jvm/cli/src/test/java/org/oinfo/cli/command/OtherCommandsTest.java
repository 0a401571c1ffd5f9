package org.oinfo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cli.Command;

class OtherCommandsTest {
    @Test
    void versionIsOneLine() {
        assertThat(Command.run("--version").out()).isEqualTo("oinfo development\n");
        assertThat(Command.run("scan", "--version").out()).isEqualTo("oinfo development\n");
    }

    @Test
    void helpNamesEveryCommand() {
        Command help = Command.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "\n  demo ",
                        "\n  scan ",
                        "\n  measures ",
                        "\n  target ",
                        "\n  dynamic ",
                        "\n  info ",
                        "oinfo demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "scan",
                "measures",
                "search",
                "gradients",
                "subsets",
                "local",
                "target",
                "dynamic",
                "report",
                "info"
            })
    void everyCommandHasHelp(String name) {
        Command help = Command.run(name, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: oinfo " + name + " ");
    }

    @Test
    void infoListsBackends() {
        Command info = Command.run("info");
        assertThat(info.code()).isZero();
        assertThat(info.out())
                .startsWith("oinfo       development\njava        25")
                .contains("\nprocessors  " + Runtime.getRuntime().availableProcessors() + "\n")
                .contains("\n  scalar: available (scalar)\n");
    }

    @Test
    void demoScansEveryLayer() {
        Command demo = Command.run("demo", "--top", "1", "--quiet");
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("layer1, hidden layer 1 after its ReLU: 38 neurons that vary, 1797 samples\n")
                .contains("8,436 n-plets", "73,815 n-plets", "501,942 n-plets")
                .contains("output, logits before the softmax: 10 neurons that vary, 1797 samples\n");
    }
}
