package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.domain.Condition;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of a protocol that are no items: what minds each condition, triage, the expected band, prompts, limits. */
class TablesPanel extends Div {

    private final transient Page page;
    private final transient ProtocolDefinition protocol;
    private final transient RuleWords words;

    TablesPanel(Page page, ProtocolDefinition protocol) {
        this.page = page;
        this.protocol = protocol;
        words = new RuleWords(protocol);
        addClassName("panel");
        add(Parts.section(text("tables.conditions"), Parts.muted(text("tables.conditions.text")), conditions()));
        add(Parts.section(text("tables.triage"), Parts.muted(text("tables.triage.text")), triage(), outcomes()));
        add(Parts.section(text("tables.band"), Parts.muted(text("tables.band.text")), band()));
        add(Parts.section(text("tables.before"), Parts.muted(text("tables.before.text")), before()));
        add(Parts.section(text("tables.prompts"), Parts.muted(text("tables.prompts.text")), prompts()));
        add(Parts.section(text("tables.limits"), limits()));
    }

    private Component conditions() {
        var rows = new ArrayList<List<Component>>();
        Stream.of(Condition.values())
                .sorted(Comparator.comparing(Vocabulary::of))
                .forEach(condition -> rows.add(List.of(
                        new Span(Vocabulary.of(condition)),
                        minded(condition, Effect.WITHHOLD),
                        minded(condition, Effect.REVIEW),
                        minded(condition, Effect.MODIFY),
                        banner(condition))));
        return Parts.table(
                text("tables.conditions"),
                List.of(
                        text("column.condition"),
                        text("column.withheld"),
                        text("column.review"),
                        text("column.modified"),
                        text("column.before")),
                rows);
    }

    private Component minded(Condition condition, Effect effect) {
        var list = new Div();
        list.addClassName("minded");
        for (var item : protocol.items()) {
            boolean minds = item.safety().stream()
                    .filter(row -> row.effect() == effect)
                    .anyMatch(row -> {
                        var asked = EnumSet.noneOf(Condition.class);
                        RuleWords.conditions(row.when(), asked);
                        return asked.contains(condition);
                    });
            if (minds) {
                list.add(new Anchor(Page.to(Page.Tab.ITEMS, page.shown().number(), "item", item.code()), item.title()));
            }
        }
        return list.getChildren().findAny().isPresent() ? list : none();
    }

    private static Span none() {
        var none = new Span("–");
        none.addClassName("muted");
        return none;
    }

    private Component banner(Condition condition) {
        var list = new Div();
        list.addClassName("minded");
        protocol.beforeSession().stream()
                .filter(row -> row.details().containsKey(condition))
                .forEach(row -> list.add(new Span(row.details().get(condition))));
        return list.getChildren().findAny().isPresent() ? list : none();
    }

    private Component triage() {
        var rows = protocol.triage().rows().stream()
                .map(row -> List.<Component>of(
                        Parts.tag(Vocabulary.of(row.outcome()), tone(row.outcome())),
                        words.when(row.when()).shown(),
                        new Span(String.join(" ", row.guidance()))))
                .toList();
        return Parts.table(
                text("tables.triage"),
                List.of(text("column.outcome"), text("column.when"), text("column.guidance")),
                rows);
    }

    private static String tone(app.afterwell.domain.Outcome outcome) {
        return switch (outcome) {
            case EMERGENCY, URGENT -> "danger";
            case WATCH -> "warn";
            case AS_EXPECTED -> "ok";
        };
    }

    private Component outcomes() {
        var rows = protocol.triage().outcomes().entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getKey().ordinal()))
                .map(entry -> List.<Component>of(
                        Parts.tag(Vocabulary.of(entry.getKey()), tone(entry.getKey())),
                        new Span(entry.getValue().headline()),
                        new Span(String.join(" ", entry.getValue().guidance()))))
                .toList();
        return Parts.table(
                text("tables.outcomes"),
                List.of(text("column.outcome"), text("column.headline"), text("column.guidance")),
                rows);
    }

    private Component band() {
        var band = protocol.band();
        var rows = new ArrayList<List<Component>>();
        int from = 1;
        for (var row : band.rows()) {
            rows.add(List.of(
                    new Span(from == row.maxPressure() ? String.valueOf(from) : from + "–" + row.maxPressure()),
                    new Span("+" + row.peak()),
                    new Span(row.endHours() + " h")));
            from = row.maxPressure() + 1;
        }
        var own = band.ownCurves();
        var more = new Div(
                Parts.muted("+" + band.extraPeak() + " " + words.when(band.extraPeakWhen())),
                Parts.muted("+" + band.extraEndHours() + " h " + words.when(band.extraEndWhen())),
                Parts.muted(text(
                        "own-curves",
                        own.fromPlan(),
                        own.visits(),
                        own.pressureWithin(),
                        own.marginHours(),
                        own.leastHours())));
        var table = Parts.table(
                text("tables.band"), List.of(text("column.pressure"), text("column.peak"), text("column.end")), rows);
        return new Div(table, more);
    }

    private Component before() {
        var rows = protocol.beforeSession().stream()
                .map(row -> List.<Component>of(
                        new Span(row.headline()),
                        new Span(String.join(", ", RuleWords.words(row.details().keySet()))),
                        new Span(row.maxPressure() == null ? "–" : String.valueOf(row.maxPressure())),
                        new Span(text(row.unlessCleared() ? "yes" : "no"))))
                .toList();
        return Parts.table(
                text("tables.before"),
                List.of(text("column.headline"), text("column.condition"), text("column.max"), text("column.cleared")),
                rows);
    }

    private Component prompts() {
        var rows = protocol.prompts().stream()
                .map(prompt -> {
                    var when = new Div();
                    when.addClassName("minded");
                    prompt.rows().forEach(row -> when.add(words.when(row.when()).shown()));
                    return List.<Component>of(
                            new Span(prompt.text()), when, new Span(String.join(", ", prompt.sources())));
                })
                .toList();
        return Parts.table(
                text("tables.prompts"),
                List.of(text("column.prompt"), text("column.when"), text("column.sources")),
                rows);
    }

    private Component limits() {
        var limits = protocol.limits();
        var first = protocol.oneToolFirst();
        var list = new Div(
                new Span(text("limits.items", limits.specificItems(), limits.minutesPerDay())),
                new Span(text("limits.one", first.items(), words.when(first.when()))),
                new Span(text("limits.profile", limits.profileMonths())),
                new Span(text(
                        "limits.check-ins",
                        String.join(
                                ", ",
                                protocol.checkIns().stream()
                                        .map(time -> String.format(Locale.ROOT, "%d h", time.toHours()))
                                        .toList()))));
        list.addClassName("stack");
        return list;
    }
}
