package app.afterwell.webui.messages;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A channel has not taken a letter. */
final class NotTakenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean forGood;

    private NotTakenException(String code, boolean forGood, @Nullable String said, @Nullable Throwable cause) {
        super(said, cause);
        this.code = code;
        this.forGood = forGood;
    }

    /** Trying again cannot help. */
    static NotTakenException refused(@Nullable String said, @Nullable Throwable cause) {
        return new NotTakenException("refused", true, said, cause);
    }

    /** It may be taken later. */
    static NotTakenException later(String code, @Nullable String said, @Nullable Throwable cause) {
        return new NotTakenException(code, false, said, cause);
    }

    String code() {
        return code;
    }

    boolean forGood() {
        return forGood;
    }
}
