package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.protocol.ProtocolOverrides;
import app.afterwell.domain.PractitionerId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What therapists added or kept although a rule spoke against it, by rule and therapist; for the clinical lead. */
class OverridesPanel extends Div {

    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    private record Group(String rule, PractitionerId practitioner) {}

    OverridesPanel(
            Page page, ProtocolOverrides overrides, RuleNames rules, Map<PractitionerId, String> names, Instant now) {
        addClassName("panel");
        int months = months(page);
        var period = new Select<Integer>();
        period.setLabel(text("period"));
        period.setItems(MONTHS);
        period.setItemLabelGenerator(number -> text(number == 1 ? "period.month" : "period.months", number));
        period.setValue(months);
        period.addValueChangeListener(event -> getUI().ifPresent(ui -> ui.navigate(
                Page.PATH,
                QueryParameters.fromString(
                        "view=overrides&version=" + page.shown().number() + "&months=" + event.getValue()))));
        add(Parts.muted(text("overrides.text")), period);
        var found =
                overrides.list(now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant(), now.plusSeconds(1));
        if (found.isEmpty()) {
            add(Parts.empty(text("overrides.none"), text("overrides.none.text")));
            return;
        }
        Map<Group, List<ProtocolOverrides.Override>> groups = new LinkedHashMap<>();
        for (var row : found) {
            var times = groups.computeIfAbsent(new Group(row.rule(), row.practitioner()), key -> new ArrayList<>());
            // Left and right in one plan are one decision.
            if (times.stream().noneMatch(time -> time.plan().equals(row.plan()))) {
                times.add(row);
            }
        }
        var rows = groups.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .map(entry -> row(page, rules, names, entry.getKey(), entry.getValue()))
                .toList();
        add(Parts.table(
                text("overrides"),
                List.of(text("column.rule"), text("column.therapist"), text("column.times"), text("column.reasons")),
                rows));
    }

    private static int months(Page page) {
        String asked = page.also().getOrDefault("months", "3");
        return MONTHS.stream()
                .filter(number -> number.toString().equals(asked))
                .findFirst()
                .orElse(3);
    }

    private static List<Component> row(
            Page page,
            RuleNames rules,
            Map<PractitionerId, String> names,
            Group group,
            List<ProtocolOverrides.Override> times) {
        var first = times.getFirst();
        var rule = new Div(
                new Span(rules.of(group.rule())),
                Parts.tag(
                        text(first.withheld() ? "override.withheld" : "override.review"),
                        first.withheld() ? "warn" : ""));
        rule.addClassName("minded");
        var reasons = new Div();
        reasons.addClassName("minded");
        times.stream().limit(10).forEach(time -> {
            var visit = new Anchor("sessions/" + time.appointment(), page.day(time.at()));
            var reason = new Span(time.reason().isEmpty() ? text("override.no-reason") : time.reason());
            reason.addClassName("private");
            reasons.add(new Div(visit, new Span(": "), reason));
        });
        if (times.size() > 10) {
            reasons.add(Parts.muted(text("more", times.size() - 10)));
        }
        return List.of(
                rule,
                new Span(names.getOrDefault(group.practitioner(), text("somebody"))),
                new Span(String.valueOf(times.size())),
                reasons);
    }
}
