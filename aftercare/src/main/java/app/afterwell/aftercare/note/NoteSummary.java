package app.afterwell.aftercare.note;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a client's chart. */
public record NoteSummary(
        NoteId id,
        AppointmentId appointment,
        LocalDate day,
        NoteStatus status,
        SessionFindings session,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        @Nullable PlanId plan) {}
