package app.afterwell.domain;

/** What was asked for is not there, or not there for the one who asks; the two cannot be told apart. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what kind and id of the missing thing, for the log */
    public NotFoundException(String what) {
        super(what + " is not there");
    }
}
