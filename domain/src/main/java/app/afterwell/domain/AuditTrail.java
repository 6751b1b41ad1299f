package app.afterwell.domain;

import org.jspecify.annotations.Nullable;

/**
 * The append-only record of who saw or changed what; web-ui implements it. An entry is written in the caller's
 * transaction, by the actor who is signed in (or by "system"), at the time of the clock.
 */
public interface AuditTrail {

    /**
     * @param action what happened, a stable code such as {@code note.read}
     * @param subject the kind and id of what it happened to, such as {@code note:018f…}
     * @param client whose record it is, if it is a client's
     * @param reason why, where the actor had to say; never health data
     */
    void record(String action, String subject, @Nullable ClientId client, @Nullable String reason);
}
