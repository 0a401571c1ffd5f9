import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes {@code target/image}, a folder that runs oinfo where there is no JDK: java with the modules that oinfo needs, its jar, the archive
 * of classes, manual pages, completion, licences. Arguments: the folder of this module, and the time of the build.
 */
final class ImageBuild {
    /** Libraries use them where they are, and do without. The first is as large as all others. */
    private static final Set<String> LEFT_OUT = Set.of("java.desktop", "java.sql");

    /** What serves other programs than oinfo. */
    private static final String UNUSED_FILES = globs("java.base/bin/keytool", "java.base/lib/classlist", "jdk.jfr/**");

    /** Native libraries in the jar, and those that can be loaded here. */
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|so\\.gz|dylib|jnilib|dll)");

    private static final Pattern OURS = Pattern.compile("(?i).*linux[/-](x86_64|amd64)[/.].*");

    /** Draws by java.desktop. */
    private static final String DRAWING = "com/github/weisj/";

    private final Path base;
    private final Path image;
    private final Instant time;

    private ImageBuild(Path base, Instant time) {
        this.base = base;
        this.image = base.resolve("target/image");
        this.time = time;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new ImageBuild(Path.of(args[0]), Instant.parse(args[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        Tool.delete(image);
        Path built = base.resolveSibling("cli/target/oinfo.jar");
        Tool.java("jlink", "--add-modules", modules(built), "--strip-debug", "--compress=zip-9", "--no-header-files",
                "--no-man-pages", "--exclude-resources", "@" + parsers(), "--exclude-files", UNUSED_FILES, "--output",
                image.toString());
        strip();
        Path jar = image.resolve("lib/oinfo.jar");
        thinned(built, jar);
        launcher();
        manual();
        Files.copy(base.resolve("../../LICENSE"), image.resolve("LICENSE"));
        Files.copy(base.resolve("../../NOTICE"), image.resolve("NOTICE"));
        Path legal = image.resolve("legal");
        new Notices(base.resolve("src/main/legal"), legal).collect(base.resolve("target/libraries"));
        Files.copy(base.resolve("target/licences/THIRD-PARTY.txt"), legal.resolve("THIRD-PARTY.txt"));
        Files.copy(base.resolve("target/bom.json"), legal.resolve("bom.json"));
        archive(jar);
    }

    /** A file that lists the parsers of XML, 4 MB: Jackson refers to interfaces of it, and nothing here reads it. */
    private Path parsers() throws IOException {
        Set<Path> packages = new HashSet<>();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        try (Stream<Path> files = Files.walk(modules.resolve("java.xml/com/sun/org/apache"))) {
            // jlink wants something in each package.
            List<String> unused = files.filter(file -> Files.isRegularFile(file) && !packages.add(file.getParent()))
                    .map(file -> "glob:/" + modules.relativize(file))
                    .toList();
            return Files.write(base.resolve("target/unused-classes"), unused);
        }
    }

    private static String globs(String... paths) {
        return Stream.of(paths).map(path -> "glob:/" + path).collect(Collectors.joining(","));
    }

    /** The modules that classes of the jar refer to, as a list for jlink. */
    private static String modules(Path jar) {
        // Lines "oinfo.jar -> java.logging"; the shorter list that jdeps offers leaves out what follows from modules left out here.
        return Tool.java("jdeps", "--multi-release", "25", "--ignore-missing-deps", "-summary", jar.toString())
                .lines()
                .map(line -> line.substring(line.indexOf("-> ") + 3))
                .filter(module -> !LEFT_OUT.contains(module) && !module.equals("not found"))
                .collect(Collectors.joining(","));
    }

    private void strip() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(image.resolve("lib"))) {
            for (Path library : files.filter(file -> file.toString().endsWith(".so")).toList()) {
                Tool.run(image, "strip", "--strip-unneeded", library.toString());
            }
        }
    }

    private static void thinned(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream kept = new ZipOutputStream(out)) {
            kept.setLevel(Deflater.BEST_COMPRESSION);
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                boolean foreign = NATIVE.matcher(name).matches() && !OURS.matcher(name).matches();
                if (!foreign && !name.startsWith(DRAWING)) {
                    ZipEntry copy = new ZipEntry(name);
                    // As it is written, whatever the time zone.
                    copy.setTimeLocal(entry.getTimeLocal());
                    kept.putNextEntry(copy);
                    try (InputStream content = jar.getInputStream(entry)) {
                        content.transferTo(kept);
                    }
                }
            }
        }
    }

    private void launcher() throws IOException {
        Path launcher = image.resolve("bin/oinfo");
        String text = Files.readString(base.resolve("src/main/launcher/oinfo"));
        Files.writeString(launcher, text.replace("@JAR_TIME@", Long.toString(time.getEpochSecond())));
        Tool.executable(launcher);
        Files.copy(base.resolveSibling("cli/src/main/launcher/java.sh"), image.resolve("lib/java.sh"));
    }

    private void manual() throws IOException, InterruptedException {
        Path pages = Files.createDirectories(image.resolve("share/man/man1"));
        try (Stream<Path> sources = Files.list(base.resolve("target/manual/man"))) {
            List<String> command = Stream.concat(
                            Stream.of("asciidoctor", "-b", "manpage", "-D", pages.toString()),
                            sources.map(Path::toString).sorted())
                    .toList();
            Tool.run(base, Map.of("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond())), command);
        }
        Path completions = Files.createDirectories(image.resolve("share/bash-completion/completions"));
        Files.copy(base.resolve("target/manual/completion/oinfo"), completions.resolve("oinfo"));
    }

    /** Recorded by the image's own java, on the data of examples, when the jar has the time that the launcher looks for. */
    private void archive(Path jar) throws IOException, InterruptedException {
        Files.setLastModifiedTime(jar, FileTime.from(time));
        String script = "set -eu; jdk=$1; . \"$jdk/lib/java.sh\"; jar=$jdk/lib/oinfo.jar; rehearse \"$jdk/lib/oinfo.aot\"";
        Tool.run(base.resolve("../../examples"), "bash", "-c", script, "bash", image.toString());
    }
}
