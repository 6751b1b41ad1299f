package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.SafetyRow;
import app.afterwell.aftercare.protocol.ProtocolProposals;
import app.afterwell.domain.Role;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One item: its rules as sentences, what the client reads, what only the therapist reads. */
class ItemDetail extends Section {

    private final transient Page page;
    private final transient ProtocolDefinition protocol;
    private final transient Item item;
    private final transient RuleWords words;

    ItemDetail(
            Page page,
            ProtocolDefinition protocol,
            Item item,
            List<ProtocolText.Difference> changes,
            ProtocolProposals proposals) {
        this.page = page;
        this.protocol = protocol;
        this.item = item;
        words = new RuleWords(protocol);
        addClassName("edit");
        add(head());
        changes.stream()
                .filter(change -> change.subject().equals(item.code()))
                .findFirst()
                .ifPresent(change -> add(Parts.section(
                        text("changed.from", Page.name(page.inForce())), DifferencePanel.list(change.changes()))));
        add(Parts.section(text("rules"), rules(), Parts.muted(text("rules.lattice"))));
        add(Parts.section(text("client-reads"), reads()));
        if (item.background() != null || item.suits() != null) {
            var background = new Div();
            background.addClassName("stack");
            if (item.suits() != null) {
                background.add(new Span(text("suits", words.say(item.suits()))));
            }
            if (item.background() != null) {
                background.add(new Span(item.background()));
            }
            add(Parts.section(text("background"), background));
        }
        if (page.actor().has(Role.THERAPIST) || page.actor().has(Role.OWNER)) {
            add(propose(proposals));
        }
    }

    private Div head() {
        var title = ItemsPanel.title(item.title());
        var line = new Div(title);
        line.addClassName("head");
        var tags = new Div();
        tags.addClassName("row");
        tags.add(Parts.tag(text("kind." + item.kind()), ""));
        tags.add(
                Parts.tag(text(item.switchedOn() ? "switched.on" : "switched.off"), item.switchedOn() ? "ok" : "line"));
        if (item.partOf() != null) {
            tags.add(Parts.tag(text("part-of", words.title(item.partOf())), ""));
        }
        var sources = item.sources().stream()
                .map(source -> protocol.sources().getOrDefault(source, source) + " (" + source + ")")
                .collect(Collectors.joining("; "));
        var head = new Div(
                line,
                tags,
                Parts.muted(item.code() + " · " + text("evidence", Vocabulary.of(item.evidence())) + " · "
                        + text("sources", sources)));
        head.addClassName("stack");
        return head;
    }

    private UnorderedList rules() {
        var rules = new UnorderedList();
        rules.addClassName("rulebook");
        if (item.offers().isEmpty()) {
            rules.add(rule(
                    Glyph.CONFIRMED,
                    text("verb.OFFER"),
                    "",
                    new Sentence().text(text("only-picked")),
                    "v-offer",
                    null));
        }
        item.offers()
                .forEach(offer -> rules.add(rule(
                        Glyph.CONFIRMED, text("verb.OFFER"), "", words.when(offer.when()), "v-offer", offer.rule())));
        for (Effect effect : List.of(Effect.WITHHOLD, Effect.REVIEW, Effect.MODIFY)) {
            item.safety().stream().filter(row -> row.effect() == effect).forEach(row -> rules.add(safety(row)));
        }
        for (var exclusion : protocol.exclusions()) {
            if (exclusion.withhold().contains(item.code())) {
                rules.add(rule(
                        Glyph.WITHHELD,
                        text("verb.WITHHOLD"),
                        text("absolute"),
                        Sentence.of("admin.protocol.excluded", titles(exclusion.keep())),
                        "v-withhold",
                        exclusion.rule()));
            } else if (exclusion.keep().contains(item.code())) {
                rules.add(rule(
                        Glyph.SHIELD,
                        text("verb.STAYS"),
                        "",
                        Sentence.of("admin.protocol.excludes", titles(exclusion.withhold())),
                        "v-offer",
                        exclusion.rule()));
            }
        }
        if (item.noSafetyRows() != null) {
            rules.add(rule(
                    Glyph.SHIELD, text("verb.SAFE"), "", new Sentence().text(item.noSafetyRows()), "v-offer", null));
        }
        return rules;
    }

