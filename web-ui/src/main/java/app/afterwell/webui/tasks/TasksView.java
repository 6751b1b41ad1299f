package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskPage;
import app.afterwell.aftercare.followup.TaskRules;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.booking.Directory;
import app.afterwell.domain.Actor;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is owed to clients, the most urgent first, with what to say and what to do. The owner sees how many. */
@Route(value = "tasks", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class TasksView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final transient Actor actor;
    private final transient Tasks tasks;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final transient TaskActs acts;
    private final Div place = new Div();
    private final @Nullable TaskNumbers numbers;
    private TaskQuery query;
    private @Nullable TaskDetail detail;
    private transient List<TaskView> listed = List.of();

    TasksView(
            CurrentActor current,
            Tasks tasks,
            TaskRules rules,
            Plans plans,
            Directory directory,
            LiveUpdates updates,
            Clock clock) {
        this.actor = current.require();
        this.tasks = tasks;
        this.clock = clock;
        zone = directory.locations().stream()
                .findFirst()
                .map(location -> location.zone())
                .orElseGet(ZoneId::systemDefault);
        query = TaskQuery.of(QueryParameters.empty(), usual());
        acts = new TaskActs(this, actor, tasks, plans, this::moments, this::look, () -> go(query.task(null)));
        setId("main");
        addClassNames("inbox", "touch");
        if (isStaff()) {
            numbers = null;
            place.addClassName("task-place");
            new TaskKeys(
                    this,
                    Map.of(
                            "c", acts::claim,
                            "s", acts::snooze,
                            "h", acts::handOver,
                            "j", () -> step(1),
                            "k", () -> step(-1)),
                    acts::undo);
        } else {
            numbers = new TaskNumbers(rules, moments(null));
            add(numbers);
        }
        updates.subscribe(this, LiveUpdates.TASKS, topic -> look());
    }

    private boolean isStaff() {
        return actor.has(Role.DESK) || actor.has(Role.THERAPIST);
    }

    private Whose usual() {
        return actor.has(Role.THERAPIST) ? Whose.MINE : Whose.CLINIC;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = TaskQuery.of(event.getLocation().getQueryParameters(), usual());
        detail = null;
        look();
    }

    private void go(TaskQuery to) {
        getUI().ifPresent(ui -> ui.navigate("tasks", to.address()));
    }

    /** Shows what is so now. A form that is being filled in stays, and so does what has not changed. */
    private void look() {
        if (numbers != null) {
            numbers.show(tasks.counts());
            return;
        }
        var task = find().orElse(null);
        acts.show(task);
        setClassName("chosen", task != null);
        removeAll();
        add(list(task), place);
        if (task == null) {
            detail = null;
            var hint = new Div(new Span(getTranslation("tasks.choose")), new Paragraph(getTranslation("tasks.keys")));
            hint.addClassNames("task-detail", "muted");
            place.removeAll();
            place.add(hint);
            return;
        }
        var shown = new TaskDetail.Shown(
                task,
                tasks.history(task.id()),
                actor.userId(),
                actor.has(Role.THERAPIST),
                task.status() == TaskStatus.DONE && actor.displayName().equals(task.doneBy()));
        if (detail == null) {
            detail = new TaskDetail(shown, moments(task), acts);
            place.removeAll();
            var back = new Anchor(query.task(null).href(), getTranslation("tasks.back"));
            back.addClassNames("btn", "task-back");
            place.add(back, detail);
        } else {
            detail.show(shown);
        }
    }

    private Moments moments(@Nullable TaskView task) {
        return new Moments(task == null || task.zone() == null ? zone : task.zone(), getLocale(), clock.instant());
    }

    private Section list(@Nullable TaskView shown) {
        var page = tasks.list(query.filter(actor, clock.instant(), zone), query.page(), PAGE);
        listed = page.tasks();
        var head = new Div(new H1(getTranslation("tasks.title")), choice());
        head.addClassName("head");
        var list = new Section(head, new TaskFilters(query, tasks.colleagues(), this::go));
        list.addClassName("inbox-list");
        list.setAriaLabel(getTranslation("tasks.list"));
        if (page.tasks().isEmpty()) {
            list.add(nothing(page));
        } else {
            list.add(new TaskLists(page.tasks(), shown, query, moments(null))
                    .getChildren()
                    .toList());
            if (page.total() > page.size() || page.page() > 0) {
                list.add(new TaskPages(page, query));
            }
        }
        return list;
    }

    private Div nothing(TaskPage page) {
        var key = page.total() > 0 || query.isNarrowed()
                ? "tasks.none.here"
                : switch (query.whose()) {
                    case MINE -> "tasks.none.mine";
                    case CLINIC -> "tasks.none";
                    case SLEEPING -> "tasks.none.sleeping";
                    case DONE -> "tasks.none.done";
                };
        var title = new Span(getTranslation(key + ".title"));
        title.addClassName("strong");
        var none = new Div(title, new Span(getTranslation(key + ".text")));
        none.addClassName("empty");
        return none;
    }

    private RadioButtonGroup<Whose> choice() {
        var choice = new RadioButtonGroup<Whose>();
        choice.addClassName("segmented");
        choice.setAriaLabel(getTranslation("tasks.whose"));
        choice.setItems(Whose.values());
        choice.setItemLabelGenerator(value -> getTranslation("tasks.whose." + value));
        choice.setValue(query.whose());
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(query.of(event.getValue()));
            }
        });
        return choice;
    }

    /** Opens the task after or before the one that is shown. */
    private void step(int by) {
        if (listed.isEmpty()) {
            return;
        }
        @Nullable TaskId shown = query.task();
        int at = 0;
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).id().equals(shown)) {
                at = Math.clamp(i + by, 0, listed.size() - 1);
            }
        }
        go(query.task(listed.get(at).id()));
    }

    private Optional<TaskView> find() {
        var chosen = query.task();
        if (chosen == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(tasks.task(chosen));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("tasks.title"));
    }
}
