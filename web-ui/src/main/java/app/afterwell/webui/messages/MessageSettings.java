package app.afterwell.webui.messages;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import java.sql.Array;
import java.sql.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When this clinic writes to its clients. */
@Service
@Transactional
public class MessageSettings {

    private static final int LONGEST_UNDO = 60;
    private static final int MOST_REMINDERS = 4;
    private static final int MOST_HOURS = 336;
    private static final int MOST_WEEKS = 52;

    private final JdbcClient sql;
    private final AuditTrail audit;

    MessageSettings(JdbcClient sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * What is set.
     *
     * @param undoMinutes how long a change can be taken back before its client is told
     * @param reminderHours before the start, falling
     * @param quietFrom from here on nobody is disturbed, by their own clock
     * @param quietUntil until here
     * @param comeBackWeeks after so many weeks without a visit a client is asked to come again; 0 for never
     */
    public record Times(
            int undoMinutes,
            List<Integer> reminderHours,
            LocalTime quietFrom,
            LocalTime quietUntil,
            int comeBackWeeks,
            int version) {

        public Times {
            reminderHours = List.copyOf(reminderHours);
        }

        Duration undo() {
            return Duration.ofMinutes(undoMinutes);
        }

        boolean quietAt(Instant time, ZoneId zone) {
            var local = time.atZone(zone).toLocalTime();
            return quietFrom.isBefore(quietUntil)
                    ? !local.isBefore(quietFrom) && local.isBefore(quietUntil)
                    : !quietFrom.equals(quietUntil) && (!local.isBefore(quietFrom) || local.isBefore(quietUntil));
        }

        /** The end of the quiet hours that this moment lies in; the moment itself if it lies in none. */
        Instant afterQuiet(Instant time, ZoneId zone) {
            if (!quietAt(time, zone)) {
                return time;
            }
            var local = time.atZone(zone);
            var end = local.toLocalDate().atTime(quietUntil).atZone(zone);
            return (end.isAfter(local)
                            ? end
                            : local.toLocalDate().plusDays(1).atTime(quietUntil).atZone(zone))
                    .toInstant();
        }

        /** The beginning of the quiet hours that this moment lies in; the moment itself if it lies in none. */
        Instant beforeQuiet(Instant time, ZoneId zone) {
            if (!quietAt(time, zone)) {
                return time;
            }
            var local = time.atZone(zone);
            var start = local.toLocalDate().atTime(quietFrom).atZone(zone);
            return (start.isAfter(local)
                            ? local.toLocalDate().minusDays(1).atTime(quietFrom).atZone(zone)
                            : start)
                    .toInstant();
        }
    }

    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    public Times times() {
        return inForce();
    }

    /** @throws UnacceptableException with the fields that are wrong */
    @PreAuthorize("hasRole('OWNER')")
    public void set(Times times) {
        if (times.undoMinutes() < 0 || times.undoMinutes() > LONGEST_UNDO) {
            throw UnacceptableException.field("undoMinutes", "out-of-range", "From 0 to " + LONGEST_UNDO + " minutes.");
        }
        var hours = times.reminderHours();
        if (hours.size() > MOST_REMINDERS || hours.stream().anyMatch(hour -> hour < 1 || hour > MOST_HOURS)) {
            throw UnacceptableException.field(
                    "reminderHours",
                    "out-of-range",
                    "Up to " + MOST_REMINDERS + " reminders, from 1 to " + MOST_HOURS + " hours before.");
        }
        if (times.comeBackWeeks() < 0 || times.comeBackWeeks() > MOST_WEEKS) {
            throw UnacceptableException.field("comeBackWeeks", "out-of-range", "From 0 to " + MOST_WEEKS + " weeks.");
        }
        int changed = sql.sql("""
                update message_settings set undo_minutes = :undo, reminder_hours = :hours::int[], quiet_from = :from,
                    quiet_until = :until, come_back_weeks = :weeks, version = version + 1 where version = :version
                """)
                .param("undo", times.undoMinutes())
                .param("hours", hours.toString().replace('[', '{').replace(']', '}'))
                .param("from", times.quietFrom())
                .param("until", times.quietUntil())
                .param("weeks", times.comeBackWeeks())
                .param("version", times.version())
                .update();
        if (changed == 0) {
            throw new ConflictException("stale-version", "Somebody else has changed this meanwhile.");
        }
        audit.record("messages.settings", "message-settings", null, null);
    }

    Times inForce() {
        return sql.sql("""
                select undo_minutes, reminder_hours, quiet_from, quiet_until, come_back_weeks, version
                from message_settings
                """)
                .query((row, number) -> {
                    Array hours = row.getArray("reminder_hours");
                    Time from = row.getTime("quiet_from");
                    Time until = row.getTime("quiet_until");
                    return new Times(
                            row.getInt("undo_minutes"),
                            Arrays.asList((Integer[]) hours.getArray()),
                            from.toLocalTime(),
                            until.toLocalTime(),
                            row.getInt("come_back_weeks"),
                            row.getInt("version"));
                })
                .single();
    }
}
