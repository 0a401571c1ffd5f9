package org.oinfo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;

/** Messages speak the caller's language: the library that of Java, another caller its own. */
class SettingTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern OPTION = Pattern.compile("\"[^\"]*(?<![a-z])--[a-z][^\"]*\"");
    private static final Pattern JAVA_NAME = Pattern.compile("([A-Z]\\w+)(?:\\.(\\w+))?");

    @Test
    void noMessageOfTheLibraryNamesAnOption() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher option = OPTION.matcher(Files.readString(file));
                while (option.find()) {
                    found.add(file.getFileName() + ": " + option.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theJavaNameOfASettingExists(Setting setting) throws IOException {
        Matcher name = JAVA_NAME.matcher(setting.java());
        while (name.find()) {
            assertThat(source(name.group(1))).contains(name.group(2) == null ? name.group(1) : name.group(2));
        }
    }

    private static String source(String className) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Path file = files.filter(path -> path.endsWith(className + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no class " + className));
            return Files.readString(file);
        }
    }

    @Test
    void theCallerWritesTheSettingItsOwnWay() {
        BadInputException named = new BadInputException("x must be y: x=z", "give {}, or leave x out", Setting.SAMPLES);
        assertThat(named).hasMessage("x must be y: x=z; give the argument samples, or leave x out");
        assertThat(named.message(setting -> "--" + setting))
                .isEqualTo("x must be y: x=z; give --SAMPLES, or leave x out");
        BadInputException plain = new BadInputException("x must be y: {}; choose another x");
        assertThat(plain).hasMessage("x must be y: {}; choose another x");
        assertThat(plain.message(setting -> "--" + setting)).isEqualTo(plain.getMessage());
    }

    @Test
    void aCovarianceWithoutSamplesIsRefusedInJava() {
        double[][] covariance = {{1, 0.5}, {0.5, 1}};
        OInformationOptions corrected = OInformationOptions.defaults().withBiasCorrect(true);
        assertThatThrownBy(() -> OInformation.ofCovariance(covariance, 0, corrected))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "bias correction of a covariance needs the number of samples it comes from: found none; give"
                                + " the argument samples");
    }
}
