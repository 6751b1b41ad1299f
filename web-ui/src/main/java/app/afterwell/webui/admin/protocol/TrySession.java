package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A session to try a protocol out with: what a note holds, what intake says, what came before. */
class TrySession extends Div {

    private static final int MOST_AREAS = 12;
    private static final int WORST = 10;
    private static final int MOST_MINUTES = 600;
    private static final int USUAL_MINUTES = 60;

    private final LocalDate today;
    private final transient Runnable onChange;
    private final List<AreaFields> areas = new ArrayList<>();
    private final Div areaList = new Div();
    private final MultiSelectComboBox<Condition> conditions = new MultiSelectComboBox<>();
    private final Select<Profile> profile = new Select<>();
    private final Checkbox fresh = new Checkbox();
    private final MultiSelectComboBox<Goal> goals = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> picks = new MultiSelectComboBox<>();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField earlier = new IntegerField();
    private final Select<Integer> before = new Select<>();
    private final Select<Integer> after = new Select<>();

    /** What is known of the client's health. */
    private enum Profile {
        CONFIRMED,
        OLD,
        NONE
    }

    TrySession(LocalDate today, ProtocolDefinition protocol, Runnable onChange) {
        this.today = today;
        this.onChange = onChange;
        addClassName("try-form");
        areaList.addClassName("stack");
        var more = new Button(text("try.area.add"), click -> {
            add(Region.UPPER_BACK, Side.LEFT, Set.of());
            onChange.run();
        });
        var areasHead = new H3(text("try.areas"));
        prepare(conditions, "try.conditions", Arrays.asList(Condition.values()));
        prepare(goals, "try.goals", Arrays.asList(Goal.values()));
        conditions.setHelperText(text("try.conditions.help"));
        profile.setLabel(text("try.profile"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(value -> text("try.profile." + value));
        profile.setValue(Profile.CONFIRMED);
        fresh.setLabel(Vocabulary.of(Condition.NEW_TO_BODYWORK));
        var titles = new RuleWords(protocol);
        picks.setLabel(text("try.picks"));
        picks.setItems(
                protocol.items().stream().map(ProtocolDefinition.Item::code).toList());
        picks.setItemLabelGenerator(titles::title);
        number(minutes, "try.minutes", USUAL_MINUTES, 1, MOST_MINUTES);
        number(earlier, "try.earlier", 2, 0, 1000);
        scale(before, "try.before");
        scale(after, "try.after");
        listen(conditions, profile, fresh, goals, picks, minutes, earlier, before, after);
        var client = new Div(profile, conditions, fresh, earlier);
        client.addClassName("try-fields");
        var visit = new Div(minutes, before, after, goals, picks);
        visit.addClassName("try-fields");
        add(areasHead, areaList, more, new H3(text("try.visit")), visit, new H3(text("try.client")), client);
        add(Region.HAMSTRINGS, Side.LEFT, Set.of(Finding.TIGHTNESS));
    }

    private static <E extends Enum<E>> void prepare(MultiSelectComboBox<E> box, String key, List<E> codes) {
        box.setLabel(text(key));
        box.setItems(codes);
        box.setItemLabelGenerator(Vocabulary::of);
        box.setWidthFull();
    }

    private static void number(IntegerField field, String key, int value, int least, int most) {
        field.setLabel(text(key));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
    }

    private static void scale(Select<Integer> field, String key) {
        field.setLabel(text(key));
        field.setItems(IntStream.rangeClosed(0, WORST).boxed().toList());
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(value -> value == null ? "–" : String.valueOf(value));
    }

    private void listen(HasValue<?, ?>... fields) {
        for (var field : fields) {
            field.addValueChangeListener(event -> onChange.run());
        }
    }

    private void add(Region region, Side side, Set<Finding> findings) {
        if (areas.size() < MOST_AREAS) {
            var fields = new AreaFields(region, side, findings);
            areas.add(fields);
            areaList.add(fields);
        }
    }

    /** @param known items of both versions; what only one of them has cannot be picked in the other */
    SessionFindings session(Set<String> known) {
        Set<String> chosen = picks.getValue().stream().filter(known::contains).collect(Collectors.toSet());
        return new SessionFindings(
                today,
                Math.clamp(value(minutes, USUAL_MINUTES), 1, MOST_MINUTES),
                areas.stream().map(AreaFields::area).toList(),
                before.getValue() == null ? null : new PainScore(before.getValue()),
                after.getValue() == null ? null : new PainScore(after.getValue()),
                goals.getValue(),
                chosen);
    }

    @Nullable
    SafetyProfile safety() {
        if (profile.getValue() == Profile.NONE) {
            return null;
        }
        var codes = new HashSet<>(conditions.getValue());
        if (fresh.getValue()) {
            codes.add(Condition.NEW_TO_BODYWORK);
        }
        var confirmed = profile.getValue() == Profile.OLD ? today.minusYears(5) : today;
        return new SafetyProfile(
                1, confirmed, codes.stream().sorted().map(ConditionEntry::of).toList());
    }

    History history() {
        return new History(Math.max(0, value(earlier, 0)), List.of());
    }

    private static int value(IntegerField field, int otherwise) {
        return field.getValue() == null ? otherwise : field.getValue();
    }

    /** One area with what was found and done there. */
    private final class AreaFields extends Div {

        private final ComboBox<Region> region = new ComboBox<>();
        private final Select<Side> side = new Select<>();
        private final MultiSelectComboBox<Finding> findings = new MultiSelectComboBox<>();
        private final MultiSelectComboBox<Technique> techniques = new MultiSelectComboBox<>();
        private final Select<Integer> pressure = new Select<>();

        AreaFields(Region where, Side which, Set<Finding> found) {
            addClassName("try-area");
            region.setLabel(text("try.region"));
            region.setItems(Region.values());
            region.setItemLabelGenerator(Vocabulary::of);
            region.setValue(where);
            region.setRequired(true);
            side.setLabel(text("try.side"));
            side.setItems(Side.values());
            side.setItemLabelGenerator(Vocabulary::of);
            side.setValue(which);
            prepare(findings, "try.findings", Arrays.asList(Finding.values()));
            findings.setValue(found);
            prepare(techniques, "try.techniques", Arrays.asList(Technique.values()));
            pressure.setLabel(text("try.pressure"));
            pressure.setItems(1, 2, 3, 4, 5);
            pressure.setEmptySelectionAllowed(true);
            pressure.setItemLabelGenerator(
                    level -> level == null ? "–" : level + " " + Vocabulary.pressure(new Pressure(level)));
            listen(region, side, findings, techniques, pressure);
            var remove = new Button(text("try.area.remove"), click -> {
                areas.remove(this);
                areaList.remove(this);
                onChange.run();
            });
            remove.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY);
            add(region, side, pressure, findings, techniques, remove);
        }

        WorkedArea area() {
            var where = region.getValue() == null ? Region.UPPER_BACK : region.getValue();
            return new WorkedArea(
                    new BodyArea(where, side.getValue() == null ? Side.LEFT : side.getValue()),
                    findings.getValue(),
                    techniques.getValue(),
                    pressure.getValue() == null ? null : new Pressure(pressure.getValue()),
                    null);
        }
    }
}
