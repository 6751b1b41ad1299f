package app.afterwell.webui.api;

import app.afterwell.aftercare.followup.CompleteTask;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.TaskId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @Operation(summary = "Tasks, most urgent first; of those that are done, the latest first")
    @GetMapping
    Paged<TaskView> list(
            @RequestParam(defaultValue = "OPEN") TaskStatus status,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable ClientId client,
            @Valid @ParameterObject Paging paging) {
        var page = tasks.list(new TaskFilter(status, mine, client), paging.index(), paging.limit());
        return Paged.of(page.tasks(), paging, page.total());
    }

    @GetMapping("/{id}")
    TaskView get(@PathVariable TaskId id) {
        return tasks.task(id);
    }

    @Operation(summary = "Take a task on, so that nobody else does")
    @PostMapping("/{id}/claim")
    TaskView claim(@PathVariable TaskId id) {
        return tasks.claim(id);
    }

    @Operation(summary = "Say what came of it; done twice is done once, with the first outcome")
    @PostMapping("/{id}/complete")
    TaskView complete(@PathVariable TaskId id, @RequestBody @Valid CompleteBody body) {
        return tasks.complete(new CompleteTask(id, body.outcome(), body.comment()));
    }

    /** @param outcome a stable code, or words */
    record CompleteBody(
            @NotBlank @Size(max = 200) String outcome,
            @Nullable @Size(max = 2000) String comment) {}
}
