package app.afterwell.aftercare.checkin;

import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import java.sql.Array;
import java.sql.Time;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When this clinic asks its clients how they are. Plans that are issued later go by it; what is planned stays. */
@Service
@Transactional
public class CheckInSettings {

    private static final int MOST_HOURS = 336;
    private static final int MOST_QUESTIONS = 6;

    private final JdbcClient sql;
    private final AuditTrail audit;

    CheckInSettings(JdbcClient sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * What is set.
     *
     * @param hours after the visit's end, rising; empty for what the protocol says
     * @param from nobody is asked earlier, by the client's clock
     * @param until nobody is asked later, by the client's clock
     */
    public record Times(List<Integer> hours, LocalTime from, LocalTime until, int version) {

        public Times {
            hours = List.copyOf(hours);
        }

        /** The offsets to plan with. */
        List<Duration> offsets(List<Duration> protocol) {
            return hours.isEmpty()
                    ? protocol
                    : hours.stream().map(Duration::ofHours).toList();
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
        var hours = times.hours();
        if (hours.size() > MOST_QUESTIONS
                || hours.stream().anyMatch(hour -> hour < 1 || hour > MOST_HOURS)
                || !hours.equals(hours.stream().sorted().distinct().toList())) {
            throw UnacceptableException.field(
                    "hours",
                    "out-of-range",
                    "Up to " + MOST_QUESTIONS + " different hours, rising, from 1 to " + MOST_HOURS + ".");
        }
        if (!times.from().isBefore(times.until())) {
            throw UnacceptableException.field("until", "out-of-order", "The evening comes after the morning.");
        }
        int changed = sql.sql("""
                update check_in_settings set hours = :hours::int[], from_time = :from, until_time = :until,
                    version = version + 1 where version = :version
                """)
                .param(
                        "hours",
                        hours.isEmpty()
                                ? null
                                : hours.toString().replace('[', '{').replace(']', '}'))
                .param("from", times.from())
                .param("until", times.until())
                .param("version", times.version())
                .update();
        if (changed == 0) {
            throw new ConflictException("stale-version", "Somebody else has changed this meanwhile.");
        }
        audit.record("check-in.settings", "check-in-settings", null, null);
    }

    Times inForce() {
        return sql.sql("select hours, from_time, until_time, version from check_in_settings")
                .query((row, number) -> {
                    @Nullable Array hours = row.getArray("hours");
                    Time from = row.getTime("from_time");
                    Time until = row.getTime("until_time");
                    return new Times(
                            hours == null ? List.of() : Arrays.asList((Integer[]) hours.getArray()),
                            from.toLocalTime(),
                            until.toLocalTime(),
                            row.getInt("version"));
                })
                .single();
    }
}
