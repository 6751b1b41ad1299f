package app.afterwell.booking;

import app.afterwell.domain.VisitStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as the table has it, before names are put to it. */
record CalendarRow(
        UUID id,
        long version,
        UUID location,
        UUID practitioner,
        @Nullable UUID room,
        UUID service,
        UUID client,
        Instant start,
        Instant end,
        VisitStatus status,
        Instant statusSince,
        @Nullable String reason,
        boolean late,
        boolean forced,
        @Nullable String overrideReason,
        long priceMinor,
        String currency,
        @Nullable String notes,
        @Nullable UUID party,
        @Nullable UUID series) {}
