package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.PlanResult.PlanItem;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.domain.BodyArea;
import app.afterwell.webui.components.Vocabulary;
import app.afterwell.webui.components.WhyDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan as an engine's answer: offered, later, to be decided, withheld, prompts, each with its because. */
class PlanColumn extends Div {

    private final transient ProtocolDefinition protocol;
    private final transient RuleWords words;
    private final transient RuleNames rules;
    private final transient Set<String> changed;
    private final int version;

    PlanColumn(ProtocolDefinition protocol, PlanResult plan, List<PlanDifference.Change> changes) {
        this.protocol = protocol;
        words = new RuleWords(protocol);
        rules = new RuleNames(protocol);
        changed = changes.stream().map(PlanDifference.Change::item).collect(Collectors.toSet());
        version = plan.protocol().version();
        addClassName("stack");
        part("said.OFFERED", plan.offered().stream().map(this::offered).toList());
        part("said.LATER", plan.later().stream().map(this::offered).toList());
        part(
                "said.REVIEW",
                plan.review().stream()
                        .map(row -> row("review-row", row.item(), row.areas(), "", row.because()))
                        .toList());
        part(
                "said.WITHHELD",
                plan.withheld().stream()
                        .map(row -> row(
                                "withheld-row",
                                row.item(),
                                row.areas(),
                                text("strength." + row.strength()),
                                row.because()))
                        .toList());
        part(
                "try.prompts",
                plan.prompts().stream()
                        .map(prompt -> {
                            var line = new Div(
                                    new Span(promptText(prompt.prompt())), WhyDetails.because(prompt.because()));
                            line.addClassName("minded");
                            return line;
                        })
                        .toList());
    }

    private void part(String key, List<? extends Component> rows) {
        var head = new H3(text(key) + " ");
        var count = new Span(String.valueOf(rows.size()));
        count.addClassName("muted");
        head.add(count);
        add(head);
        rows.forEach(this::add);
    }

    private Article offered(PlanItem item) {
        var row = row(
                "offered-row", item.item(), item.areas(), item.modified() ? text("try.modified") : "", item.because());
        var dose = new Span(item.dose());
        dose.addClassName("dose");
        row.addComponentAtIndex(1, dose);
        return row;
    }

    private Article row(String style, String item, List<BodyArea> areas, String tag, List<Because> because) {
        var title = new H4(words.title(item));
        var head = new Div(title);
        head.addClassName("row");
        if (!tag.isEmpty()) {
            head.add(Parts.tag(tag, style.equals("withheld-row") ? "danger" : ""));
        }
        if (changed.contains(item)) {
            head.add(Parts.tag(text("try.other"), "warn"));
        }
        var row = new Article(head);
        row.addClassNames("try-row", style);
        if (!areas.isEmpty()) {
            var where = new Span(Vocabulary.areas(areas));
            where.addClassName("where");
            row.add(where);
        }
        row.add(WhyDetails.because(because));
        var why = new WhyDetails(because, version);
        var rules = new Div();
        rules.addClassName("minded");
        because.forEach(reason -> rules.add(new Span(this.rules.of(reason.rule()))));
        why.setContent(new Div(rules, why.getContent()));
        row.add(why);
        return row;
    }

    private String promptText(String code) {
        return protocol.prompts().stream()
                .filter(prompt -> prompt.code().equals(code))
                .map(ProtocolDefinition.PromptRow::text)
                .findFirst()
                .orElse(code);
    }
}
