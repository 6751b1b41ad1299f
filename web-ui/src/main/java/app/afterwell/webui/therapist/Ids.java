package app.afterwell.webui.therapist;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import java.util.Optional;
import java.util.function.Function;

/** Reads ids out of addresses, which people may have mistyped. */
final class Ids {

    private Ids() {}

    static Optional<AppointmentId> appointment(String text) {
        return read(text, AppointmentId::of);
    }

    static Optional<ClientId> client(String text) {
        return read(text, ClientId::of);
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
