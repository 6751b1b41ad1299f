package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConditionEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client taken over from elsewhere.
 *
 * @param phone in E.164, if known
 * @param since when they became a client
 * @param profile null if none is on file
 */
public record ImportedClient(
        ClientId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        ZoneId zone,
        Locale language,
        Instant since,
        @Nullable ImportedProfile profile) {

    /** The safety profile that comes with them; it becomes version 1. */
    public record ImportedProfile(LocalDate confirmedOn, List<ConditionEntry> conditions, String notes) {}
}
