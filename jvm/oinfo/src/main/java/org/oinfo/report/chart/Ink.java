package org.oinfo.report.chart;

import java.util.Locale;

/** What a chart is drawn with. A page has these colours twice, for light and for dark screens; a picture has the light ones. */
public enum Ink {
    TEXT("#222222"),
    QUIET("#555555"),
    GRID("#eeeeee"),
    AXIS("#888888"),
    RULE("#9e9e9e"),
    SYNERGY("#2166ac"),
    REDUNDANCY("#b2182b"),
    BALANCED("#d9d9d9"),
    SINGULAR("#636363"),
    MIDDLE("#606060"),
    ORANGE("#e69f00"),
    PURPLE("#5e3c99"),
    PAGE("#ffffff");

    private final String light;

    Ink(String light) {
        this.light = light;
    }

    /** What has an O-information of this sign is drawn in. */
    public static Ink of(double omega) {
        return omega < 0 ? SYNERGY : REDUNDANCY;
    }

    /** The colour on white paper. */
    public String onPaper() {
        return light;
    }

    /** The colour as a page's style calls it. */
    public String onPage() {
        return "var(--" + name().toLowerCase(Locale.ROOT) + ")";
    }
}
