package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was worked on at one visit and how it felt, for a look over time.
 *
 * @param worst the most pain that the client told of in the days after, 0 to 10; null if they told of none
 * @param expected the most that was to be expected then
 */
public record ChartFrame(
        AppointmentId appointment,
        Instant visitStart,
        LocalDate day,
        SessionFindings session,
        @Nullable Integer worst,
        int expected) {}
