package app.afterwell.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to call and reach a client, as somebody typed it.
 *
 * @param phone as they would dial it there, or with + and the country
 * @param country in which the phone number is dialled, ISO 3166-1 alpha-2; the location's, where nothing else is known
 * @param zone where the client lives
 */
public record ClientDetails(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable LocalDate birthDate,
        ZoneId zone,
        Locale language) {}
