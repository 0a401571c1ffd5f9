package org.oinfo.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.oinfo.report.page.ResultPage;

/** A picture has the colours of a light page. */
class InkTest {
    @Test
    void coloursAreThoseOfThePage() throws IOException {
        Map<String, Integer> light = new HashMap<>();
        Matcher named = Pattern.compile("(--[a-z]+): #([0-9a-f]+);").matcher(style());
        while (named.find()) {
            String hex = named.group(2).length() == 3 ? named.group(2).replaceAll("(.)", "$1$1") : named.group(2);
            light.putIfAbsent("var(" + named.group(1) + ")", new BigInteger(hex, 16).intValueExact());
        }
        for (Ink ink : Ink.values()) {
            assertThat(Integer.decode(ink.onPaper())).as(ink.onPage()).isEqualTo(light.get(ink.onPage()));
        }
    }

    private static String style() throws IOException {
        try (InputStream in = ResultPage.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
