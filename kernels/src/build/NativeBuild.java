import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the shared library of src/main/c. Every source is compiled once for each width of vectors, cpu.c once for any processor.
 *
 * <p>{@code java NativeBuild.java MODULE CLASSES}, run by the build, puts the library for this machine below its classes: the one that
 * is checked in where it is that of the sources, else a new one; where there is no C compiler it says so and leaves what is checked in,
 * which a test then finds to be out of date. {@code java NativeBuild.java MODULE} makes the libraries of all platforms, to be checked
 * in. Sources are compared by checksum, this program with its options among them.
 */
final class NativeBuild {
    private static final String LIBRARY = "liboinfo.so";
    private static final String PACKED = LIBRARY + ".gz";
    /** Checksum of the sources, and the compiler. */
    private static final String ORIGIN = "liboinfo.from";

    private static final String FOLDER = "org/oinfo/kernels/foreign";
    private static final String RESOURCES = "src/main/resources/" + FOLDER;
    private static final String ANY_PROCESSOR = "cpu.c";

    /** kernels/README.md says why. */
    private static final List<String> COMPILE = List.of(
            "-std=gnu11", "-O3", "-fPIC", "-fvisibility=hidden", "-ffp-contract=off", "-fno-math-errno", "-ffreestanding",
            "-fno-tree-loop-distribute-patterns", "-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-fno-ident", "-Wall", "-Wextra",
            "-Werror");

    private static final List<String> LINK = List.of(
            "-shared", "-nostdlib", "-Wl,--no-undefined", "-Wl,--build-id=none", "-Wl,-z,noexecstack", "-Wl,-z,relro", "-Wl,-z,now", "-Wl,-s");

    private enum Platform {
        X86_64("amd64", 128, 256, 512),
        AARCH64("aarch64", 128);

        final String arch;
        final int[] widths;

        Platform(String arch, int... widths) {
            this.arch = arch;
            this.widths = widths;
        }

        String folder() {
            return "linux-" + name().toLowerCase();
        }

        static Optional<Platform> here() {
            boolean linux = System.getProperty("os.name").equals("Linux");
            return Arrays.stream(values()).filter(p -> linux && p.arch.equals(System.getProperty("os.arch"))).findFirst();
        }

        Optional<String> compiler() {
            String cross = name().toLowerCase() + "-linux-gnu-gcc";
            List<String> names = here().equals(Optional.of(this)) ? List.of("gcc", "clang", cross) : List.of(cross);
            return names.stream().filter(NativeBuild::onPath).findFirst();
        }

        List<String> flags(int bits) {
            if (this == AARCH64) {
                return List.of("-DOINFO_BITS=" + bits);
            }
            List<String> flags = new ArrayList<>(List.of("-DOINFO_BITS=" + bits, "-mavx2", "-mfma"));
            if (bits == 512) {
                flags.addAll(List.of("-mavx512f", "-mavx512dq", "-mavx512vl", "-mavx512bw", "-mprefer-vector-width=512"));
            }
            return flags;
        }
    }

    private final Path module;
    private final List<Path> headers;
    private final List<Path> sources;

    private NativeBuild(Path module) throws IOException {
        this.module = module;
        headers = files(".h");
        sources = files(".c");
    }

    public static void main(String[] arguments) throws Exception {
        NativeBuild build = new NativeBuild(Path.of(arguments[0]));
        if (arguments.length == 1) {
            for (Platform platform : Platform.values()) {
                build.checkIn(platform);
            }
        } else if (Platform.here().isPresent()) {
            build.install(Platform.here().get(), Path.of(arguments[1]));
        }
    }

    private void checkIn(Platform platform) throws Exception {
        String compiler = platform.compiler()
                .orElseThrow(() -> new IOException("a C compiler for " + platform.folder() + " must be installed: none is on the path"));
        Path folder = Files.createDirectories(module.resolve(RESOURCES).resolve(platform.folder()));
        Files.write(folder.resolve(PACKED), packed(make(platform, compiler)));
        Files.writeString(folder.resolve(ORIGIN), origin(compiler));
        System.err.println("kernels: made " + platform.folder() + "/" + PACKED + " with " + compiler);
    }

