package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.Technique;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A condition of the protocol as rows of questions that all, or of which one, must be answered with yes. What is nested
 * deeper than that can be read here and is changed in the text.
 */
class ConditionForm extends Div {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> BOUNDS = List.of("at-least", "at-most", "above", "below");
    private static final List<String> METRICS = List.of(
            "earlier-plans",
            "last-pressure",
            "last-soreness-hours",
            "pain-drop-over-3-visits",
            "pain-drop-over-4-visits",
            "soreness-rises-in-a-row");

    private final transient ProtocolDefinition protocol;
    private final List<String> regionWords;
    private final transient @Nullable JsonNode written;
    private final Select<Join> join = new Select<>();
    private final Div rows = new Div();
    private final List<QuestionFields> questions = new ArrayList<>();
    private boolean touched;
    private boolean deep;

    /** Whether all questions must be answered with yes, or one of them. */
    private enum Join {
        ALL,
        ANY
    }

    /** What can be asked, by its name in the text. */
    private enum Ask {
        CONDITION,
        FINDING,
        REGION,
        TECHNIQUE,
        GOAL,
        PRESSURE,
        MINUTES,
        PAIN_TODAY,
        HISTORY,
        LAST_OUTCOME,
        PICK,
        SESSION;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean codes() {
            return ordinal() <= GOAL.ordinal();
        }

        boolean number() {
            return this == PRESSURE || this == MINUTES || this == PAIN_TODAY || this == HISTORY;
        }
    }

