package app.afterwell.aftercare.followup;

import app.afterwell.domain.Actor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to the tasks; it is only ever added to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskHistory {

    private final JdbcClient sql;
    private final Clock clock;

    TaskHistory(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Who may read what was said. */
    enum Audience {
        STAFF,
        THERAPISTS,
        TREATING
    }

    /** An entry to be written; made by the verbs below. */
    record Entry(
            TaskStep step,
            @Nullable Actor by,
            @Nullable UUID to,
            @Nullable String toName,
            @Nullable Role toRole,
            @Nullable Instant until,
            @Nullable String remark,
            Audience audience) {

        static Entry of(TaskStep step, @Nullable Actor by) {
            return new Entry(step, by, null, null, null, null, null, Audience.STAFF);
        }

        Entry saying(@Nullable String words, Audience who) {
            @Nullable String said = words == null || words.isBlank() ? null : words.strip();
            return new Entry(step, by, to, toName, toRole, until, said, who);
        }

        Entry until(Instant time) {
            return new Entry(step, by, to, toName, toRole, time, remark, audience);
        }

        Entry to(@Nullable Colleague person, @Nullable Role role) {
            return new Entry(
                    step,
                    by,
                    person == null ? null : person.id().value(),
                    person == null ? null : person.name(),
                    role,
                    until,
                    remark,
                    audience);
        }
    }

    void add(UUID task, Entry entry) {
        var by = entry.by();
        sql.sql("""
                insert into staff_task_step
                    (id, task_id, at, step, by_id, by_name, to_id, to_name, to_role, until_at, remark, audience)
                values (:id, :task, :at, :step, :by, :byName, :to, :toName, :toRole, :until, :remark, :audience)
                """)
                .param("id", Ids.next())
                .param("task", task)
                .param("at", Timestamp.from(clock.instant()))
                .param("step", entry.step().name())
                .param("by", by == null ? null : by.userId().value())
                .param("byName", by == null ? null : by.displayName())
                .param("to", entry.to())
                .param("toName", entry.toName())
                .param("toRole", entry.toRole() == null ? null : entry.toRole().name())
                .param("until", entry.until() == null ? null : Timestamp.from(entry.until()))
                .param("remark", entry.remark())
                .param("audience", entry.audience().name())
                .update();
    }

    /**
     * What happened after the task was raised, oldest first.
     *
     * @param mayKnow whether the reader may know why there is the task
     */
    List<TaskEvent> of(UUID task, Actor reader, boolean mayKnow) {
        return sql.sql("select * from staff_task_step where task_id = :task order by at, id")
                .param("task", task)
                .query((row, number) -> {
                    var user = reader.userId().value();
                    boolean own = user.equals(row.getObject("by_id", UUID.class))
                            || user.equals(row.getObject("to_id", UUID.class));
                    boolean readable = own
                            || switch (Audience.valueOf(row.getString("audience"))) {
                                case STAFF -> true;
                                case THERAPISTS -> reader.has(Role.THERAPIST);
                                case TREATING -> mayKnow;
                            };
                    @Nullable String remark = row.getString("remark");
                    @Nullable String role = row.getString("to_role");
                    @Nullable Timestamp until = row.getTimestamp("until_at");
                    return new TaskEvent(
                            TaskStep.valueOf(row.getString("step")),
                            row.getTimestamp("at").toInstant(),
                            row.getString("by_name"),
                            row.getString("to_name"),
                            role == null ? null : Role.valueOf(role),
                            until == null ? null : until.toInstant(),
                            readable ? remark : null,
                            remark != null && !readable);
                })
                .list();
    }
}
