package app.afterwell.aftercare.note;

import app.afterwell.aftercare.followup.RaiseTask;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.plan.Basics;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a task of each visit whose note is not signed by nine o'clock of the next morning in the location's zone, and
 * gives its client the basics meanwhile. Run as often as it may be, a visit gets one task; signing the note settles it.
 */
@Component
@Transactional
class OwedNotes {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Long enough for a clinic that was switched off over a holiday. */
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    private final Visits visits;
    private final Basics basics;
    private final TaskBook tasks;
    private final JdbcClient sql;
    private final Clock clock;

    OwedNotes(Visits visits, Basics basics, TaskBook tasks, JdbcClient sql, Clock clock) {
        this.visits = visits;
        this.basics = basics;
        this.tasks = tasks;
        this.sql = sql;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> remindOfOwedNotes(OwedNotes owed) {
            return Tasks.recurring("owed-notes", FixedDelay.of(EVERY)).execute((instance, context) -> owed.remind());
        }
    }

    /** @return how many notes are owed */
    int remind() {
        var now = clock.instant();
        var late = visits.endedBetween(now.minus(LOOK_BACK), now).stream()
                .filter(visit -> !nextMorning(visit).isAfter(now))
                .toList();
        var done = signedOrReminded(late.stream().map(Visit::id).toList());
        var owed = late.stream().filter(visit -> !done.contains(visit.id())).toList();
        owed.forEach(basics::give);
        owed.forEach(visit -> tasks.raise(new RaiseTask(
                TaskKind.UNSIGNED_NOTE,
                Urgency.TODAY,
                "note:" + visit.id(),
                List.of("note-not-signed"),
                visit.client(),
                visit.practitioner(),
                visit.id(),
                null,
                null,
                new TaskView.Detail(
                        null,
                        List.of("note-not-signed"),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of()),
                nextMorning(visit))));
        return owed.size();
    }

    private static Instant nextMorning(Visit visit) {
        return visit.slot()
                .end()
                .atZone(visit.zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(visit.zone())
                .toInstant();
    }

    private Set<AppointmentId> signedOrReminded(Collection<AppointmentId> appointments) {
        return sql
                .sql("""
                        select appointment_id from session_note
                        where status = 'SIGNED' and appointment_id = any(:ids::uuid[])
                        union
                        select appointment_id from staff_task
                        where kind = 'UNSIGNED_NOTE' and appointment_id = any(:ids::uuid[])
                        """)
                .param("ids", appointments.stream().map(AppointmentId::toString).toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(AppointmentId::new)
                .collect(Collectors.toSet());
    }
}
