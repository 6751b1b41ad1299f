package app.afterwell.aftercare.protocol;

import java.time.Instant;

/**
 * Something that was done with a version.
 *
 * @param step {@code STARTED}, {@code DISCARDED}, {@code RESTORED}, {@code APPROVED} or {@code ROLLED_BACK}
 * @param reason empty where none is asked for
 */
public record ProtocolStep(int number, String step, String by, Instant at, String reason) {}
