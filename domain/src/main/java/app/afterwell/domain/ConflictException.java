package app.afterwell.domain;

/** The request was right when it was made, but something has changed since or stands in its way. */
public class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;

    /** @param code stable, such as {@code slot-taken} */
    public ConflictException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
