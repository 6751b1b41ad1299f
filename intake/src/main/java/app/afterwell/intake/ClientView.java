package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client's contact data.
 *
 * @param phone in E.164
 * @param since when they became a client
 */
public record ClientView(
        ClientId id,
        int version,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        ZoneId zone,
        Locale language,
        Instant since) {}
