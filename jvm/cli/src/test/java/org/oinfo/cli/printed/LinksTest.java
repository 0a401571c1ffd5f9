package org.oinfo.cli.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between pages lead somewhere, and the index of the documentation leads to all of it. */
class LinksTest {
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path DOCS = REPOSITORY.resolve("docs");

    /** A link to a file of the repository, perhaps to a heading in it. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (MatchResult link : links(page)) {
                links++;
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                boolean there = Files.exists(target)
                        && (link.group(2) == null || anchors(target).contains(link.group(2)));
                if (!there) {
                    broken.add(REPOSITORY.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(150);
    }

    @Test
    void theIndexLeadsToEveryPage() throws IOException {
        Set<Path> linked = new HashSet<>();
        for (MatchResult link : links(DOCS.resolve("README.md"))) {
            linked.add(DOCS.resolve(link.group(1)).normalize());
        }
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.endsWith("README.md")))
                    .as("pages beside docs/README.md, which must link to each")
                    .isSubsetOf(linked);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String root : List.of("docs", "examples", "bench", "kernels", "cuda", "jvm", "validation")) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(root))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(pages::add);
            }
        }
        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                .map(REPOSITORY::resolve)
                .forEach(pages::add);
        return pages;
    }

    private static List<MatchResult> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page)).results().toList();
    }

    /** As the usual renderers make them of headings: lower case, blanks as hyphens, no other signs. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }
}
