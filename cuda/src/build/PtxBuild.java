import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes src/main/resources/org/oinfo/cuda/oinfo.ptx.gz of src/main/cuda with nvcc, a fifth of the size of the text and without a date, and writes
 * beside it the checksum of the sources it was made from: nvcc numbers registers differently from one run to the next, so sources are
 * compared and not PTX. Does nothing while that checksum fits; where there is no nvcc it says so and leaves what is checked in,
 * which a test then finds to be out of date.
 *
 * <p>Run by the build as {@code java PtxBuild.java MODULE-FOLDER}, before resources are copied.
 */
final class PtxBuild {
    private static final String ENTRY = "oinfo.cu";
    private static final String RESOURCES = "src/main/resources/org/oinfo/cuda";

    /** The oldest devices that CUDA 13 compiles for; the driver compiles the PTX for the device it finds. */
    private static final String ARCHITECTURE = "compute_75";

    public static void main(String[] arguments) throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path module = Path.of(arguments[0]);
        Path sources = module.resolve("src/main/cuda");
        Path ptx = module.resolve(RESOURCES).resolve("oinfo.ptx.gz");
        Path recorded = module.resolve(RESOURCES).resolve("oinfo.ptx.sha256");
        String checksum = checksum(sources);
        if (Files.exists(ptx) && Files.exists(recorded) && Files.readString(recorded).strip().equals(checksum)) {
            return;
        }
        Optional<Path> nvcc = nvcc();
        if (nvcc.isEmpty()) {
            System.err.println("cuda: " + sources + " has changed and there is no nvcc (PATH, CUDA_HOME): "
                    + ptx.getFileName() + " stays as it was");
            return;
        }
        compile(nvcc.get(), sources.resolve(ENTRY), ptx);
        Files.writeString(recorded, checksum + "\n");
    }

    /** SHA-256 over the name and the text of every file, by name, with line ends as on Unix. */
    private static String checksum(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.cuh?"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file).replace("\r\n", "\n");
            digest.update((file.getFileName() + "\n" + text).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void compile(Path nvcc, Path source, Path ptx) throws IOException, InterruptedException {
        Files.createDirectories(ptx.getParent());
        Path made = Files.createTempFile("oinfo", ".ptx"); // nothing half made where others look
        List<String> command = List.of(
                nvcc.toString(), "-std=c++17", "-arch=" + ARCHITECTURE, "-ptx", "-o", made.toString(), source.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        boolean succeeded = process.waitFor() == 0;
        if (succeeded) {
            try (OutputStream out = Files.newOutputStream(ptx);
                    OutputStream packed = new Packed(out)) {
                Files.copy(made, packed);
            }
        }
        Files.delete(made);
        if (!succeeded) {
            throw new IOException("nvcc failed, see above: " + source);
        }
        System.err.println("cuda: made " + ptx.getFileName() + " with " + nvcc);
    }

    /** As small as gzip makes it. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static Optional<Path> nvcc() {
        Stream<String> homes = Stream.of("CUDA_HOME", "CUDA_PATH")
                .flatMap(name -> Stream.ofNullable(System.getenv(name)))
                .map(home -> home + "/bin");
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(homes, path)
                .flatMap(folder -> Stream.of(Path.of(folder, "nvcc"), Path.of(folder, "nvcc.exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
