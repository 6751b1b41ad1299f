package app.afterwell.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it was given.
 *
 * @param textVersion of the text that was agreed to
 */
public record ConsentView(
        ConsentKind kind,
        int textVersion,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {

    public boolean inForce() {
        return withdrawnAt == null;
    }
}
