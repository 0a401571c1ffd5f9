import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences that must travel with the image: those of the JDK, where jlink put them, as files and not as links, and those of every
 * library in the jar, from the library itself or, where it brings none, from a file of this module.
 */
final class Notices {
    private static final Pattern NOTICE = Pattern.compile("(META-INF/)?[\\w-]*(LICENSE|NOTICE|COPYING)[\\w.-]*");

    private final Path added;
    private final Path legal;

    Notices(Path added, Path legal) {
        this.added = added;
        this.legal = legal;
    }

    /** Collects them for the libraries in a folder, {@code name-version.jar}. */
    void collect(Path libraries) throws IOException {
        filesForLinks();
        List<String> without = new ArrayList<>();
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : jars.sorted().toList()) {
                String library = jar.getFileName().toString().replaceFirst("-\\d.*", "");
                if (!library.startsWith("oinfo") && !taken(jar, library)) {
                    without.add(library);
                }
            }
        }
        if (!without.isEmpty()) {
            throw new IOException("every library must come with its licence: none in " + without + "; put it into " + added
                    + " as " + without.getFirst() + ".txt");
        }
    }

    /** A wheel holds no links. */
    private void filesForLinks() throws IOException {
        try (Stream<Path> files = Files.walk(legal)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Path target = link.toRealPath();
                Files.copy(target, link, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private boolean taken(Path jar, String library) throws IOException {
        Path folder = Files.createDirectories(legal.resolve(library));
        boolean found = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(one -> NOTICE.matcher(one.getName()).matches())
                    .toList()) {
                try (InputStream text = zip.getInputStream(entry)) {
                    Files.copy(text, folder.resolve(Path.of(entry.getName()).getFileName()));
                }
                found |= !entry.getName().contains("NOTICE");
            }
        }
        Path ours = added.resolve(library + ".txt");
        if (Files.exists(ours)) {
            Files.copy(ours, folder.resolve("LICENSE.txt"));
            found = true;
        }
        return found;
    }
}