    /**
     * @param written what the text says now; null for a new condition
     * @param groups names of sets of regions
     */
    ConditionForm(ProtocolDefinition protocol, Set<String> groups, @Nullable JsonNode written) {
        this.protocol = protocol;
        this.written = written;
        regionWords = Stream.concat(
                        groups.stream(), Arrays.stream(Region.values()).map(Enum::name))
                .toList();
        addClassName("condition-form");
        join.setLabel(text("form.join"));
        join.setItems(Join.values());
        join.setItemLabelGenerator(value -> text("form.join." + value));
        join.setValue(Join.ALL);
        join.addValueChangeListener(event -> touched = true);
        rows.addClassName("stack");
        var more = new Button(text("form.ask.add"), click -> {
            touched = true;
            add(null, false);
            questions.getLast().ask.focus();
        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (written == null) {
            add(null, false);
        } else {
            fill(written);
        }
        if (deep) {
            add(Parts.muted(text("form.deep")));
        } else {
            add(join, rows, more);
        }
        touched = false;
        showJoin();
    }

    private void fill(JsonNode term) {
        List<JsonNode> parts = List.of(term);
        if (term.has("all") || term.has("any")) {
            join.setValue(term.has("all") ? Join.ALL : Join.ANY);
            parts = new ArrayList<>();
            for (JsonNode part : term.path(term.has("all") ? "all" : "any")) {
                parts.add(part);
            }
        }
        for (JsonNode part : parts) {
            boolean not = part.has("not");
            JsonNode asked = not ? part.get("not") : part;
            if (askOf(asked).isEmpty()) {
                deep = true;
                return;
            }
            add(asked, not);
        }
    }

    private static Optional<Ask> askOf(JsonNode asked) {
        if (asked.isString()) {
            return asked.asString().equals("session") ? Optional.of(Ask.SESSION) : Optional.empty();
        }
        return Arrays.stream(Ask.values()).filter(ask -> asked.has(ask.key())).findFirst();
    }

    private void add(@Nullable JsonNode asked, boolean not) {
        var fields = new QuestionFields(asked, not);
        questions.add(fields);
        rows.add(fields);
        showJoin();
    }

    private void showJoin() {
        join.setVisible(questions.size() > 1);
    }

    /** What it says now; empty if something is missing, which is then marked. */
    Optional<JsonNode> read() {
        if (written != null && (deep || !touched)) {
            return Optional.of(written);
        }
        var parts = new ArrayList<JsonNode>();
        boolean complete = true;
        for (QuestionFields question : questions) {
            var part = question.read();
            complete &= part.isPresent();
            part.ifPresent(parts::add);
        }
        if (!complete || parts.isEmpty()) {
            return Optional.empty();
        }
        if (parts.size() == 1) {
            return Optional.of(parts.getFirst());
        }
        var list = JSON.arrayNode();
        parts.forEach(list::add);
        return Optional.of(JSON.objectNode().set(join.getValue() == Join.ANY ? "any" : "all", list));
    }

    private String word(Ask ask, String code) {
        return switch (ask) {
            case CONDITION -> Vocabulary.of(Condition.valueOf(code));
            case FINDING -> Vocabulary.of(Finding.valueOf(code));
            case TECHNIQUE -> Vocabulary.of(Technique.valueOf(code));
            case GOAL -> Vocabulary.of(Goal.valueOf(code));
            default -> region(code);
        };
    }

    private static String region(String code) {
        return code.equals(code.toUpperCase(Locale.ROOT))
                ? Vocabulary.of(Region.valueOf(code))
                : text("form.group", code.replace('-', ' '));
    }

    private List<String> codes(Ask ask) {
        return switch (ask) {
            case CONDITION -> names(Condition.values());
            case FINDING -> names(Finding.values());
            case TECHNIQUE -> names(Technique.values());
            case GOAL -> names(Goal.values());
            default -> regionWords;
        };
    }

    private static List<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }

    /** One code or several, or all of them. */
    static Set<String> codesOf(JsonNode value, List<String> all) {
        var codes = new LinkedHashSet<String>();
        if (value.isArray()) {
            value.forEach(code -> codes.add(code.asString()));
        } else if (value.asString("").equals("all")) {
            codes.addAll(all);
        } else if (value.isString()) {
            codes.add(value.asString());
        }
        codes.retainAll(all);
        return codes;
    }

    /** As it is written: one code by itself, several in a list in the order of the vocabulary. */
    static JsonNode codes(Set<String> chosen, List<String> all) {
        var ordered = all.stream().filter(chosen::contains).toList();
        if (ordered.size() == 1) {
            return JSON.stringNode(ordered.getFirst());
        }
        var list = JSON.arrayNode();
        ordered.forEach(list::add);
        return list;
    }

    /** One question. */
    private final class QuestionFields extends Div {

        private final Select<Ask> ask = new Select<>();
        private final Checkbox not = new Checkbox(text("form.not"));
        private final MultiSelectComboBox<String> codes = new MultiSelectComboBox<>();
        private final MultiSelectComboBox<String> in = new MultiSelectComboBox<>();
        private final Select<String> metric = new Select<>();
        private final Select<String> bound = new Select<>();
        private final IntegerField number = new IntegerField();
        private final Select<Outcome> outcome = new Select<>();
        private final Select<String> item = new Select<>();

        QuestionFields(@Nullable JsonNode asked, boolean negated) {
            addClassName("question");
            ask.setLabel(text("form.ask"));
            ask.setItems(Ask.values());
            ask.setItemLabelGenerator(value -> text("form.ask." + value));
            ask.setValue(asked == null ? Ask.CONDITION : askOf(asked).orElse(Ask.CONDITION));
            not.setValue(negated);
            codes.setLabel(text("form.codes"));
            in.setLabel(text("form.in"));
            in.setItems(regionWords);
            in.setItemLabelGenerator(ConditionForm::region);
            metric.setLabel(text("form.metric"));
            metric.setItems(METRICS);
            metric.setItemLabelGenerator(value -> text("form.metric." + value));
            metric.setValue(METRICS.getFirst());
            bound.setLabel(text("form.bound"));
            bound.setItems(BOUNDS);
            bound.setItemLabelGenerator(value -> text("form.bound." + value));
            bound.setValue(BOUNDS.getFirst());
            number.setLabel(text("form.number"));
            outcome.setLabel(text("form.outcome"));
            outcome.setItems(Outcome.values());
            outcome.setItemLabelGenerator(Vocabulary::of);
            outcome.setValue(Outcome.WATCH);
            item.setLabel(text("form.item"));
            item.setItems(protocol.items().stream().map(Item::code).toList());
            item.setItemLabelGenerator(code -> new RuleWords(protocol).title(code));
            var remove = new Button(text("form.ask.remove"), click -> {
                touched = true;
                questions.remove(this);
                rows.remove(this);
                showJoin();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            offer();
            if (asked != null) {
                fill(asked);
            }
            ask.addValueChangeListener(event -> {
                offer();
                touched = true;
            });
            for (HasValue<?, ?> field : new HasValue<?, ?>[] {not, codes, in, metric, bound, number, outcome, item}) {
                field.addValueChangeListener(event -> touched = true);
            }
            add(ask, codes, in, metric, bound, number, outcome, item, not, remove);
        }

        private void offer() {
            Ask asked = ask.getValue();
            codes.setVisible(asked.codes());
            if (asked.codes()) {
                codes.clear();
                codes.setItems(ConditionForm.this.codes(asked));
                codes.setItemLabelGenerator(code -> word(asked, code));
            }
            in.setVisible(asked == Ask.FINDING);
            metric.setVisible(asked == Ask.HISTORY);
            bound.setVisible(asked.number());
            number.setVisible(asked.number());
            outcome.setVisible(asked == Ask.LAST_OUTCOME);
            item.setVisible(asked == Ask.PICK);
            not.setVisible(asked != Ask.SESSION);
        }

        private void fill(JsonNode asked) {
            Ask what = ask.getValue();
            JsonNode value = asked.path(what.key());
            if (what.codes()) {
                codes.setValue(codesOf(value, ConditionForm.this.codes(what)));
                in.setValue(codesOf(asked.path("in"), regionWords));
            } else if (what.number()) {
                JsonNode limits = what == Ask.HISTORY ? asked : value;
                if (what == Ask.HISTORY) {
                    metric.setValue(value.asString(METRICS.getFirst()));
                }
                BOUNDS.stream().filter(limits::has).findFirst().ifPresent(name -> {
                    bound.setValue(name);
                    number.setValue(limits.path(name).asInt(0));
                });
            } else if (what == Ask.LAST_OUTCOME) {
                outcome.setValue(Outcome.valueOf(value.asString()));
            } else if (what == Ask.PICK) {
                item.setValue(value.asString());
            }
        }

        Optional<JsonNode> read() {
            Ask what = ask.getValue();
            boolean missing = (what.codes() && codes.isEmpty())
                    || (what.number() && number.isEmpty())
                    || (what == Ask.PICK && item.isEmpty());
            codes.setErrorMessage(text("form.missing"));
            codes.setInvalid(missing && what.codes());
            number.setErrorMessage(text("form.missing"));
            number.setInvalid(missing && what.number());
            item.setErrorMessage(text("form.missing"));
            item.setInvalid(missing && what == Ask.PICK);
            if (missing) {
                return Optional.empty();
            }
            if (what == Ask.SESSION) {
                return Optional.of(JSON.stringNode("session"));
            }
            JsonNode asked = asked(what);
            return Optional.of(not.getValue() ? JSON.objectNode().set("not", asked) : asked);
        }

        private ObjectNode asked(Ask what) {
            ObjectNode asked = JSON.objectNode();
            switch (what) {
                case HISTORY -> {
                    asked.put("history", metric.getValue());
                    asked.put(bound.getValue(), number.getValue());
                }
                case PRESSURE, MINUTES, PAIN_TODAY ->
                    asked.set(what.key(), JSON.objectNode().put(bound.getValue(), number.getValue()));
                case LAST_OUTCOME -> asked.put(what.key(), outcome.getValue().name());
                case PICK -> asked.put(what.key(), item.getValue());
                default -> {
                    asked.set(what.key(), ConditionForm.codes(codes.getValue(), ConditionForm.this.codes(what)));
                    if (what == Ask.FINDING && !in.isEmpty()) {
                        asked.set(
                                "in",
                                in.getValue().size() == regionWords.size()
                                        ? JSON.stringNode("all")
                                        : ConditionForm.codes(in.getValue(), regionWords));
                    }
                }
            }
            return asked;
        }
    }
}