    private List<String> titles(java.util.Set<String> codes) {
        return codes.stream().sorted().map(words::title).toList();
    }

    private ListItem safety(SafetyRow row) {
        var glyph = row.effect() == Effect.WITHHOLD
                ? Glyph.WITHHELD
                : row.effect() == Effect.REVIEW ? Glyph.REVIEW : Glyph.PENCIL;
        var entry = rule(
                glyph,
                text("verb." + row.effect()),
                words.strength(item, row),
                words.when(row.when()),
                "v-" + row.effect().name().toLowerCase(Locale.ROOT),
                row.rule());
        var more = new Div();
        more.addClassName("rule-more");
        if (row.dose() != null) {
            more.add(new Span(text("modify.dose", row.dose())));
        }
        row.add().forEach(step -> more.add(new Span(text("modify.add", step))));
        if (row.prompt() != null) {
            more.add(new Span(text(
                    "prompts",
                    protocol.prompts().stream()
                            .filter(prompt -> prompt.code().equals(row.prompt()))
                            .map(ProtocolDefinition.PromptRow::text)
                            .findFirst()
                            .orElse(row.prompt()))));
        }
        if (!row.sources().equals(item.sources())) {
            more.add(new Span(text("sources", String.join(", ", row.sources()))));
        }
        if (more.getChildren().findAny().isPresent()) {
            entry.add(more);
        }
        return entry;
    }

    private static ListItem rule(
            Glyph glyph, String verb, String strength, Sentence said, String style, @Nullable String rule) {
        var name = new Span(verb);
        var what = new Div(name);
        if (!strength.isEmpty()) {
            var small = new Span(strength);
            small.addClassName("small");
            what.add(small);
        }
        var left = new Div(glyph.icon(), what);
        left.addClassName("verb");
        var sentence = said.shown();
        if (rule != null) {
            sentence.getElement().setAttribute("title", rule);
        }
        var entry = new ListItem(left, sentence);
        entry.addClassName(style);
        return entry;
    }

    private Div reads() {
        var steps = new OrderedList();
        steps.addClassName("steps-list");
        for (var step : item.steps()) {
            var line = new ListItem(new Span(step.text()));
            if (step.when() != null) {
                var only = new Span(text("only", words.when(step.when())));
                only.addClassName("muted");
                line.add(new Span(" "), only);
            }
            steps.add(line);
        }
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "part.dose", item.dose());
        fact(facts, "part.regions", ProtocolText.regions(item));
        fact(facts, "part.days", ProtocolText.days(item.days()));
        fact(facts, "part.minutes", text("minutes", item.minutes()));
        if (item.wholeBodySafety()) {
            fact(facts, "part.whole-body", text("whole-body.safety"));
        }
        return new Div(steps, facts);
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
    }

    private NativeDetails propose(ProtocolProposals proposals) {
        var what = new TextArea(text("propose.label"));
        what.setMaxLength(2000);
        what.setWidthFull();
        what.setHelperText(text("propose.help"));
        var send = new Button(text("propose.send"));
        send.addClickListener(click -> {
            if (what.getValue().isBlank()) {
                what.setErrorMessage(text("propose.missing"));
                what.setInvalid(true);
                what.focus();
            } else if (Says.problem(
                    this, () -> proposals.propose(page.shown().number(), item.code(), what.getValue()))) {
                Says.done(text("propose.sent"));
                what.clear();
                what.setInvalid(false);
            }
        });
        var form = new Div(what, send);
        form.addClassName("stack");
        var details = new NativeDetails(text("propose"), form);
        details.addClassName("propose");
        return details;
    }
}
