package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages as a real browser shows them, without a network. A test is skipped, with the reason, where there is no Chromium. */
public final class Browser {
    private Browser() {}

    /** The browser of this machine, if it has one. */
    static Optional<String> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The page's elements after its scripts have run; nothing may have been said on the console. */
    public static String shown(Path page, Path folder) throws IOException, InterruptedException {
        Optional<String> browser = chromium();
        assumeTrue(browser.isPresent(), "no Chromium on this machine's PATH: pages are not opened");
        Path dom = folder.resolve("dom.html");
        Path console = folder.resolve("console.txt");
        List<String> command = List.of(
                browser.orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(console.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
        assertThat(Files.readAllLines(console)).noneMatch(line -> line.contains("CONSOLE"));
        return Files.readString(dom);
    }

    /** How often a pattern is found in a page. */
    public static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
