package org.oinfo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a reader sees of a page, whatever the screen: all of it, in letters that stand out, with numbers at every axis. */
public final class PageLook {
    /** Pixels of a screen. */
    public record Size(int width, int height) {}

    /** A desk's screen. */
    public static final Size DESK = new Size(1280, 800);

    /** A phone's. */
    public static final Size PHONE = new Size(390, 844);

    /** Contrast of letters that the Web Content Accessibility Guidelines ask for. */
    private static final double READABLE = 4.5;

    /** Each axis has two labels or more, unless its scale has one value only; each chart has an axis of either kind that has. */
    private static final String BARE_AXES = """
            [...document.querySelectorAll('.chart')].flatMap(chart => ['X-axis', 'Y-axis'].filter(kind =>
              ![...chart.querySelectorAll(`[aria-label^="${kind}"]`)].some(axis => {
                const labels = [...axis.querySelectorAll('.role-axis-label text')].filter(t => t.getAttribute('opacity') !== '0');
                const single = / with 1 value|values from (\\S+) to \\1$/.test(axis.getAttribute('aria-label'));
                return labels.length >= (single ? 1 : 2);
              })).map(kind => chart.id + ' ' + kind))""";

    private static final String CONTRASTS = """
            (() => {
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => parts(colour).slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = element => {
                for (let e = element; e; e = e.parentElement) {
                  const colour = getComputedStyle(e).backgroundColor;
                  if (parts(colour)[3] !== 0) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              return [...document.querySelectorAll('h1, p, td, th, dt, dd, figcaption, .word, .chart svg text, .drawing svg text')].map(e => {
                const ink = light(getComputedStyle(e)[e.tagName === 'text' ? 'fill' : 'color']), paper = light(ground(e));
                return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
              });
            })()""";

    /** Letters of the charts on the screen that lie beside their chart, or on each other; slanted ones may touch. */
    private static final String CRAMPED = """
            [...document.querySelectorAll('.drawing svg')].filter(svg => svg.getBoundingClientRect().width > 0).flatMap(svg => {
              const edge = svg.getBoundingClientRect();
              const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
              const level = texts.filter(([t]) => !t.hasAttribute('transform'));
              const out = texts.filter(([, r]) =>
                r.left < edge.left - 2 || r.right > edge.right + 2 || r.top < edge.top - 2 || r.bottom > edge.bottom + 2);
              const on = level.filter(([t, a], i) => level.slice(i + 1).some(([, b]) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5));
              return [...out, ...on].map(([t]) => svg.getAttribute('class') + ': ' + t.textContent);
            })""";

    private PageLook() {}

    /** Nothing lies beside the screen, no legend is cut, and every axis has numbers or names. */
    public static void isWhole(Screen screen, Size size) throws InterruptedException {
        assertThat(screen.evaluate("innerWidth").asInt()).isEqualTo(size.width());
        assertThat(screen.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(size.width());
        assertThat(
                        texts(
                                screen,
                                "[...document.querySelectorAll('.chart')].filter(c => c.scrollWidth > c.clientWidth).map(c => c.id)"))
                .as("charts wider than the page")
                .isEmpty();
        assertThat(texts(
                        screen,
                        "[...document.querySelectorAll('.role-legend-label text')].filter(t => t.textContent.endsWith('…')"
                                + " || t.getBoundingClientRect().right > t.closest('.chart').getBoundingClientRect().right)"
                                + ".map(t => t.textContent)"))
                .as("words of legends that are cut")
                .isEmpty();
        assertThat(texts(screen, BARE_AXES)).as("axes without numbers").isEmpty();
        assertThat(texts(screen, CRAMPED))
                .as("letters that are cut or lie on others")
                .isEmpty();
    }

    /** The page is dark or light as its reader prefers, and every text stands out from what is behind it. */
    public static void isReadable(Screen screen, boolean dark) throws InterruptedException {
        int ground = screen.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
                .asInt();
        assertThat(ground < 128).as("dark: %d", ground).isEqualTo(dark);
        JsonNode contrasts = screen.evaluate(CONTRASTS);
        assertThat(contrasts.size()).isGreaterThan(20);
        assertThat(contrasts.valueStream().mapToDouble(JsonNode::asDouble).min().orElse(0))
                .isGreaterThan(READABLE);
    }

    private static List<String> texts(Screen screen, String expression) throws InterruptedException {
        return screen.evaluate(expression).valueStream().map(JsonNode::asString).toList();
    }
}
