package app.afterwell.aftercare.plan;

import app.afterwell.domain.ClientId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks to read the record of a client whom one does not treat.
 *
 * @param reason in a sentence; the owner reads it, so it holds no health data
 */
public record OpenRecord(
        ClientId client,
        @NotBlank @Size(min = 10, max = 500) String reason) {}
