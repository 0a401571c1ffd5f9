package org.oinfo.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others would install from: it can be read, and names this version. */
class PublishedTest {
    private static final Path FOLDER = Path.of("src", "main", "publish");

    @Test
    void theAliasForJbangNamesThisVersion() throws IOException {
        JsonNode catalog = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("jbang-catalog.json")));
        JsonNode alias = catalog.path("aliases").path("oinfo");
        assertThat(alias.path("script-ref").asString()).isEqualTo("org.oinfo:oinfo-cli:" + Built.VERSION);
        assertThat(alias.path("java").asString()).isEqualTo("25+");
        assertThat(alias.path("java-options").toString()).contains("--add-modules=jdk.incubator.vector");
    }

    @Test
    void theRecipeForCondaNamesTheWheelOfThisVersion() throws IOException {
        Map<?, ?> recipe = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(FOLDER.resolve("conda/meta.yaml")));
        String wheel = "oinfo-" + Built.PYTHON_VERSION + "-py3-none-manylinux_2_28_x86_64.whl";
        assertThat((Map<?, ?>) recipe.get("package"))
                .isEqualTo(Map.of("name", "oinfo", "version", Built.PYTHON_VERSION));
        assertThat(recipe.get("source")).asString().endsWith("/" + wheel + "}");
        assertThat(recipe.get("build")).asString().contains(wheel);
    }

    @Test
    void thePackageOfTheCheckoutHasThisVersion() throws IOException {
        assertThat(Built.REPOSITORY.resolve("jvm/python/pyproject.toml"))
                .content()
                .contains("\nversion = \"" + Built.PYTHON_VERSION + "\"\n");
    }
}
