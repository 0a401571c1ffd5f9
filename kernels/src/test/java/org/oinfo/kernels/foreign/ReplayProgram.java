package org.oinfo.kernels.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Compiles the program in src/test/c, which replays without Java what was recorded. */
final class ReplayProgram {
    private static final Path PROGRAM = Path.of("src", "test", "c");
    private static final Path KERNELS = Path.of("src", "main", "c");
    private static final List<String> FLAGS =
            List.of("-std=gnu11", "-O1", "-g", "-fno-builtin-fma", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror");

    private ReplayProgram() {}

    /** With the library of a platform that is on the class path. */
    static Path withLibrary(Path folder, String compiler, String platform, int bits)
            throws IOException, InterruptedException {
        Path library = folder.resolve("liboinfo-" + platform + ".so").toAbsolutePath();
        try (InputStream packed = LibraryFile.class.getResourceAsStream(platform + "/liboinfo.so.gz");
                InputStream in = new GZIPInputStream(Objects.requireNonNull(packed))) {
            Files.write(library, in.readAllBytes());
        }
        return compile(folder, compiler, platform, bits, List.of(library.toString()));
    }

    /** For this machine, with the kernels themselves compiled so that they watch what they do. */
    static Path sanitized(Path folder, int bits) throws IOException, InterruptedException {
        List<String> more = new ArrayList<>(List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
        more.addAll(sources(KERNELS));
        return compile(folder, "gcc", LibraryFile.platform(), bits, more);
    }

    private static Path compile(Path folder, String compiler, String platform, int bits, List<String> more)
            throws IOException, InterruptedException {
        Path program = folder.resolve("replay-" + bits);
        List<String> command = new ArrayList<>(List.of(compiler, "-DOINFO_BITS=" + bits, "-I", KERNELS.toString()));
        command.addAll(FLAGS);
        if (platform.equals("linux-x86_64")) {
            command.addAll(List.of("-mavx2", "-mfma"));
            command.addAll(bits == 512 ? List.of("-mavx512f", "-mavx512dq", "-mavx512vl", "-mavx512bw") : List.of());
        }
        command.addAll(sources(PROGRAM));
        command.addAll(more);
        command.addAll(List.of("-o", program.toString()));
        Program.Ended ended = Program.run(command);
        if (ended.exit() != 0) {
            throw new AssertionError(String.join("\n", ended.err()));
        }
        return program;
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toString)
                    .filter(file -> file.endsWith(".c"))
                    .sorted()
                    .toList();
        }
    }
}
