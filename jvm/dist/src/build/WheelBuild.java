import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the wheel in {@code target}: the Python package of {@code jvm/python} with the image as its engine. Arguments: the folder of this
 * module, the version of the build, the Python that builds, the time of the build.
 */
final class WheelBuild {
    private static final String VERSION = "(?m)^version = \".*\"$";

    private WheelBuild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path base = Path.of(args[0]);
        Path sources = base.resolve("target/wheel");
        Tool.delete(sources);
        copy(base.resolve("../python/src"), sources.resolve("src"));
        copy(base.resolve("target/image"), sources.resolve("src/oinfo/image"));
        Files.copy(base.resolve("src/main/wheel/setup.py"), sources.resolve("setup.py"));
        Files.copy(base.resolve("../../LICENSE"), sources.resolve("LICENSE"));
        Files.copy(base.resolve("../../NOTICE"), sources.resolve("NOTICE"));
        String project = Files.readString(base.resolve("../python/pyproject.toml"));
        Files.writeString(
                sources.resolve("pyproject.toml"),
                project.replaceFirst(VERSION, "version = \"" + forPython(args[1]) + "\""));
        deleteWheels(base.resolve("target"));
        Tool.run(
                sources,
                // The time of all that is in it: the same files make the same wheel.
                Map.of("SOURCE_DATE_EPOCH", Long.toString(Instant.parse(args[3]).getEpochSecond())),
                List.of(args[2], "-m", "pip", "wheel", ".", "--no-build-isolation", "--no-deps", "--no-index", "--quiet",
                        "--wheel-dir", base.resolve("target").toString()));
    }

    /** PEP 440: what leads to a release is its development version. */
    private static String forPython(String version) {
        return version.replace("-SNAPSHOT", ".dev0");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !one.toString().matches(".*(__pycache__|\\.egg-info).*")).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(file)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void deleteWheels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path wheel : files.filter(one -> one.toString().endsWith(".whl")).toList()) {
                Files.delete(wheel);
            }
        }
    }
}
