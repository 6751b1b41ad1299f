package app.afterwell.aftercare.protocol;

import app.afterwell.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a version of the protocol.
 *
 * @param contentHash SHA-256 of its text
 * @param basedOn the version that it was copied from; null for the one that comes with the software
 * @param lastEditorId who may not approve it; null for the one that comes with the software, which nobody here wrote
 */
public record ProtocolInfo(
        int number,
        ProtocolStatus status,
        String contentHash,
        @Nullable Integer basedOn,
        @Nullable UserId lastEditorId,
        String lastEditor,
        Instant editedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    public boolean approved() {
        return approvedAt != null;
    }
}
