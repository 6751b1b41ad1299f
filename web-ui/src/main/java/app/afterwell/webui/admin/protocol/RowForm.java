package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.Evidence;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Effect;
import app.afterwell.aftercare.engine.ProtocolDefinition.PromptRow;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One rule of an item: what happens, when, and what is said then. */
class RowForm extends Div {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final boolean offers;
    private final TextField rule = new TextField();
    private final Select<Effect> effect = new Select<>();
    private final ConditionForm when;
    private final Select<String> prompt = new Select<>();
    private final TextArea dose = new TextArea();
    private final TextArea add = new TextArea();
    private final MultiSelectComboBox<String> sources = new MultiSelectComboBox<>();
    private final Select<Evidence> evidence = new Select<>();

    /**
     * @param offers whether the row offers the item; otherwise it is one of safety
     * @param written what the text says now; null for a new row
     * @param keep told what it says once somebody keeps it
     */
    RowForm(
            ProtocolDefinition protocol,
            Set<String> groups,
            boolean offers,
            @Nullable JsonNode written,
            Consumer<JsonNode> keep,
            Runnable cancel) {
        this.offers = offers;
        addClassName("row-form");
        JsonNode now = written == null ? JSON.objectNode() : written;
        effect.setLabel(text("form.effect"));
        effect.setItems(List.of(Effect.WITHHOLD, Effect.REVIEW, Effect.MODIFY));
        effect.setItemLabelGenerator(value -> text("verb." + value));
        effect.setValue(
                now.has("effect")
                        ? Effect.valueOf(now.get("effect").asString().toUpperCase(Locale.ROOT))
                        : Effect.WITHHOLD);
        effect.addValueChangeListener(event -> offer());
        effect.setVisible(!offers);
        rule.setLabel(text("form.rule"));
        rule.setHelperText(text("form.rule.help"));
        rule.setValue(now.path("rule").asString("").replace('-', ' '));
        when = new ConditionForm(protocol, groups, written == null ? null : now.get("when"));
        prompt.setLabel(text("form.prompt"));
        prompt.setItems(protocol.prompts().stream().map(PromptRow::code).toList());
        prompt.setItemLabelGenerator(code -> code == null ? text("form.prompt.none") : told(protocol, code));
        prompt.setEmptySelectionAllowed(true);
        prompt.setEmptySelectionCaption(text("form.prompt.none"));
        if (now.has("prompt")) {
            prompt.setValue(now.get("prompt").asString());
        }
        dose.setLabel(text("form.dose"));
        dose.setValue(now.path("dose").asString(""));
        add.setLabel(text("form.add"));
        add.setHelperText(text("form.add.help"));
        var lines = new StringBuilder();
        now.path("add").forEach(line -> lines.append(line.asString()).append('\n'));
        add.setValue(lines.toString().strip());
        sources.setLabel(text("form.sources"));
        sources.setHelperText(text("form.sources.row"));
        sources.setItems(protocol.sources().keySet());
        sources.setItemLabelGenerator(key -> key + ": " + protocol.sources().getOrDefault(key, ""));
        sources.setValue(ConditionForm.codesOf(
                now.path("sources"), List.copyOf(protocol.sources().keySet())));
        evidence.setLabel(text("form.evidence"));
        evidence.setItems(Evidence.values());
        evidence.setItemLabelGenerator(value -> value == null ? "–" : Vocabulary.of(value));
        evidence.setEmptySelectionAllowed(true);
        if (now.has("evidence")) {
            evidence.setValue(Evidence.valueOf(now.get("evidence").asString()));
        }
        prompt.setVisible(!offers);
        sources.setVisible(!offers);
        evidence.setVisible(!offers);
        var save = new Button(text("form.keep"), click -> read(keep));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var back = new Button(text("cancel"), click -> cancel.run());
        var actions = new Div(save, back);
        actions.addClassName("row");
        var head = new Div(effect, rule);
        head.addClassName("row-form-pair");
        var words = new Div(dose, add);
        words.addClassName("stack");
        var more = new Div(prompt, sources, evidence);
        more.addClassName("row-form-pair");
        add(head, Parts.muted(text("form.when")), when, words, more, actions);
        offer();
    }

    void focusFirst() {
        if (offers) {
            rule.focus();
        } else {
            effect.focus();
        }
    }

    private static String told(ProtocolDefinition protocol, String code) {
        return protocol.prompts().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .map(PromptRow::text)
                .orElse(code);
    }

    private void offer() {
        boolean modifies = !offers && effect.getValue() == Effect.MODIFY;
        dose.setVisible(modifies);
        add.setVisible(modifies);
    }

    private void read(Consumer<JsonNode> keep) {
        String name = rule.getValue()
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        rule.setErrorMessage(text("form.missing"));
        rule.setInvalid(name.isEmpty());
        boolean modifies = dose.isVisible();
        boolean wordless =
                modifies && dose.getValue().isBlank() && add.getValue().isBlank();
        add.setErrorMessage(text("form.words-missing"));
        add.setInvalid(wordless);
        var condition = when.read();
        if (name.isEmpty() || wordless || condition.isEmpty()) {
            return;
        }
        ObjectNode row = JSON.objectNode();
        row.put("rule", name);
        if (!offers) {
            row.put("effect", effect.getValue().name().toLowerCase(Locale.ROOT));
            if (prompt.getValue() != null) {
                row.put("prompt", prompt.getValue());
            }
        }
        row.set("when", condition.get());
        if (modifies) {
            if (!dose.getValue().isBlank()) {
                row.put("dose", dose.getValue().strip());
            }
            var lines = JSON.arrayNode();
            add.getValue()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
            if (!lines.isEmpty()) {
                row.set("add", lines);
            }
        }
        if (!sources.isEmpty()) {
            var keys = JSON.arrayNode();
            sources.getListDataView()
                    .getItems()
                    .filter(sources.getValue()::contains)
                    .forEach(keys::add);
            row.set("sources", keys);
        }
        if (evidence.getValue() != null) {
            row.put("evidence", evidence.getValue().name());
        }
        keep.accept(row);
    }
}
