package app.afterwell.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every pillar may know of a client: how to call and reach them.
 *
 * @param name the name the client wants to be called by, in full
 * @param phone in E.164, if known
 * @param zone where the client lives; questions are asked by that clock
 */
public record ClientCard(
        ClientId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        ZoneId zone,
        Locale language) {}
