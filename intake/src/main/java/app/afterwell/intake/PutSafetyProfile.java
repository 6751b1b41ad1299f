package app.afterwell.intake;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConditionEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says is right about a client's safety.
 *
 * @param version of the profile they looked at; 0 if none was on file
 * @param conditions all of them; who clears them counts only when a therapist says so
 * @param notes in their own words; null leaves them as they are
 */
public record PutSafetyProfile(
        ClientId client,
        int version,
        List<ConditionEntry> conditions,
        @Nullable String notes) {

    public PutSafetyProfile {
        conditions = List.copyOf(conditions);
    }
}
