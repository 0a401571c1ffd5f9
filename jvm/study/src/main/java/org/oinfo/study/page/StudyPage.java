package org.oinfo.study.page;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Page;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.StudyResult;

/** A study as one HTML file that needs no network: what became of the claims, then the figures behind them. */
public final class StudyPage {
    /** A number that takes more letters was measured, not set. */
    private static final int LONG = 8;

    private final StudyResult result;
    private final Charts charts = new Charts(StudyPage.class);

    private StudyPage(StudyResult result) {
        this.result = result;
    }

    /** Writes the page; stages that were not done are left out. */
    public static void write(StudyResult result, Writer out) {
        new StudyPage(result).write(out);
    }

    private void write(Writer out) {
        List<Section> sections = new ArrayList<>();
        if (!result.training().isEmpty()) {
            sections.add(TrainingSection.of(result.training(), charts));
        }
        if (!result.landscapes().isEmpty()) {
            sections.addAll(new LayerSections(result.landscapes(), result.prunings(), charts).all());
        }
        if (!result.importance().isEmpty()) {
            sections.add(ImportanceSection.of(result.importance(), charts));
        }
        if (!result.prunings().isEmpty()) {
            sections.add(new PruningSection(
                            result.training(), result.prunings(), result.interactions(), result.differences(), charts)
                    .section());
        }
        if (!result.claims().isEmpty()) {
            sections.addFirst(claims());
        }
        glance(sections).ifPresent(sections::addFirst);
        takeHome(sections).ifPresent(sections::addFirst);
        sections.removeIf(Section::isEmpty);
        sections.add(made());
        new Page(
                        "O-information of neural networks: the abstract of arXiv 2211.00416, tested",
                        Summary.of(result),
                        warnings(),
                        sections,
                        "nats")
                .write(charts.scripts(), out);
    }

    /** What a practitioner takes from sub-networks, with their first figure. */
    private Optional<Section> takeHome(List<Section> sections) {
        return new TakeHome(result).section().map(first -> {
            sections.stream()
                    .filter(section -> section.title().equals(PruningSection.TITLE)
                            && !section.charts().isEmpty())
                    .findFirst()
                    .ifPresent(section -> first.charts().add(section.charts().removeFirst()));
            return first;
        });
    }

    /** The figure that says most in one look: that of layers, else of accuracies, else the first. */
    private static Optional<Section> glance(List<Section> sections) {
        return Stream.concat(
                        Stream.of(LayerSections.COMPARISON, PruningSection.TITLE)
                                .flatMap(title -> sections.stream()
                                        .filter(section -> section.title().equals(title))),
                        sections.stream())
                .filter(section -> !section.charts().isEmpty())
                .findFirst()
                .map(section -> {
                    Section glance = new Section("At a glance");
                    glance.charts().add(section.charts().removeFirst());
                    return glance;
                });
    }

    /** The warnings of the run, where it gave any. */
    private List<String> warnings() {
        return result.run().get("warnings") instanceof Collection<?> warnings
                ? warnings.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Section claims() {
        Section section = new Section("Claims and what became of them");
        for (Claim claim : result.claims()) {
            section.findings().add(finding(claim));
        }
        section.notes()
                .add("A number is of the case nearest to another verdict, with its 95 % interval; all are folded behind"
                        + " the claim. " + Summary.rule(result));
        return section;
    }

    /** A claim as a row of a table. */
    static Section.Finding finding(Claim claim) {
        Verdict verdict = claim.verdict();
        // A style of its own for what is sure: no side is as little of a verdict as undecided.
        String style = Judgement.word(verdict == Verdict.NO_SIDE ? Verdict.UNDECIDED : verdict);
        return new Section.Finding(claim.claim(), Judgement.word(verdict), style, claim.figure(), claim.evidence());
    }

    private Section made() {
        Section section = new Section("How it was made");
        section.figures().add(entries(result.run()));
        section.figures().add(entries(result.settings()));
        return section;
    }

    private static Section.Entries entries(Map<String, Object> values) {
        List<Section.Entry> entries = new ArrayList<>();
        values.forEach((name, value) -> add(entries, words(name), value));
        return new Section.Entries(entries);
    }

    /** An object's entries stand each by itself, under both names. */
    private static void add(List<Section.Entry> entries, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, each) -> add(entries, name + ": " + words(String.valueOf(key)), each));
        } else {
            entries.add(new Section.Entry(name, text(value)));
        }
    }

    private static String words(String name) {
        return name.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> Provenance.NONE;
            case Double number when String.valueOf(number).length() > LONG -> Digits.of(number);
            case Collection<?> values ->
                values.isEmpty() ? "none" : values.stream().map(StudyPage::text).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }
}
