import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles src/main/c to the shared library of this machine's platform, below the classes. First form: gcc on x86-64 Linux. */
final class NativeBuild {
    private static final List<String> FLAGS = List.of(
            "-std=gnu11", "-O3", "-fPIC", "-fvisibility=hidden", "-ffp-contract=off", "-fno-math-errno", "-ffreestanding",
            "-fno-tree-loop-distribute-patterns", "-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-Wall", "-Wextra", "-Werror");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        Path classes = arguments.length > 1 ? Path.of(arguments[1]) : module.resolve("target/classes");
        Path folder = classes.resolve("org/oinfo/kernels/foreign/linux-x86_64");
        Path objects = Files.createTempDirectory("oinfo");
        Files.createDirectories(folder);
        List<Process> compiling = new ArrayList<>();
        List<String> made = new ArrayList<>();
        List<Path> sources;
        try (Stream<Path> all = Files.list(module.resolve("src/main/c"))) {
            sources = all.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
        for (Path source : sources) {
            for (int bits : new int[] {128, 256, 512}) {
                String object = objects.resolve(source.getFileName() + "." + bits + ".o").toString();
                made.add(object);
                List<String> command = new ArrayList<>(List.of("gcc"));
                command.addAll(FLAGS);
                command.addAll(List.of("-mavx2", "-mfma", "-DOINFO_BITS=" + bits, "-c", source.toString(), "-o", object));
                if (bits == 512) {
                    command.addAll(List.of("-mavx512f", "-mavx512dq", "-mavx512vl", "-mavx512bw", "-mprefer-vector-width=512"));
                }
                compiling.add(new ProcessBuilder(command).inheritIO().start());
                if (compiling.size() % 2 == 0) {
                    compiling.get(compiling.size() - 2).waitFor();
                }
            }
        }
        for (Process each : compiling) {
            if (each.waitFor() != 0) {
                throw new IOException("the C compiler failed, see above");
            }
        }
        List<String> link = new ArrayList<>(List.of("gcc", "-shared", "-nostdlib", "-o", folder.resolve("liboinfo.so").toString()));
        link.addAll(made);
        link.add("-lgcc"); // what __builtin_cpu_supports reads, linked in
        if (new ProcessBuilder(link).inheritIO().start().waitFor() != 0) {
            throw new IOException("the linker failed, see above");
        }
    }
}
