package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.Colleague;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.domain.Role;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Narrows the inbox by urgency, time, role and person; folded as long as nothing is narrowed. */
class TaskFilters extends Details {

    TaskFilters(TaskQuery query, List<Colleague> colleagues, SerializableConsumer<TaskQuery> go) {
        addClassName("task-filters");
        setSummary(new Span(Glyph.FILTER.small(), new Span(getTranslation("tasks.filter"))));
        setOpened(query.isNarrowed());
        var fields = new Div(
                choice(
                        "urgency",
                        List.of(Urgency.values()).reversed(),
                        query.urgency(),
                        urgency -> getTranslation("tasks.group." + urgency),
                        urgency -> go.accept(query.of(urgency))),
                choice(
                        "due",
                        List.of(TaskQuery.Due.values()),
                        query.due(),
                        due -> getTranslation("tasks.filter.due." + due),
                        due -> go.accept(query.of(due))),
                choice(
                        "role",
                        List.of(Role.DESK, Role.THERAPIST),
                        query.role(),
                        role -> getTranslation("vocabulary.Role." + role),
                        role -> go.accept(query.of(role))),
                people(query, colleagues, go));
        fields.addClassName("task-filter-fields");
        add(fields);
        if (query.isNarrowed()) {
            var clear = new Button(
                    getTranslation("tasks.filter.clear"),
                    event -> go.accept(new TaskQuery(query.whose(), null, null, null, null, 0, null)));
            clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add(clear);
        }
    }

    private Select<String> people(TaskQuery query, List<Colleague> colleagues, SerializableConsumer<TaskQuery> go) {
        Map<String, String> names = colleagues.stream()
                .collect(Collectors.toMap(person -> person.id().toString(), Colleague::name));
        var codes = new ArrayList<>(List.of(TaskQuery.ME, TaskQuery.NOBODY));
        colleagues.stream()
                .sorted(Comparator.comparing(Colleague::name))
                .map(person -> person.id().toString())
                .forEach(codes::add);
        var chosen = query.who();
        return choice(
                "who",
                codes,
                chosen != null && codes.contains(chosen) ? chosen : null,
                code -> names.getOrDefault(code, getTranslation("tasks.filter.who." + code)),
                code -> go.accept(query.who(code)));
    }

    private <T> Select<T> choice(
            String what,
            List<T> values,
            @Nullable T chosen,
            SerializableFunction<T, String> words,
            SerializableConsumer<@Nullable T> go) {
        var select = new Select<T>();
        select.setLabel(getTranslation("tasks.filter." + what));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("tasks.filter.all"));
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? getTranslation("tasks.filter.all") : words.apply(value));
        if (chosen != null) {
            select.setValue(chosen);
        }
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(event.getValue());
            }
        });
        return select;
    }
}
