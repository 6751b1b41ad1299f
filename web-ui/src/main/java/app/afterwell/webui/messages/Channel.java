package app.afterwell.webui.messages;

import app.afterwell.intake.Way;
import java.util.Optional;

/** A way to reach clients. */
interface Channel {

    Way way();

    /** Why nothing can be sent at all, as a code; empty if it can. */
    Optional<String> hindrance();

    /**
     * Hands the letter over. Coming back means that it was taken.
     *
     * @throws NotTakenException if it was refused for good, or may be taken later
     */
    void send(Letter letter) throws NotTakenException;
}
