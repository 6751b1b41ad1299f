package app.afterwell.aftercare.followup;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; what is null does not narrow.
 *
 * @param mine only those of the therapist's own clients, those that whoever asks has, and for a clinical lead those that
 *     have climbed
 * @param snoozed those that sleep, instead of those that are awake; of what is done it says nothing
 * @param dueFrom due at this time or later
 * @param dueBefore due before this time
 * @param role whose job it is: desk or therapist
 * @param assignee who has it
 * @param unclaimed only those that nobody has
 */
public record TaskFilter(
        TaskStatus status,
        boolean mine,
        boolean snoozed,
        @Nullable ClientId client,
        @Nullable Urgency urgency,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        @Nullable Role role,
        @Nullable UserId assignee,
        boolean unclaimed) {

    public static final TaskFilter OPEN = new TaskFilter(TaskStatus.OPEN, false, null);

    public TaskFilter(TaskStatus status, boolean mine, @Nullable ClientId client) {
        this(status, mine, false, client, null, null, null, null, null, false);
    }

    public TaskFilter sleeping() {
        return new TaskFilter(status, mine, true, client, urgency, dueFrom, dueBefore, role, assignee, unclaimed);
    }

    public TaskFilter with(@Nullable Urgency wanted) {
        return new TaskFilter(status, mine, snoozed, client, wanted, dueFrom, dueBefore, role, assignee, unclaimed);
    }

    public TaskFilter due(@Nullable Instant from, @Nullable Instant before) {
        return new TaskFilter(status, mine, snoozed, client, urgency, from, before, role, assignee, unclaimed);
    }

    public TaskFilter of(@Nullable Role wanted) {
        return new TaskFilter(status, mine, snoozed, client, urgency, dueFrom, dueBefore, wanted, assignee, unclaimed);
    }

    public TaskFilter with(@Nullable UserId wanted) {
        return new TaskFilter(status, mine, snoozed, client, urgency, dueFrom, dueBefore, role, wanted, unclaimed);
    }

    public TaskFilter ofNobody() {
        return new TaskFilter(status, mine, snoozed, client, urgency, dueFrom, dueBefore, role, null, true);
    }
}
