package app.afterwell.aftercare.followup;

import app.afterwell.domain.TaskId;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What staff owe their clients. The desk sees whom to ring and what to say, never why. */
@Service
@Validated
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('DESK','THERAPIST')")
public class Tasks {

    /**
     * A page of tasks, most urgent first.
     *
     * @param page from 0
     * @param size 1 to 200
     */
    public TaskPage list(TaskFilter filter, int page, int size) {
        throw new UnsupportedOperationException();
    }

    public TaskView task(TaskId task) {
        throw new UnsupportedOperationException();
    }

    @PreAuthorize("hasAnyRole('DESK','THERAPIST','OWNER')")
    public TaskCounts counts() {
        throw new UnsupportedOperationException();
    }

    /** Takes the task on, so that nobody else does; refused with {@code task-claimed} if somebody else has it. */
    @Transactional
    public TaskView claim(TaskId task) {
        throw new UnsupportedOperationException();
    }

    /** Closes the task; done twice is done once, with the first outcome. */
    @Transactional
    public TaskView complete(@Valid CompleteTask command) {
        throw new UnsupportedOperationException();
    }
}
