package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Command lines in a process that has no network: not even an interface to itself. */
public final class Isolated {
    /** What Java cannot open a socket or look up an address without; tables of types know sockets and addresses by name alone. */
    private static final Pattern DOORS = Pattern.compile(
            "(java\\.net\\.(Socket|ServerSocket|DatagramSocket|Inet[46]AddressImpl)|sun\\.nio\\.ch\\.(Net|NioSocketImpl)"
                    + "|sun\\.net\\.www\\.http\\.HttpClient|jdk\\.internal\\.net\\.http\\..*) .*");

    /** Calls of the system by which bytes could leave, from native libraries too. Java asks for a socket itself when it opens a file by a channel. */
    private static final String CALLS = "trace=connect,bind,listen,sendto,sendmsg,sendmmsg";

    /** To another place than this machine's own files, where libraries ask for the name of the user. */
    private static final Pattern SENT = Pattern.compile(".*(sa_family=AF_INET|listen\\().*");

    private static final int MINUTES = 3;

    private Isolated() {}

    /** Skips a test where such a process cannot be made. */
    public static void assumePossible() throws IOException, InterruptedException {
        assumeTrue(runs("unshare", "-n", "true"), "a process without a network needs unshare of util-linux and root");
    }

    /**
     * Runs a command line, which must succeed and neither look for a network in Java nor, where strace can watch it, in any library.
     *
     * @param folder for what it prints
     * @param input standard input
     * @return what it printed
     */
    public static String out(Path folder, String input, String... args) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        Path calls = folder.resolve("calls.log");
        List<String> command = new ArrayList<>(List.of("unshare", "-n"));
        boolean watched = runs("strace", "-f", "-e", CALLS, "-o", "/dev/null", "true");
        if (watched) {
            command.addAll(List.of("strace", "-f", "-e", CALLS, "-o", calls.toString()));
        }
        command.addAll(ShortLived.java(
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + classes,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        assertThat(loaded(classes, DOORS))
                .as("classes of networks, by %s", List.of(args))
                .isEmpty();
        if (watched) {
            try (Stream<String> lines = Files.lines(calls)) {
                assertThat(lines.filter(SENT.asMatchPredicate()))
                        .as("sockets, by %s", List.of(args))
                        .isEmpty();
            }
        }
        return Files.readString(out);
    }

    /** Lines such as {@code [0.012s][info][class,load] java.lang.Object source: shared objects file}. */
    private static List<String> loaded(Path log, Pattern wanted) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> names = lines.map(
                            line -> line.substring(line.lastIndexOf(']') + 1).strip())
                    .toList();
            assertThat(names).as("classes that were loaded").anyMatch(name -> name.startsWith("java.lang.Object "));
            return names.stream().filter(wanted.asMatchPredicate()).toList();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
