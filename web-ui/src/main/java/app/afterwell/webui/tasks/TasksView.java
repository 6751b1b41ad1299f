package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.TaskFilter;
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
import app.afterwell.webui.components.Says;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
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
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is owed to clients, the most urgent first, with what to say and what to do. The owner sees how many. */
@Route(value = "tasks", layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class TasksView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 200;

    private final transient Actor actor;
    private final transient Tasks tasks;
    private final transient Plans plans;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private Whose whose = Whose.CLINIC;
    private @Nullable TaskId chosen;
    private boolean filling;

    TasksView(CurrentActor current, Tasks tasks, Plans plans, Directory directory, LiveUpdates updates, Clock clock) {
        this.actor = current.require();
        this.tasks = tasks;
        this.plans = plans;
        this.clock = clock;
        zone = directory.locations().stream()
                .findFirst()
                .map(location -> location.zone())
                .orElseGet(ZoneId::systemDefault);
        setId("main");
        addClassNames("inbox", "touch");
        updates.subscribe(this, LiveUpdates.TASKS, topic -> refresh());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        chosen = query.getSingleParameter("task").flatMap(TasksView::id).orElse(null);
        whose = query.getSingleParameter("whose")
                .flatMap(TasksView::whose)
                .orElse(actor.has(Role.THERAPIST) ? Whose.MINE : Whose.CLINIC);
        show();
    }

    /** Something has changed: the list is new, but a form that is being filled in stays. */
    private void refresh() {
        if (filling && chosen != null) {
            var detail = getChildren().filter(TaskDetail.class::isInstance).findFirst();
            removeAll();
            add(list(find().orElse(null)));
            detail.ifPresent(this::add);
        } else {
            show();
        }
    }

    private void show() {
        removeAll();
        if (!actor.has(Role.DESK) && !actor.has(Role.THERAPIST)) {
            add(new TaskNumbers(tasks.counts()));
            return;
        }
        var task = find().orElse(null);
        filling = task != null;
        setClassName("chosen", task != null);
        add(list(task));
        if (task == null) {
            var hint = new Div(new Span(getTranslation("tasks.choose")));
            hint.addClassNames("task-detail", "muted");
            add(hint);
        } else {
            add(new TaskDetail(
                    task,
                    zone,
                    () -> act(() -> tasks.claim(task.id())),
                    resume(task),
                    (outcome, comment) -> complete(task.id(), outcome, comment)));
        }
    }

    private Section list(@Nullable TaskView shown) {
        var filter = whose == Whose.DONE
                ? new TaskFilter(TaskStatus.DONE, false, null)
                : new TaskFilter(TaskStatus.OPEN, whose == Whose.MINE, null);
        var page = tasks.list(filter, 0, MOST);
        var heading = new H1(getTranslation("tasks.title"));
        var head = new Div(heading, choice());
        head.addClassName("head");
        var list = new Section(head);
        list.addClassName("inbox-list");
        list.setAriaLabel(getTranslation("tasks.list"));
        if (page.tasks().isEmpty()) {
            var title = new Span(getTranslation(whose == Whose.DONE ? "tasks.done.none" : "tasks.none.title"));
            title.addClassName("strong");
            var none = new Div(title);
            if (whose != Whose.DONE) {
                none.add(new Span(getTranslation("tasks.none.text")));
            }
            none.addClassName("empty");
            list.add(none);
        } else {
            list.add(new TaskLists(page.tasks(), shown, whose.name(), zone, getLocale(), clock.instant())
                    .getChildren()
                    .toList());
        }
        return list;
    }

    private RadioButtonGroup<Whose> choice() {
        var choice = new RadioButtonGroup<Whose>();
        choice.addClassName("segmented");
        choice.setAriaLabel(getTranslation("tasks.whose"));
        choice.setItems(Whose.values());
        choice.setItemLabelGenerator(value -> getTranslation("tasks.whose." + value));
        choice.setValue(whose);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        "tasks", QueryParameters.of("whose", event.getValue().name())));
            }
        });
        return choice;
    }

    private Optional<TaskView> find() {
        if (chosen == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(tasks.task(chosen));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private @Nullable Runnable resume(TaskView task) {
        var plan = task.plan();
        if (plan == null || task.detail() == null || task.detail().items().isEmpty()) {
            return null;
        }
        return () -> {
            act(() -> plans.resume(plan));
            Says.done(getTranslation("tasks.resumed"));
        };
    }

    private void complete(TaskId task, String outcome, String comment) {
        act(() -> {
            tasks.complete(new CompleteTask(task, outcome, comment.isBlank() ? null : comment.strip()));
            Says.done(getTranslation("tasks.completed"));
            chosen = null;
        });
    }

    private void act(Runnable action) {
        if (Says.problem(this, action)) {
            show();
        }
    }

    private static Optional<TaskId> id(String text) {
        try {
            return Optional.of(TaskId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Whose> whose(String text) {
        return Arrays.stream(Whose.values())
                .filter(value -> value.name().equals(text))
                .findFirst();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("tasks.title"));
    }

    private enum Whose {
        MINE,
        CLINIC,
        DONE
    }
}
