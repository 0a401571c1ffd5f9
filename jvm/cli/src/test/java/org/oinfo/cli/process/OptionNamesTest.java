package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.cli.Command;
import org.oinfo.data.Setting;

class OptionNamesTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @ParameterizedTest
    @EnumSource
    void theOptionOfASettingExists(Setting setting) {
        Matcher option = OPTION.matcher(OptionNames.of(setting));
        assertThat(option.find()).isTrue();
        assertThat(options()).contains(option.group());
    }

    private static Set<String> options() {
        return Arrays.stream(new String[] {"scan", "target", "dynamic"})
                .map(command -> Command.run(command, "--help").out())
                .flatMap(help -> OPTION.matcher(help).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
