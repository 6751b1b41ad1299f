package app.afterwell.booking;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar program is told: when and where, and nothing of anybody's health.
 *
 * @param owner whose calendar it is
 * @param therapist whether it is a therapist's, otherwise it is a client's
 */
public record FeedContent(String owner, boolean therapist, List<Visit> visits) {

    public FeedContent {
        visits = List.copyOf(visits);
    }

    /**
     * One appointment; cancelled ones too, so that they vanish where they were shown.
     *
     * @param version grows with each change
     * @param since when it got to be as it is
     * @param initials the client's, in a therapist's calendar; null in a client's
     * @param practitioner the therapist's name, in a client's calendar; null in a therapist's
     */
    public record Visit(
            AppointmentId id,
            long version,
            Instant since,
            TimeSlot slot,
            ZoneId zone,
            VisitStatus status,
            @Nullable String initials,
            @Nullable String practitioner,
            String locationName,
            String address,
            @Nullable String roomName) {}
}
