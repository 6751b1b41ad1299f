package app.afterwell.webui.therapist;

import app.afterwell.domain.AppointmentId;
import java.util.Optional;

/** Reads ids out of addresses, which people may have mistyped. */
final class Ids {

    private Ids() {}

    static Optional<AppointmentId> appointment(String text) {
        try {
            return Optional.of(AppointmentId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
