package app.afterwell.aftercare.note;

import app.afterwell.domain.Visit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit whose note is still owed.
 *
 * @param savedAt when the draft was last saved; null if nothing was written yet
 * @param toDecide how many review items are to be decided before it can be signed
 */
public record UnsignedNote(
        Visit visit, String clientName, @Nullable Instant savedAt, int toDecide) {}
