package app.afterwell.aftercare.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was tried out with the text of a version as it stands now.
 *
 * @param simulated null while nobody has simulated a session with this text
 * @param replayed null while nobody has replayed this text to the end
 * @param replayNeeded whether there are signed notes to replay
 */
public record ProtocolTrials(
        @Nullable Trial simulated, @Nullable Trial replayed, boolean replayNeeded) {

    /**
     * Something that was tried out.
     *
     * @param notes how many signed notes were looked at; 0 for a simulation
     * @param changed in how many anything would have been different
     */
    public record Trial(String by, Instant at, long notes, long changed) {}

    /** Whether this text may be approved, as far as trying out goes. */
    public boolean complete() {
        return simulated != null && (replayed != null || !replayNeeded);
    }
}
