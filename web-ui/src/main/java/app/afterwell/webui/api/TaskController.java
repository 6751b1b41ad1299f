package app.afterwell.webui.api;

import app.afterwell.aftercare.followup.AddComment;
import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.HandOver;
import app.afterwell.aftercare.followup.SnoozeTask;
import app.afterwell.aftercare.followup.TaskEvent;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import com.vaadin.flow.i18n.I18NProvider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff owe; the desk sees whom to ring and what to say, never why. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskController {

    private final Tasks tasks;
    private final I18NProvider texts;

    TaskController(Tasks tasks, I18NProvider texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    @Operation(summary = "Tasks, most urgent first; of those that are done, the latest first")
    @GetMapping
    Paged<TaskJson> list(
            @RequestParam(defaultValue = "OPEN") TaskStatus status,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean snoozed,
            @RequestParam(required = false) @Nullable ClientId client,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime dueFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime dueBefore,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UserId assignee,
            @RequestParam(defaultValue = "false") boolean unclaimed,
            @Valid @ParameterObject Paging paging) {
        var filter = new TaskFilter(
                status,
                mine,
                snoozed,
                client,
                urgency,
                dueFrom == null ? null : dueFrom.toInstant(),
                dueBefore == null ? null : dueBefore.toInstant(),
                role,
                assignee,
                unclaimed);
        var page = tasks.list(filter, paging.index(), paging.limit());
        return Paged.of(page.tasks().stream().map(this::json).toList(), paging, page.total());
    }

    @GetMapping("/{id}")
    TaskJson get(@PathVariable TaskId id) {
        return json(tasks.task(id));
    }

    @Operation(summary = "What happened to it, oldest first; words that are not for the caller are left out")
    @GetMapping("/{id}/history")
    List<TaskEvent> history(@PathVariable TaskId id) {
        return tasks.history(id);
    }

    @Operation(summary = "Take a task on, so that nobody else does")
    @PostMapping("/{id}/claim")
    TaskJson claim(@PathVariable TaskId id) {
        return json(tasks.claim(id));
    }

    @Operation(summary = "Give a task back, for anybody to take")
    @PostMapping("/{id}/release")
    TaskJson release(@PathVariable TaskId id) {
        return json(tasks.release(id));
    }

    @Operation(
            summary = "Put it aside until a time",
            description = "An emergency cannot wait; what is urgent waits four hours at most, the rest two weeks.")
    @PostMapping("/{id}/snooze")
    TaskJson snooze(@PathVariable TaskId id, @RequestBody @Valid SnoozeBody body) {
        return json(tasks.snooze(new SnoozeTask(id, body.until().toInstant(), body.word())));
    }

    @Operation(summary = "Take a snooze back")
    @PostMapping("/{id}/wake")
    TaskJson wake(@PathVariable TaskId id) {
        return json(tasks.wake(id));
    }

    @Operation(summary = "Give it to a colleague or to a role (DESK, THERAPIST), with a word that they can read")
    @PostMapping("/{id}/hand-over")
    TaskJson handOver(@PathVariable TaskId id, @RequestBody @Valid HandOverBody body) {
        return json(tasks.handOver(new HandOver(id, body.person(), body.role(), body.word())));
    }

    @Operation(summary = "Say something about it; what a therapist says the desk reads only if it is for the desk")
    @PostMapping("/{id}/comments")
    List<TaskEvent> comment(@PathVariable TaskId id, @RequestBody @Valid CommentBody body) {
        tasks.comment(new AddComment(id, body.text(), Boolean.TRUE.equals(body.forDesk())));
        return tasks.history(id);
    }

    @Operation(summary = "Say what came of it; done twice is done once, with the first outcome")
    @PostMapping("/{id}/complete")
    TaskJson complete(@PathVariable TaskId id, @RequestBody @Valid CompleteBody body) {
        return json(tasks.complete(new CompleteTask(id, body.outcome(), body.comment())));
    }

    @Operation(summary = "Take back that one has closed it, within ten minutes")
    @PostMapping("/{id}/reopen")
    TaskJson reopen(@PathVariable TaskId id) {
        return json(tasks.reopen(id));
    }

    private TaskJson json(TaskView task) {
        return TaskJson.of(task, texts);
    }

    /** @param outcome a stable code, or words */
    record CompleteBody(
            @NotBlank @Size(max = 200) String outcome,
            @Nullable @Size(max = 2000) String comment) {}

    record SnoozeBody(
            @NotNull OffsetDateTime until,
            @Nullable @Size(max = 500) String word) {}

    /** @param person or a role; exactly one of both */
    record HandOverBody(
            @Nullable UserId person,
            @Nullable Role role,
            @Nullable @Size(max = 500) String word) {}

    record CommentBody(
            @NotBlank @Size(max = 2000) String text,
            @Nullable Boolean forDesk) {}
}
