package app.afterwell.webui.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the board cuts time into columns. */
enum BoardView {
    /** A day, one column a therapist. */
    THERAPISTS,
    /** A day, one column a room. */
    ROOMS,
    /** A therapist's week, one column a day. */
    WEEK;

    /** How it is called in an address. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BoardView> of(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
