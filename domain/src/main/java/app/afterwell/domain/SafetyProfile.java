package app.afterwell.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What aftercare and treatment must respect about a client.
 *
 * @param version counts the changes, from 1
 * @param confirmedOn the day somebody last said that it is right; null if nobody ever did
 * @param conditions all that count now, those that wait for the therapist's agreement to their removal included
 */
public record SafetyProfile(int version, @Nullable LocalDate confirmedOn, List<ConditionEntry> conditions) {

    public SafetyProfile {
        conditions = List.copyOf(conditions);
    }

    public boolean has(Condition code) {
        return conditions.stream().anyMatch(entry -> entry.code() == code);
    }
}