    private void install(Platform platform, Path classes) throws Exception {
        Path checkedIn = module.resolve(RESOURCES).resolve(platform.folder());
        Optional<String> compiler = platform.compiler();
        byte[] library;
        if (fits(checkedIn)) {
            library = Files.readAllBytes(checkedIn.resolve(PACKED));
        } else if (compiler.isPresent()) {
            library = packed(make(platform, compiler.get()));
        } else {
            System.err.println("kernels: src/main/c has changed and there is no C compiler (gcc, clang) on the path: " + PACKED
                    + " stays as it was");
            return;
        }
        Path installed = classes.resolve(FOLDER).resolve(platform.folder()).resolve(PACKED);
        if (!Files.exists(installed) || !Arrays.equals(library, Files.readAllBytes(installed))) {
            Files.createDirectories(installed.getParent());
            Files.write(installed, library);
        }
    }

    /** Whether the library in a folder is that of the sources. */
    private boolean fits(Path folder) throws Exception {
        Path origin = folder.resolve(ORIGIN);
        return Files.exists(folder.resolve(PACKED)) && Files.exists(origin)
                && Files.readString(origin).startsWith(checksum(allSources()) + "\n");
    }

    private String origin(String compiler) throws Exception {
        return checksum(allSources()) + "\n" + version(compiler) + "\n";
    }

    private List<Path> allSources() {
        List<Path> all = new ArrayList<>(headers);
        all.addAll(sources);
        all.add(module.resolve("src/build/NativeBuild.java"));
        return all;
    }

    /** The library, compiled unless it lies below target already; objects whose sources have not changed are taken again. */
    private Path make(Platform platform, String compiler) throws Exception {
        Path folder = Files.createDirectories(module.resolve("target/native").resolve(platform.folder()));
        Path library = folder.resolve(LIBRARY);
        Path made = folder.resolve(ORIGIN);
        if (Files.exists(made) && Files.readString(made).equals(origin(compiler))) {
            return library;
        }
        List<Path> objects = compile(platform, compiler, Files.createDirectories(folder.resolve("objects")));
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(LINK);
        command.addAll(List.of("-o", library.toString()));
        objects.forEach(object -> command.add(object.toString()));
        run(command);
        Files.writeString(made, origin(compiler));
        System.err.println("kernels: compiled src/main/c for " + platform.folder() + " with " + compiler);
        return library;
    }

    private List<Path> compile(Platform platform, String compiler, Path folder) throws Exception {
        List<Path> objects = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Path source : sources) {
                boolean any = source.endsWith(ANY_PROCESSOR);
                for (int bits : any ? new int[] {0} : platform.widths) {
                    List<String> command = new ArrayList<>(List.of(compiler));
                    command.addAll(COMPILE);
                    command.addAll(any ? List.of() : platform.flags(bits));
                    Path object = folder.resolve(source.getFileName() + "-" + bits + "-" + objectChecksum(source, compiler) + ".o");
                    objects.add(object);
                    command.addAll(List.of("-c", source.toString(), "-o"));
                    if (!Files.exists(object)) {
                        running.add(all.submit(() -> compile(command, object)));
                    }
                }
            }
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw new IOException("the C compiler failed, see above", failed.getCause());
            }
        }
        for (Path old : list(folder)) {
            if (!objects.contains(old)) {
                Files.delete(old);
            }
        }
        return objects;
    }

    /** Nothing half made under the name that is looked for. */
    private static Path compile(List<String> command, Path object) throws IOException, InterruptedException {
        Path half = object.resolveSibling(object.getFileName() + ".half");
        command.add(half.toString());
        run(command);
        return Files.move(half, object);
    }

    private String objectChecksum(Path source, String compiler) throws Exception {
        List<Path> all = new ArrayList<>(headers);
        all.add(source);
        all.add(module.resolve("src/build/NativeBuild.java"));
        return HexFormat.of().formatHex(sha256(all, version(compiler)), 0, 8);
    }

    private static String checksum(List<Path> files) throws Exception {
        return HexFormat.of().formatHex(sha256(files, ""));
    }

    /** SHA-256 over a text, and the name and the text of every file, with line ends as on Unix. */
    private static byte[] sha256(List<Path> files, String more) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(more.getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            String text = Files.readString(file).replace("\r\n", "\n");
            digest.update((file.getFileName() + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    private static byte[] packed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(file, out);
        }
        return bytes.toByteArray();
    }

    private List<Path> files(String end) throws IOException {
        return list(module.resolve("src/main/c")).stream().filter(file -> file.toString().endsWith(end)).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static String version(String compiler) throws IOException {
        Process process = new ProcessBuilder(compiler, "--version").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse(compiler);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
